/**
 * Answers the explorer page: builds the fresh network that it asks for, measures it on a batch, has it judged, and trains it.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.continuation}, {@code gradientlab.diagnostics},
 * {@code gradientlab.diagnostics.history}, {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine}, {@code gradientlab.engine.probe},
 * {@code gradientlab.lab}, {@code gradientlab.lab.proof}, {@code gradientlab.lab.run}, {@code gradientlab.language}, {@code gradientlab.mnist},
 * {@code gradientlab.model}, {@code gradientlab.runfolder}, {@code gradientlab.session}, {@code gradientlab.sweep}, {@code gradientlab.theory}, {@code gradientlab.ui}, {@code gradientlab.ui.explorer},
 * {@code com.fasterxml.jackson}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.explorer;
