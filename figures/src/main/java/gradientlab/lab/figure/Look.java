package gradientlab.lab.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The common look of all figures: white paper, thin grid, legend below. */
final class Look {

    private static final int LEGEND_LINE = 18;

    /** What fits below the plot, and what a line and its gaps take, both in letters of the legend's font. */
    private static final int LETTERS_BELOW = 92;

    private static final int LETTERS_PER_LINE = 6;

    private static final BasicStroke DOTS =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {2, 4}, 0);

    private Look() {}

    /**
     * @param labels the names in the legend; with fewer than two there is none
     */
    static void apply(AxesChartStyler style, List<String> labels) {
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setChartFontColor(Palette.INK);
        style.setChartTitleBoxVisible(false);
        style.setChartTitleFont(font(Font.BOLD, 16));
        style.setAxisTitleFont(font(Font.PLAIN, 14));
        style.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        style.setLegendFont(font(Font.PLAIN, 13));
        style.setLegendBorderColor(Color.WHITE);
        style.setLegendSeriesLineLength(LEGEND_LINE);
        style.setLegendVisible(labels.size() > 1);
        legend(style, labels);
        style.setPlotBorderVisible(false);
        style.setPlotGridLinesColor(Palette.GRID);
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setPlotContentSize(0.98);
        style.setChartPadding(12);
        style.setSeriesColors(Palette.all());
        style.setMarkerSize(6);
        style.setAnnotationLineColor(Palette.GREY);
        style.setAnnotationLineStroke(DOTS);
        style.setAnnotationTextPanelFont(font(Font.PLAIN, 13));
        style.setAnnotationTextPanelFontColor(Palette.INK);
        style.setAnnotationTextPanelBackgroundColor(Palette.NOTE);
        style.setAnnotationTextPanelBorderColor(Palette.GREY);
    }

    /** Below in one row where the names fit, else to the right: the library does not wrap the row. */
    private static void legend(AxesChartStyler style, List<String> labels) {
        int letters = labels.stream()
                .mapToInt(label -> label.length() + LETTERS_PER_LINE)
                .sum();
        boolean fits = letters <= LETTERS_BELOW;
        style.setLegendPosition(fits ? LegendPosition.OutsideS : LegendPosition.OutsideE);
        style.setLegendLayout(fits ? LegendLayout.Horizontal : LegendLayout.Vertical);
    }

    static void axes(AxesChartStyler style, AxisScale x, AxisScale y) {
        style.setXAxisLogarithmic(x.logarithmic());
        style.setXAxisMin(x.low());
        style.setXAxisMax(x.high());
        if (x.way() == AxisScale.Way.LOG) {
            style.setXAxisTickLabelsFormattingFunction(AxisScale::decade);
        } else if (!x.logarithmic()) {
            style.setXAxisDecimalPattern("0.######");
        }
        vertical(style, y);
    }

    static void vertical(AxesChartStyler style, AxisScale y) {
        style.setYAxisLogarithmic(y.logarithmic());
        style.setYAxisMin(y.low());
        style.setYAxisMax(y.high());
        if (y.way() == AxisScale.Way.LOG) {
            style.setYAxisTickLabelsFormattingFunction(AxisScale::decade);
        } else if (!y.logarithmic()) {
            style.setYAxisDecimalPattern("0.######");
        }
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}
