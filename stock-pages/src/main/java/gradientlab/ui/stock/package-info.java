/**
 * DL4J's own pages with their faults repaired: small amendments to its templates and scripts, made when they are served,
 * and to its JSON, made from the storage it was gathered from.
 *
 * <p>May depend on: {@code io.vertx}, {@code org.deeplearning4j}, {@code org.nd4j}, {@code org.slf4j}.
 */
package gradientlab.ui.stock;
