/**
 * What is measured inside a network, as plain arrays and records: statistics, histograms, saturation, dead units.
 *
 * <p>Depends on the JDK alone. Whatever touches DL4J or ND4J is in {@link gradientlab.diagnostics.probe}.
 */
package gradientlab.diagnostics;
