/**
 * Measures the networks that the direct engine covers by the passes of that engine, for a fraction of what a replica costs.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.diagnostics.parts},
 * {@code gradientlab.diagnostics.probe}, {@code gradientlab.engine}, {@code org.deeplearning4j}, {@code org.nd4j}.
 */
package gradientlab.engine.probe;
