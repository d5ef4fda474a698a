/**
 * Makes the change that a finding proposes in a network of DL4J or in its data, and tries what is about the updates.
 *
 * <p>May depend on: {@code gradientlab.diagnostics.change}, {@code gradientlab.diagnostics.judge}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.diagnostics.remedy;
