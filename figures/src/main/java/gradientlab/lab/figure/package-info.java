/**
 * Figures as plain values, and the one place that draws them.
 *
 * <p>May depend on: {@code gradientlab.diagnostics}, {@code gradientlab.language}.
 */
package gradientlab.lab.figure;
