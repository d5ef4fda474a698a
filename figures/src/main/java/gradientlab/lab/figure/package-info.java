/**
 * Figures as plain values, and the one place that draws them.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code org.knowm.xchart}.
 */
package gradientlab.lab.figure;
