package gradientlab.experiments.figure;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws heat maps. */
final class HeatDrawing {

    /** Light to dark in one hue and rising darkness, so that grey print and colour-blind readers see the order. */
    private static final Color[] LIGHT_TO_DARK = {
        new Color(0xF2, 0xF7, 0xFB),
        new Color(0x9C, 0xC3, 0xE0),
        new Color(0x3E, 0x83, 0xB8),
        new Color(0x0B, 0x3C, 0x6B)
    };

    private static final int ROW_HEIGHT = 24;
    private static final int AROUND = 150;

    private HeatDrawing() {}

    /** Tall enough to read every row. */
    static int height(Plot.Heat plot, int atLeast) {
        return Math.max(atLeast, AROUND + ROW_HEIGHT * plot.rows().size());
    }

    static HeatMapChart of(String title, Plot.Heat plot, int width, int height) {
        HeatMapChart chart = new HeatMapChartBuilder()
                .width(width)
                .height(height)
                .title(title)
                .xAxisTitle(plot.x())
                .yAxisTitle(plot.y())
                .build();
        Look.apply(chart.getStyler(), List.of());
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setLegendVisible(true);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setRangeColors(LIGHT_TO_DARK);
        chart.getStyler().setMin(plot.low());
        chart.getStyler().setMax(plot.high());
        chart.getStyler().setShowValue(true);
        chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        chart.getStyler().setValueFontColor(Palette.INK);
        chart.getStyler().setHeatMapDecimalValueFormatter(HeatDrawing::number);
        chart.getStyler().setXAxisMaxLabelCount(plot.columns().size());
        // The library counts rows from below.
        List<String> upwards = IntStream.range(0, plot.rows().size())
                .mapToObj(i -> plot.rows().get(plot.rows().size() - 1 - i))
                .toList();
        chart.addSeries("value", plot.columns(), upwards, cells(plot));
        return chart;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
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
