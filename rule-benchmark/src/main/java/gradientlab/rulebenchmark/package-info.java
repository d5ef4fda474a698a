/**
 * The rule benchmark: short trainings with one known fault each, and how well sets of rules name it.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits}, {@code gradientlab.diagnostics.probe}, {@code gradientlab.lab},
 * {@code gradientlab.lab.report}, {@code gradientlab.lab.run}, {@code gradientlab.mnist}, {@code gradientlab.model},
 * {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.rulebenchmark;
