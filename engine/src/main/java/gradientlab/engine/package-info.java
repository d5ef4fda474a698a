/**
 * Engines that take the training steps of a {@code MultiLayerNetwork}: DL4J's own, and one that works directly on the
 * network's parameter and updater arrays and is several times as fast.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.model}, {@code org.bytedeco},
 * {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.engine;
