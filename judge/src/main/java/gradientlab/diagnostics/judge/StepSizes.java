package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/**
 * How large the updates of a run were: the only evidence on which a learning rate is blamed.
 *
 * <p>log10(‖update‖ / ‖parameters‖) of the whole network for each iteration; −∞ for no update at all, NaN where it is not
 * known.
 */
record StepSizes(int firstIteration, List<Double> log10) {

    private static final double HALF_OF_USUAL = Math.log10(0.5e-3);

    static StepSizes of(RuleContext run) {
        return new StepSizes(run.history().firstIteration(), run.history().updateRatios());
    }

    /** Those of the second half of the run. */
    StepSizes later() {
        int half = log10.size() / 2;
        return new StepSizes(firstIteration + half, log10.subList(half, log10.size()));
    }

    /** The largest before an iteration; NaN when none is known. */
    double largestBefore(int iteration) {
        return largestBetween(firstIteration, iteration);
    }

    /** The largest from an iteration on and before another; NaN when none is known. */
    double largestBetween(int from, int before) {
        int start = Math.max(0, Math.min(log10.size(), from - firstIteration));
        int end = Math.max(start, Math.min(log10.size(), before - firstIteration));
        return log10.subList(start, end).stream()
                .mapToDouble(Double::doubleValue)
                .filter(ratio -> !Double.isNaN(ratio))
                .max()
                .orElse(Double.NaN);
    }

    /** The iteration of the largest before another; that one itself when none is known. */
    int atLargestBefore(int iteration) {
        double largest = largestBefore(iteration);
        int at = log10.indexOf(largest);
        return at < 0 ? iteration : firstIteration + at;
    }

    /** Share of the iterations with a larger one; NaN without any. */
    double shareAbove(double limit) {
        long known = log10.stream().filter(ratio -> !Double.isNaN(ratio)).count();
        return known == 0
                ? Double.NaN
                : (double) log10.stream().filter(ratio -> ratio > limit).count() / known;
    }

    /** Whether the usual step is less than half of 10^-3, the usual size (CS231n, Neural networks part 3). */
    boolean small() {
        double[] known = log10.stream()
                .mapToDouble(Double::doubleValue)
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        return known.length > 0 && Arithmetic.median(known) < HALF_OF_USUAL;
    }

    /** Whether the parameters cannot have gone far from where they started: small steps, and all of them together. */
    boolean stayed(RuleContext run) {
        return small() && movedAtMost() < run.shared(Limit.MOVED_SLOWLY);
    }

    /** To raise the rate, as the parameters cannot have gone far. */
    Advice tooSmall() {
        String moved = EvidenceText.percent(movedAtMost());
        return new Advice(
                Message.of("learning-rate-too-low.cause", String.valueOf(log10.size()), moved),
                Message.of("learning-rate-too-low.remedy"),
                Remedy.RAISE_LEARNING_RATE);
    }

    /** Σ ‖update‖ / ‖parameters‖: no parameter vector can have moved further, in multiples of its norm; 0 without any. */
    double movedAtMost() {
        return log10.stream()
                .mapToDouble(Double::doubleValue)
                .filter(ratio -> !Double.isNaN(ratio))
                .map(ratio -> Math.pow(10, ratio))
                .sum();
    }
}
