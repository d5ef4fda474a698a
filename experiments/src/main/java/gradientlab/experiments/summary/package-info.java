/**
 * The promises of the lecture's summary as experiments: what it says about depth, dead units, residual connections,
 * normalisation layers and optimisers without showing it.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.cli}, {@code gradientlab.diagnostics},
 * {@code gradientlab.lab}, {@code gradientlab.lab.figure}, {@code gradientlab.lab.report},
 * {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code gradientlab.theory},
 * {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.experiments.summary;
