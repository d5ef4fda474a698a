/**
 * Published faulty programs as cases: read, built from plain DL4J layers, trained with their fixed twins, and judged.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.lab}, {@code gradientlab.lab.run}, {@code gradientlab.mnist},
 * {@code gradientlab.rulebenchmark}, {@code com.fasterxml.jackson}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.rulebenchmark.cases;
