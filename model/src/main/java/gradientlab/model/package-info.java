/**
 * The multilayer perceptron of the lecture under every initialisation, activation, normalisation and optimiser: a
 * {@link gradientlab.model.MlpSpec} says which, and turns into a stock DL4J {@code MultiLayerConfiguration}.
 *
 * <p>May depend on: {@code gradientlab.activations}, {@code gradientlab.theory}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.model;
