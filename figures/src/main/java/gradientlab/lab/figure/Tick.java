package gradientlab.lab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A division of an axis: round numbers alone, and no two with the same label.
 *
 * @param at where it is, as the axis places it
 * @param label what stands beside it
 */
record Tick(double at, String label) {

    private static final double[] ROUND = {1, 2, 5, 10};

    /** Inside a decade, what a logarithmic axis divides by. */
    private static final int[] IN_DECADE = {1, 2, 5};

    /** Decades outside of these are written as powers. */
    private static final int LEAST_PLAIN = -3;

    private static final int MOST_PLAIN = 4;

    /** Less than a step in front of an end is not lost by rounding. */
    private static final double SLACK = 1e-9;

    /**
     * The divisions between two places.
     *
     * @param most how many there is room for, at least 2
     * @param whole whether between two whole numbers there is nothing
     */
    static List<Tick> of(AxisScale scale, double from, double to, int most, boolean whole) {
        if (scale.logarithmic() && to - from < 2) {
            List<Tick> inside = insideDecades(from, to);
            return inside.size() > 1 ? inside : between(from, to, most);
        }
        if (scale.logarithmic() || scale.way() == AxisScale.Way.LOG) {
            List<Tick> decades = decades(scale, from, to, most);
            if (decades.size() > 1) {
                return decades;
            }
            return linear(from, to, most, false).stream()
                    .map(tick -> new Tick(tick.at, AxisScale.decade(tick.at)))
                    .toList();
        }
        return linear(from, to, most, whole);
    }

    private static List<Tick> linear(double from, double to, int most, boolean whole) {
        double rough = (to - from) / most;
        int exponent = (int) Math.floor(Math.log10(rough));
        double unit = Math.pow(10, exponent);
        double step = 0;
        for (double round : ROUND) {
            step = round * unit;
            if (step >= rough * (1 - SLACK)) {
                exponent = round == 10 ? exponent + 1 : exponent;
                break;
            }
        }
        if (whole && step < 1) {
            step = 1;
            exponent = 0;
        }
        double size = step;
        int decimals = Math.max(0, -exponent);
        return LongStream.rangeClosed((long) Math.ceil(from / size - SLACK), (long) Math.floor(to / size + SLACK))
                .mapToObj(i -> new Tick(i * size, decimal(i * size, decimals)))
                .toList();
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value)
                .replace('-', '−');
    }

    private static List<Tick> decades(AxisScale scale, double from, double to, int most) {
        int first = (int) Math.ceil(from - SLACK);
        int last = (int) Math.floor(to + SLACK);
        int stride = Math.max(1, (int) Math.ceil((last - first) / (double) most));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent++) {
            if (Math.floorMod(exponent, stride) == 0) {
                ticks.add(new Tick(exponent, scale.logarithmic() ? power(exponent) : AxisScale.decade(exponent)));
            }
        }
        return ticks;
    }

    /** A power of ten as a number where that is short. */
    private static String power(double exponent) {
        boolean plain = exponent == Math.rint(exponent) && exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN;
        return plain ? decimal(Math.pow(10, exponent), Math.max(0, (int) -exponent)) : AxisScale.decade(exponent);
    }

    /** Round numbers between two that are close to each other. */
    private static List<Tick> between(double from, double to, int most) {
        int exponent = (int) Math.floor(to);
        boolean plain = exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN;
        int unit = plain ? 0 : exponent;
        String times = plain ? "" : "·" + AxisScale.decade(unit);
        return linear(Math.pow(10, from - unit), Math.pow(10, to - unit), most, false).stream()
                .map(tick -> new Tick(unit + Math.log10(tick.at), tick.label + times))
                .toList();
    }

    private static List<Tick> insideDecades(double from, double to) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(from); exponent <= to; exponent++) {
            for (int digit : IN_DECADE) {
                double at = exponent + Math.log10(digit);
                if (at >= from - SLACK && at <= to + SLACK) {
                    ticks.add(new Tick(at, inDecade(digit, exponent)));
                }
            }
        }
        return ticks;
    }

    private static String inDecade(int digit, int exponent) {
        boolean plain = exponent >= LEAST_PLAIN && exponent <= MOST_PLAIN;
        return plain
                ? decimal(digit * Math.pow(10, exponent), Math.max(0, -exponent))
                : (digit == 1 ? "" : digit + "·") + AxisScale.decade(exponent);
    }
}
