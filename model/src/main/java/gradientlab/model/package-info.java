/**
 * The multilayer perceptron of the lecture under every initialisation, activation, normalisation and optimiser: a
 * {@link gradientlab.model.MlpSpec} says which, and turns into a stock DL4J {@code MultiLayerConfiguration}.
 *
 * <p>May depend on Deeplearning4j and ND4J; knows nothing of data sets, measurements, experiments or the dashboard.
 */
package gradientlab.model;
