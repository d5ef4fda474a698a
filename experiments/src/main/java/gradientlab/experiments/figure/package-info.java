/**
 * Figures as plain values, and the one place that draws them.
 *
 * <p>A {@link gradientlab.experiments.figure.Figure} says what is shown; {@link gradientlab.experiments.figure.Plotter}
 * turns it into PNG and SVG. Depends on the plotting library and on diagnostics' histograms; knows nothing of networks,
 * runs or reports.
 */
package gradientlab.experiments.figure;
