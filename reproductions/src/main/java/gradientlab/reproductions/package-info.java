/**
 * Published figures and theory, each run again with its own settings and compared with what was published.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.engine}, {@code gradientlab.engine.probe},
 * {@code gradientlab.lab}, {@code gradientlab.lab.figure}, {@code gradientlab.lab.report}, {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist},
 * {@code gradientlab.model}, {@code gradientlab.theory}, {@code com.fasterxml.jackson}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.reproductions;
