/**
 * Training runs: a plan is trained to figures, and the figures with all that made them are kept in a run folder.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine},
 * {@code gradientlab.engine.probe}, {@code gradientlab.language}, {@code gradientlab.mnist}, {@code gradientlab.model},
 * {@code gradientlab.runfolder}, {@code gradientlab.session}, {@code com.fasterxml.jackson}, {@code com.sun.jna},
 * {@code org.bytedeco}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.lab.run;
