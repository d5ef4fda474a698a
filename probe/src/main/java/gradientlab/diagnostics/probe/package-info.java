/**
 * Reads the quantities of {@link gradientlab.diagnostics} out of a DL4J network without disturbing it, and has
 * {@link gradientlab.diagnostics.judge} judge them before and during training.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics},
 * {@code gradientlab.diagnostics.facts}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits}, {@code gradientlab.diagnostics.parts}, {@code gradientlab.diagnostics.remedy}, {@code gradientlab.language}, {@code org.deeplearning4j}, {@code org.nd4j}, {@code org.slf4j}.
 */
package gradientlab.diagnostics.probe;
