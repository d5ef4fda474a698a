package gradientlab.session;

import java.util.ArrayList;
import java.util.List;

/**
 * A curve that grows without growing: neighbours are averaged once there are too many points.
 *
 * <p>A point stands at the first iteration of its stretch and holds the mean of the stretch, which is not finite where
 * one of its values is not. All stretches but the last have the same number of values, a power of two.
 */
public final class BoundedIterationCurve {

    private final int limit;
    private final List<Integer> iterations = new ArrayList<>();
    private final List<Double> sums = new ArrayList<>();
    private int stretch = 1;
    private int inLast = 1;

    /**
     * A curve without a point yet.
     *
     * @param limit most points, even
     */
    public BoundedIterationCurve(int limit) {
        this.limit = limit;
    }

    /**
     * Where a curve stands: its points as sums over their stretches.
     *
     * @param stretch values in all stretches but the last
     * @param inLast values in the last
     */
    public record State(List<Integer> iterations, List<Double> sums, int stretch, int inLast) {}

    /** Where it stands. */
    public State state() {
        return new State(List.copyOf(iterations), List.copyOf(sums), stretch, inLast);
    }

    /** Goes on where another one of the same limit stood. */
    public void resume(State state) {
        iterations.addAll(state.iterations());
        sums.addAll(state.sums());
        stretch = state.stretch();
        inLast = state.inLast();
    }

    /** Adds the next point; the iterations ascend. */
    public void add(int iteration, double value) {
        int last = sums.size() - 1;
        if (last >= 0 && inLast < stretch) {
            sums.set(last, sums.get(last) + value);
            inLast++;
            return;
        }
        if (sums.size() == limit) {
            halve();
        }
        iterations.add(iteration);
        sums.add(value);
        inLast = 1;
    }

    private void halve() {
        for (int i = 0; i < limit / 2; i++) {
            iterations.set(i, iterations.get(2 * i));
            sums.set(i, sums.get(2 * i) + sums.get(2 * i + 1));
        }
        iterations.subList(limit / 2, limit).clear();
        sums.subList(limit / 2, limit).clear();
        stretch *= 2;
    }

    /** The curve so far. */
    public IterationCurve curve() {
        List<Double> means = new ArrayList<>(sums);
        for (int i = 0; i < means.size(); i++) {
            means.set(i, means.get(i) / (i == means.size() - 1 ? inLast : stretch));
        }
        return new IterationCurve(iterations, means);
    }
}
