/**
 * What is known of DL4J's parts: kinds of layers, layouts of weights, nonlinearities, losses, updaters, dropout. One table each;
 * knows no network.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics},
 * {@code gradientlab.diagnostics.facts}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.diagnostics.parts;
