package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.limits.Limit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The losses of a run, one per iteration, without the regularisation term and without those that are not finite.
 *
 * @param values in the order of the iterations
 */
record LossCourse(double[] values) {

    static LossCourse of(RuleContext run) {
        return new LossCourse(run.history().dataLosses().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray());
    }

    int length() {
        return values.length;
    }

    /** Whether they are too few to be judged. */
    boolean tooShort(RuleContext run) {
        return values.length < run.limit(Limit.LOSS_ITERATIONS);
    }

    /** Iterations in a tenth of the run. */
    int tenth() {
        return values.length / 10;
    }

    double median(int from, int to) {
        return Arithmetic.median(Arrays.copyOfRange(values, from, to));
    }

    double mean(int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(Double.NaN);
    }

    /** Median of |change from one iteration to the next|, from an iteration on. */
    double medianChange(int from) {
        return Arithmetic.median(IntStream.range(from + 1, values.length)
                .mapToDouble(i -> Math.abs(values[i] - values[i - 1]))
                .toArray());
    }

    /** ln C, or NaN where it cannot be told. */
    static double chance(RuleContext run) {
        return run.first().map(run::chance).orElse(Double.NaN);
    }

    /** The last iteration that has a loss. */
    static int last(RuleContext run) {
        return run.history().firstIteration() + run.history().losses().size() - 1;
    }
}
