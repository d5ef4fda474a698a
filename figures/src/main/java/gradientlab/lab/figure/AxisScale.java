package gradientlab.lab.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * How the values of an axis are placed on paper: as they are, in units of a power of ten, or by their logarithm. The placed
 * values are small numbers, whatever the values are, so that ticks and labels can always be found for them.
 *
 * @param axis the axis
 * @param way how a value is placed
 * @param exponent where {@code way} is POWER, the power of ten that is the unit
 * @param low where the axis begins, as it is placed; null for where the data does
 * @param high where it ends, as it is placed; null for where the data does
 */
record AxisScale(Axis axis, Way way, int exponent, Double low, Double high) {

    /** How a value is placed. */
    enum Way {
        /** As it is. */
        PLAIN,
        /** In units of a power of ten. */
        POWER,
        /** By its logarithm to the base 10; only values above 0. */
        LOG
    }

    /** From here on, tick labels of the values as they are would be too long to read. */
    private static final double LARGE = 1e5;

    /** Below this, six decimals of a tick label say nothing. */
    private static final double SMALL = 1e-5;

    /** A positive quantity that grows by more decades than these is seen on a logarithmic axis alone. */
    private static final double DECADES_LINEAR = 4;

    /** A logarithmic axis of more decades than these is one of powers of ten. */
    private static final double DECADES_LOGARITHMIC = 15;

    /** A range that is narrower than this share of its values has no ticks of its own. */
    private static final double NARROW = 1e-6;

    private static final double FAR = 1e3;

    /**
     * The scale for the finite values of the data; without any the axis runs from 0 to 1.
     *
     * @param mayBeLogarithmic whether a linear axis may become a logarithmic one where the values ask for it
     */
    static AxisScale of(Axis axis, DoubleStream values, boolean mayBeLogarithmic) {
        double[] finite = values.filter(Double::isFinite)
                .filter(v -> v > 0 || !axis.logarithmic())
                .toArray();
        if (finite.length == 0) {
            return new AxisScale(Axis.linear(axis.label()), Way.PLAIN, 0, 0.0, 1.0);
        }
        if (axis.low() != null && axis.high() != null) {
            return new AxisScale(axis, Way.PLAIN, 0, axis.low(), axis.high());
        }
        double least = Arrays.stream(finite).min().orElseThrow();
        double greatest = Arrays.stream(finite).max().orElseThrow();
        double decades = least > 0 ? Math.log10(greatest) - Math.log10(least) : 0;
        boolean wide = axis.logarithmic()
                ? decades > DECADES_LOGARITHMIC
                : mayBeLogarithmic && greatest >= LARGE && decades > DECADES_LINEAR;
        return (wide ? logarithmic(axis) : linear(axis, Math.max(Math.abs(least), Math.abs(greatest))))
                .around(least, greatest);
    }

    private static AxisScale logarithmic(Axis axis) {
        return new AxisScale(axis, Way.LOG, 0, log(axis.low()), log(axis.high()));
    }

    private static Double log(Double bound) {
        return bound == null || bound <= 0 ? null : (Double) Math.log10(bound);
    }

    private static AxisScale linear(Axis axis, double size) {
        boolean readable = size == 0 || size >= SMALL && size < LARGE;
        if (readable || axis.logarithmic()) {
            return new AxisScale(axis, Way.PLAIN, 0, axis.low(), axis.high());
        }
        AxisScale scale = new AxisScale(axis, Way.POWER, (int) Math.floor(Math.log10(size)), null, null);
        return new AxisScale(
                axis,
                Way.POWER,
                scale.exponent,
                axis.low() == null ? null : (Double) scale.place(axis.low()),
                axis.high() == null ? null : (Double) scale.place(axis.high()));
    }

    /** Makes room around a range that is too narrow for ticks. */
    private AxisScale around(double least, double greatest) {
        double from = low == null ? place(least) : low;
        double to = high == null ? place(greatest) : high;
        double size = Math.max(Math.abs(from), Math.abs(to));
        if (axis.logarithmic() && way == Way.PLAIN || to - from > NARROW * size) {
            return this;
        }
        double margin = Math.max(size, 1) / 2;
        return new AxisScale(
                axis, way, exponent, low == null ? (Double) (from - margin) : low, Math.max(from, to) + margin);
    }

    /** Where a value is placed; NaN for one that is not finite or that the axis does not have. */
    double place(double value) {
        if (!Double.isFinite(value) || axis.logarithmic() && value <= 0) {
            return Double.NaN;
        }
        return switch (way) {
            case PLAIN -> bounded(value);
            // Twice, since 10 to the power of −exponent may be too large for a number.
            case POWER -> value * Math.pow(10, -(exponent / 2)) * Math.pow(10, exponent / 2 - exponent);
            case LOG -> value > 0 ? Math.log10(value) : Double.NaN;
        };
    }

    /** A value far outside of an axis that ends somewhere is drawn just outside: its place on paper must be a number. */
    private double bounded(double value) {
        double least =
                low == null ? -Double.MAX_VALUE : axis.logarithmic() ? low / FAR : low - FAR * Math.abs(low) - FAR;
        double most = high == null ? Double.MAX_VALUE : FAR * Math.abs(high) + FAR;
        return Math.max(least, Math.min(most, value));
    }

    double[] place(double[] values) {
        return Arrays.stream(values).map(this::place).toArray();
    }

    /** Whether the axis is divided by decades, and its places are still to be taken as logarithms. */
    boolean logarithmic() {
        return axis.logarithmic() && way == Way.PLAIN;
    }

    /** The axis's label, with the unit where that is a power of ten. */
    String label() {
        return way == Way.POWER ? axis.label() + " (×10" + superscript(exponent) + ")" : axis.label();
    }

    /** The label of a tick where {@code way} is LOG. */
    static String decade(double placed) {
        if (placed == Math.rint(placed)) {
            return "10" + superscript((int) placed);
        }
        int below = (int) Math.floor(placed);
        return String.format(Locale.ROOT, "%.1f·10%s", Math.pow(10, placed - below), superscript(below));
    }

    private static String superscript(int number) {
        StringBuilder text = new StringBuilder();
        for (char c : String.valueOf(number).toCharArray()) {
            text.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
        }
        return text.toString();
    }
}
