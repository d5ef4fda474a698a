package gradientlab.lab.figure;

import gradientlab.diagnostics.Histogram;
import java.util.Collection;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * One named series of points. A point that is not finite is left out where it is drawn; the line has a gap there.
 *
 * @param label its name in the legend
 * @param style how it is drawn
 */
public record Curve(String label, double[] x, double[] y, Style style) {

    /** How a curve is drawn. */
    public enum Style {
        /** A line. */
        LINE,
        /** A thin grey dashed line: a reference, not data. */
        REFERENCE,
        /** Points. */
        POINTS,
        /** A filled staircase. */
        STEPS
    }

    /** @throws IllegalArgumentException if there are not as many x as y */
    public Curve {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Curve '" + label + "' needs as many x as y, not " + x.length + " and " + y.length);
        }
    }

    Curve told(UnaryOperator<String> words) {
        return new Curve(words.apply(label), x, y, style);
    }

    public static Curve line(String label, double[] x, double[] y) {
        return new Curve(label, x, y, Style.LINE);
    }

    /** A line through the values at first, first + 1, … */
    public static Curve counted(String label, int first, Collection<Double> values) {
        double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = first + i;
        }
        return line(label, x, y);
    }

    /** A function sampled at equal distances. */
    public static Curve function(String label, double from, double to, DoubleUnaryOperator f) {
        int steps = 240;
        double[] x = new double[steps + 1];
        double[] y = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            x[i] = from + (to - from) * i / steps;
            y[i] = f.applyAsDouble(x[i]);
        }
        return line(label, x, y);
    }

    /** A reference line from one point to another. */
    public static Curve reference(String label, double x1, double y1, double x2, double y2) {
        return new Curve(label, new double[] {x1, x2}, new double[] {y1, y2}, Style.REFERENCE);
    }

    /**
     * A histogram as a density: the area of all bins is the share of the values inside its range. The label also says how
     * many values are not finite, where some are; where all are, y is NaN.
     */
    public static Curve density(String label, Histogram histogram) {
        long[] counts = histogram.counts();
        double width = (histogram.high() - histogram.low()) / counts.length;
        double all = missing(histogram) == histogram.total() ? Double.NaN : histogram.total();
        double[] x = new double[2 * counts.length + 2];
        double[] y = new double[x.length];
        x[0] = histogram.low();
        y[0] = 0 * all;
        for (int bin = 0; bin < counts.length; bin++) {
            x[2 * bin + 1] = histogram.low() + bin * width;
            x[2 * bin + 2] = histogram.low() + (bin + 1) * width;
            y[2 * bin + 1] = counts[bin] / (all * width);
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        // Not high(): the last edge may lie above it by a rounding, and x has to ascend.
        x[x.length - 1] = x[x.length - 2];
        y[x.length - 1] = 0 * all;
        return new Curve(label + missingShare(histogram), x, y, Style.STEPS);
    }

    private static long missing(Histogram histogram) {
        return histogram.nan() + histogram.positiveInfinity() + histogram.negativeInfinity();
    }

    private static String missingShare(Histogram histogram) {
        double percent = 100.0 * missing(histogram) / histogram.total();
        return percent > 0 ? String.format(Locale.ROOT, " (%.3g %% not finite)", percent) : "";
    }
}
