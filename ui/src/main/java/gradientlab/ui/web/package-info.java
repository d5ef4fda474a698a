/**
 * The pages under {@code /gradients}, as a module of DL4J's UI, and the explorer page, with the JSON they are drawn from.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.history},
 * {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code gradientlab.diagnostics.limits},
 * {@code gradientlab.language}, {@code gradientlab.session}, {@code gradientlab.ui.explorer}, {@code gradientlab.ui.stock},
 * {@code com.fasterxml.jackson}, {@code io.vertx}, {@code org.deeplearning4j}, {@code org.slf4j}.
 */
package gradientlab.ui.web;
