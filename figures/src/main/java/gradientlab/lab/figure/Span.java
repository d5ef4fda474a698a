package gradientlab.lab.figure;

import java.util.Arrays;
import java.util.List;

/**
 * What an axis shows of its scale.
 *
 * @param from the place at its beginning; of an axis of decades by the logarithm
 * @param to the place at its end
 * @param whole whether all its values are whole numbers
 */
record Span(AxisScale scale, double from, double to, boolean whole) {

    /** Room beyond the data, as a share. */
    private static final double MARGIN = 0.03;

    /**
     * @param values all that is to be seen
     * @param zero whether 0 has to be seen, too
     */
    static Span of(AxisScale scale, double[] values, boolean zero) {
        double[] places = Arrays.stream(values)
                .map(value -> place(scale, value))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(places).min().orElse(0);
        double most = Arrays.stream(places).max().orElse(1);
        Double low = bound(scale, scale.low());
        Double high = bound(scale, scale.high());
        double from = low != null ? low : zero ? Math.min(0, least) : least;
        double to = high != null ? high : zero ? Math.max(0, most) : most;
        if (!(to > from)) {
            to = from + 1;
        }
        double room = MARGIN * (to - from);
        boolean whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        return new Span(
                scale,
                low != null || zero && from == 0 ? from : from - room,
                high != null || zero && to == 0 ? to : to + room,
                whole && scale.way() == AxisScale.Way.PLAIN);
    }

    private static Double bound(AxisScale scale, Double bound) {
        return bound == null || !scale.logarithmic() ? bound : bound > 0 ? (Double) Math.log10(bound) : null;
    }

    private static double place(AxisScale scale, double value) {
        double place = scale.place(value);
        return scale.logarithmic() ? Math.log10(place) : place;
    }

    /** Where a value lies between the beginning (0) and the end (1); NaN for one that the axis does not have. */
    double share(double value) {
        return ofPlace(place(scale, value));
    }

    double ofPlace(double place) {
        return (place - from) / (to - from);
    }

    List<Tick> ticks(int most) {
        return Tick.of(scale, from, to, most, whole);
    }
}
