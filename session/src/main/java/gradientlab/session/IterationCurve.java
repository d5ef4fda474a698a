package gradientlab.session;

import java.util.List;

/**
 * A quantity over the iterations.
 *
 * @param iterations ascending
 * @param values one per iteration; may be NaN or infinite
 */
public record IterationCurve(List<Integer> iterations, List<Double> values) {

    /** Without a point. */
    public static final IterationCurve EMPTY = new IterationCurve(List.of(), List.of());

    /**
     * A curve of at most {@value SessionRecorder#CURVE_POINTS} points: of a longer one neighbours are averaged, and a
     * point stands at the first iteration of its stretch.
     */
    public static IterationCurve bounded(List<Integer> iterations, List<Double> values) {
        var bounded = new BoundedIterationCurve(SessionRecorder.CURVE_POINTS);
        IterationCurve all = new IterationCurve(iterations, values);
        for (int i = 0; i < all.size(); i++) {
            bounded.add(iterations.get(i), values.get(i));
        }
        return bounded.curve();
    }

    /** Copies the lists; throws {@link IllegalArgumentException} when their lengths differ. */
    public IterationCurve {
        iterations = List.copyOf(iterations);
        values = List.copyOf(values);
        if (iterations.size() != values.size()) {
            throw new IllegalArgumentException("A curve has a value per iteration, but there were " + values.size()
                    + " values for " + iterations.size() + " iterations.");
        }
    }

    /** Number of points. */
    public int size() {
        return iterations.size();
    }

    /** The newest value; NaN without any. */
    public double last() {
        return values.isEmpty() ? Double.NaN : values.get(values.size() - 1);
    }
}
