package gradientlab.lab.figure;

import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/** Draws bars. */
final class BarsDrawing {

    /** From this number of categories on, their names are slanted. */
    private static final int MANY = 8;

    private static final int LONG_NAME = 6;

    private BarsDrawing() {}

    static CategoryChart of(String title, Plot.Bars plot, int width, int height) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(plot.x())
                .yAxisTitle(plot.y().label())
                .build();
        Look.apply(
                chart.getStyler(),
                plot.series().stream().map(Plot.Series::label).toList());
        Look.vertical(chart.getStyler(), plot.y());
        chart.getStyler().setAvailableSpaceFill(0.8);
        chart.getStyler().setErrorBarsColor(Palette.INK);
        boolean slanted = plot.categories().stream().anyMatch(name -> name.length() > LONG_NAME)
                && plot.categories().size() >= MANY;
        chart.getStyler().setXAxisLabelRotation(slanted ? 35 : 0);
        for (Plot.Series series : plot.series()) {
            if (series.error() == null) {
                chart.addSeries(series.label(), plot.categories(), series.values());
            } else {
                chart.addSeries(series.label(), plot.categories(), series.values(), series.error());
            }
        }
        return chart;
    }
}
