/**
 * What is measured inside a network, as plain arrays and records: statistics, histograms, saturation, dead units.
 *
 * <p>May depend on: {@code gradientlab.activations}.
 */
package gradientlab.diagnostics;
