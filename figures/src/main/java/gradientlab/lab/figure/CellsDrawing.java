package gradientlab.lab.figure;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;

/** Draws a map of marked cells, white on black. */
final class CellsDrawing {

    private CellsDrawing() {}

    static HeatMapChart of(String title, Plot.Cells plot, int width, int height) {
        HeatMapChart chart = HeatDrawing.empty(title, plot.x(), plot.y(), width, height);
        Look.apply(chart.getStyler(), List.of());
        chart.getStyler().setPlotGridLinesVisible(false);
        chart.getStyler().setRangeColors(new Color[] {Palette.INK, Color.WHITE});
        chart.getStyler().setMin(0);
        chart.getStyler().setMax(1);
        chart.getStyler().setXAxisMaxLabelCount(17);
        int rows = plot.rows().size();
        int columns = plot.rows().get(0).length();
        int[] x = IntStream.range(0, columns).toArray();
        int[] y = IntStream.range(0, rows).toArray();
        chart.addSeries("marked", x, y, cells(plot, rows, columns));
        return chart;
    }

    /** By column, then row from below, as the library wants them. */
    private static int[][] cells(Plot.Cells plot, int rows, int columns) {
        int[][] cells = new int[columns][rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                boolean marked = plot.rows().get(row).charAt(column) == Plot.Cells.MARKED;
                cells[column][row] = marked ? 1 : 0;
            }
        }
        return cells;
    }
}
