/**
 * What stands between the network and the pages: which requests are answered at all, and the files the pages load.
 *
 * <p>May depend on: {@code gradientlab.ui.stock}, {@code io.netty}, {@code io.vertx}, {@code org.slf4j}.
 */
package gradientlab.ui.guard;
