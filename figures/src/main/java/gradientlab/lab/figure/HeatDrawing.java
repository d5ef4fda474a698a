package gradientlab.lab.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws heat maps. */
final class HeatDrawing {

    /** Light to dark in one hue and rising darkness, so that grey print and colour-blind readers see the order; dark text
     * is legible on all of it. */
    private static final Color[] LIGHT_TO_DARK = {
        new Color(0xF7, 0xFB, 0xFF),
        new Color(0xC6, 0xDB, 0xEF),
        new Color(0x7F, 0xB2, 0xDC),
        new Color(0x4A, 0x8F, 0xC7)
    };

    private static final int ROW_HEIGHT = 24;
    private static final int AROUND = 150;
    private static final double LARGE = 1e5;

    /** In more columns than these a number, or its name below, runs into its neighbour's. */
    private static final int MOST_COLUMNS_WITH_VALUES = 10;

    private static final int UPRIGHT = 90;

    private HeatDrawing() {}

    /** Tall enough to read every row. */
    static int height(Plot.Heat plot, int atLeast) {
        return Math.max(atLeast, AROUND + ROW_HEIGHT * plot.rows().size());
    }

    static HeatMapChart of(String title, Plot.Heat plot, int width, int height) {
        HeatMapChart chart = empty(title, plot, width, height);
        Look.apply(chart.getStyler(), List.of());
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setLegendVisible(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setRangeColors(LIGHT_TO_DARK);
        chart.getStyler().setMin(plot.low());
        chart.getStyler().setMax(plot.high());
        boolean roomy = plot.columns().size() <= MOST_COLUMNS_WITH_VALUES;
        chart.getStyler().setShowValue(roomy);
        chart.getStyler().setXAxisLabelRotation(roomy ? 0 : UPRIGHT);
        chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        chart.getStyler().setValueFontColor(Palette.INK);
        chart.getStyler().setHeatMapValueDecimalPattern(pattern(plot));
        // One setting for both axes.
        chart.getStyler()
                .setXAxisMaxLabelCount(
                        Math.max(plot.columns().size(), plot.rows().size()));
        // The library counts rows from below.
        List<String> upwards = IntStream.range(0, plot.rows().size())
                .mapToObj(i -> plot.rows().get(plot.rows().size() - 1 - i))
                .toList();
        chart.addSeries("value", plot.columns(), upwards, cells(plot));
        return chart;
    }

    /** Whether there is a cell to draw. */
    static boolean hasFinite(Plot.Heat plot) {
        return plot.values().stream().flatMap(List::stream).anyMatch(Double::isFinite);
    }

    /** With an exponent where one of the numbers would not fit into its cell. */
    private static String pattern(Plot.Heat plot) {
        boolean large = plot.values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> Double.isFinite(value) && Math.abs(value) >= LARGE);
        return large ? "0.0E0" : "0.00";
    }

    private static HeatMapChart empty(String title, Plot.Heat plot, int width, int height) {
        return made(builder -> new LinedHeatMap(builder, plot), title, plot.x(), plot.y(), width, height);
    }

    static HeatMapChart empty(String title, String x, String y, int width, int height) {
        return made(HeatMapChartBuilder::build, title, x, y, width, height);
    }

    /** The library formats the cells' values for the machine's language as it is when the chart is made. */
    private static synchronized HeatMapChart made(
            Function<HeatMapChartBuilder, HeatMapChart> maker,
            String title,
            String x,
            String y,
            int width,
            int height) {
        Locale language = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        try {
            return maker.apply(new HeatMapChartBuilder()
                    .width(width)
                    .height(height)
                    .title(title)
                    .xAxisTitle(x)
                    .yAxisTitle(y));
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, language);
        }
    }

    private static List<Number[]> cells(Plot.Heat plot) {
        List<Number[]> cells = new ArrayList<>();
        int rows = plot.rows().size();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < plot.columns().size(); column++) {
                double value = plot.values().get(row).get(column);
                if (Double.isFinite(value)) {
                    cells.add(new Number[] {column, rows - 1 - row, value});
                }
            }
        }
        return cells;
    }
}
