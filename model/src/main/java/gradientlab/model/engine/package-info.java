/**
 * Engines that take the training steps of a {@code MultiLayerNetwork}: DL4J's own, and one that works directly on the
 * network's parameter and updater arrays and is several times as fast.
 *
 * <p>May depend on Deeplearning4j, ND4J and the OpenBLAS that ND4J ships; of its own module it uses the activation
 * functions and the layers.
 */
package gradientlab.model.engine;
