/**
 * DL4J's training dashboard for a run: its stock pages on a server of this machine, fed from memory.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.probe},
 * {@code gradientlab.session}, {@code gradientlab.ui.demo}, {@code gradientlab.ui.explorer},
 * {@code gradientlab.ui.guard}, {@code gradientlab.ui.stock}, {@code gradientlab.ui.web}, {@code io.netty}, {@code io.vertx}, {@code org.deeplearning4j}, {@code org.nd4j}, {@code org.slf4j}.
 */
package gradientlab.ui;
