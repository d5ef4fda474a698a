package gradientlab.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.AnnotationLine;
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
        AxisScale x = AxisScale.of(plot.x(), all(plot, Curve::x), plot.x().logarithmic());
        AxisScale y = AxisScale.of(plot.y(), all(plot, Curve::y), true);
        XYChart chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(x.label())
                .yAxisTitle(y.label())
                .build();
        Set<Integer> named = Legend.of(plot.curves());
        Look.apply(
                chart.getStyler(),
                named.stream().map(i -> plot.curves().get(i).label()).toList());
        Look.axes(chart.getStyler(), x, y);
        int colour = 0;
        int data = (int) plot.curves().stream().filter(CurvesDrawing::isData).count();
        for (int i = 0; i < plot.curves().size(); i++) {
            Curve curve = plot.curves().get(i);
            Color ink = isData(curve) ? Palette.of(colour++, data) : Palette.GREY;
            int[] points = IntStream.range(0, curve.x().length)
                    .filter(point -> Double.isFinite(x.place(curve.x()[point])))
                    .toArray();
            if (points.length > 0) {
                double[] places = Arrays.stream(points)
                        .mapToDouble(point -> x.place(curve.x()[point]))
                        .toArray();
                double[] values = Arrays.stream(points)
                        .mapToDouble(point -> y.place(curve.y()[point]))
                        .toArray();
                // The library wants distinct names, and labels need not be.
                XYSeries series = chart.addSeries("curve " + i, places, values);
                series.setLabel(curve.label());
                series.setShowInLegend(named.contains(i));
                style(series, curve.style(), ink);
                markEnd(chart, series, ink);
            }
        }
        Note.on(chart, Ending.sentences(plot));
        if (!x.logarithmic()) {
            Ending.places(plot).forEach(end -> chart.addAnnotation(new AnnotationLine(x.place(end), true, false)));
        }
        return chart;
    }

    private static boolean isData(Curve curve) {
        return curve.style() != Curve.Style.REFERENCE;
    }

    private static DoubleStream all(Plot.Curves plot, Function<Curve, double[]> coordinates) {
        return plot.curves().stream().map(coordinates).flatMapToDouble(Arrays::stream);
    }

    /** A cross at the last point of a curve that does not reach its end, and a dot where there is only one. */
    private static void markEnd(XYChart chart, XYSeries curve, Color ink) {
        if (Arrays.stream(curve.getYData()).filter(Double::isFinite).count() == 1) {
            curve.setMarker(SeriesMarkers.CIRCLE);
        }
        int end = Ending.tail(curve.getYData());
        if (end == 0 || end == curve.getYData().length) {
            return;
        }
        XYSeries cross =
                chart.addSeries(curve.getName() + " ends", new double[] {curve.getXData()[end - 1]}, new double[] {
                    curve.getYData()[end - 1]
                });
        cross.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        cross.setMarker(SeriesMarkers.CROSS);
        cross.setMarkerColor(ink);
        cross.setShowInLegend(false);
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
