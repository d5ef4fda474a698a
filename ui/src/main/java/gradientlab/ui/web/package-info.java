/**
 * The pages under {@code /gradients} and the JSON they are drawn from, as a module of DL4J's UI.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.judge}, {@code gradientlab.session}, {@code gradientlab.ui.stock},
 * {@code com.fasterxml.jackson}, {@code io.vertx}, {@code org.deeplearning4j}, {@code org.slf4j}.
 */
package gradientlab.ui.web;
