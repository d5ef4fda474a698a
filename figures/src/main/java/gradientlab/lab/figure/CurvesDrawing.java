package gradientlab.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws curves. */
final class CurvesDrawing {

    private static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHES =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {7, 5}, 0);

    private CurvesDrawing() {}

    static XYChart of(String title, Plot.Curves plot, int width, int height) {
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(plot.x().label())
                .yAxisTitle(plot.y().label())
                .build();
        Look.apply(chart.getStyler(), plot.curves().stream().map(Curve::label).toList());
        Look.axes(chart.getStyler(), plot.x(), plot.y());
        int colour = 0;
        for (Curve curve : plot.curves()) {
            boolean reference = curve.style() == Curve.Style.REFERENCE;
            style(add(chart, curve, plot), curve.style(), reference ? Palette.GREY : Palette.of(colour++));
        }
        return chart;
    }

    private static XYSeries add(XYChart chart, Curve curve, Plot.Curves plot) {
        double[] y = curve.y().clone();
        for (int i = 0; i < y.length; i++) {
            boolean off = !Double.isFinite(y[i]) || (plot.y().logarithmic() && y[i] <= 0);
            y[i] = off ? Double.NaN : y[i];
        }
        return chart.addSeries(curve.label(), curve.x(), y);
    }

    private static void style(XYSeries series, Curve.Style style, Color colour) {
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setMarker(style == Curve.Style.POINTS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setLineStyle(style == Curve.Style.REFERENCE ? DASHES : LINE);
        series.setXYSeriesRenderStyle(
                switch (style) {
                    case LINE, REFERENCE -> XYSeriesRenderStyle.Line;
                    case POINTS -> XYSeriesRenderStyle.Scatter;
                    case STEPS -> XYSeriesRenderStyle.Area;
                });
        if (style == Curve.Style.STEPS) {
            series.setFillColor(Palette.translucent(colour));
        }
    }
}
