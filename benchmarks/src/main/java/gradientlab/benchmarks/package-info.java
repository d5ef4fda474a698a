/**
 * The speed of training and of measuring, against peers on the same data with the same parameters and updates.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.engine}, {@code gradientlab.lab},
 * {@code gradientlab.lab.run}, {@code gradientlab.mnist}, {@code gradientlab.model}, {@code gradientlab.runfolder},
 * {@code com.fasterxml.jackson}, {@code org.bytedeco}, {@code org.deeplearning4j}, {@code org.nd4j},
 * {@code org.openjdk.jmh}.
 */
package gradientlab.benchmarks;
