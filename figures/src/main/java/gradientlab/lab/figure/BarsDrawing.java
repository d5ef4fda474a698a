package gradientlab.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Draws bars. */
final class BarsDrawing {

    /** From this number of categories on, their names are slanted. */
    private static final int MANY = 8;

    private static final int LONG_NAME = 6;

    private BarsDrawing() {}

    static CategoryChart of(String title, Plot.Bars plot, int width, int height) {
        AxisScale y = AxisScale.of(plot.y(), all(plot), false);
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(plot.x())
                .yAxisTitle(y.label())
                .build();
        Look.apply(
                chart.getStyler(),
                plot.series().stream().map(Plot.Series::label).toList());
        Look.vertical(chart.getStyler(), y);
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setErrorBarsColor(Palette.INK);
        boolean slanted = plot.categories().stream().anyMatch(name -> name.length() > LONG_NAME)
                && plot.categories().size() >= MANY;
        chart.getStyler().setXAxisLabelRotation(slanted ? 35 : 0);
        for (Plot.Series series : plot.series()) {
            if (series.error() == null) {
                chart.addSeries(series.label(), plot.categories(), placed(series.values(), y));
            } else {
                chart.addSeries(
                        series.label(), plot.categories(), placed(series.values(), y), placed(series.error(), y));
            }
        }
        Note.on(chart, Ending.sentences(plot));
        return chart;
    }

    private static DoubleStream all(Plot.Bars plot) {
        return plot.series().stream()
                .flatMap(series -> series.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue);
    }

    /** A bar that is not finite is left out. */
    private static List<Double> placed(List<Double> values, AxisScale scale) {
        List<Double> placed = new ArrayList<>();
        for (Double value : values) {
            double at = value == null ? Double.NaN : scale.place(value);
            placed.add(Double.isNaN(at) ? null : (Double) at);
        }
        return placed;
    }
}
