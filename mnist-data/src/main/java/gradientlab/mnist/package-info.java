/**
 * MNIST and its relatives, from IDX files to batches for Deeplearning4j.
 *
 * <p>May depend on: {@code org.nd4j}.
 */
package gradientlab.mnist;
