/**
 * Makes the change that a finding proposes in a network of DL4J.
 *
 * <p>May depend on: {@code gradientlab.diagnostics.change}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.diagnostics.remedy;
