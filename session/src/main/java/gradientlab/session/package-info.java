/**
 * What the dashboard keeps of a training, how it is recorded, and how it goes through DL4J's storages.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits}, {@code gradientlab.diagnostics.probe}, {@code com.fasterxml.jackson},
 * {@code org.deeplearning4j}, {@code org.nd4j}, {@code org.slf4j}.
 */
package gradientlab.session;
