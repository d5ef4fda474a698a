/**
 * MNIST and its relatives, from IDX files to batches for Deeplearning4j.
 *
 * <p>Depends on the JDK and ND4J (through Deeplearning4j) and on no other package of this project.
 */
package gradientlab.mnist;
