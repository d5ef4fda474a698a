package gradientlab.diagnostics.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The course of the loss over the iterations. */
final class LossRules {

    private LossRules() {}

    /** Median of the last tenth against the first tenth; not where it is low already. */
    static List<Finding> notFalling(RuleContext run) {
        double[] losses = losses(run);
        if (losses.length < run.limit(Limit.LOSS_ITERATIONS)) {
            return List.of();
        }
        int window = losses.length / 10;
        double start = median(losses, 0, window);
        double end = median(losses, losses.length - window, losses.length);
        boolean low = end < run.limit(Limit.INITIAL_LOSS_SHARE) * chance(run);
        if (low || !(end > (1 - run.limit(Limit.LOSS_FALL)) * start) || start <= 0) {
            return List.of();
        }
        String evidence = "loss " + EvidenceText.text(end) + " after " + losses.length + " iterations against "
                + EvidenceText.text(start) + " at the start (medians of " + window + "), limit a fall by "
                + EvidenceText.percent(run.limit(Limit.LOSS_FALL));
        return List.of(run.finding(
                Rule.LOSS_NOT_FALLING, "", last(run), evidence, CombinedRules.whyNotFalling(run), Limit.LOSS_FALL));
    }

    /** Over the second half: how much the loss jumps from one iteration to the next. */
    static List<Finding> oscillating(RuleContext run) {
        double[] losses = losses(run);
        int from = losses.length / 2;
        if (losses.length < run.limit(Limit.LOSS_ITERATIONS)) {
            return List.of();
        }
        double swing = EvidenceText.median(IntStream.range(from + 1, losses.length)
                .mapToDouble(i -> Math.abs(losses[i] - losses[i - 1]))
                .toArray());
        double level = median(losses, from, losses.length);
        double reference = Double.isNaN(chance(run)) ? median(losses, 0, losses.length / 10) : chance(run);
        double limit = Math.max(run.limit(Limit.LOSS_SWING), 1 / Math.sqrt(batch(run))) * reference;
        if (!(swing > limit) || level < run.limit(Limit.INITIAL_LOSS_SHARE) * reference) {
            return List.of();
        }
        String evidence = "the loss changes by " + EvidenceText.text(swing)
                + " from one iteration to the next (median of " + (losses.length - from) + ", at a loss of "
                + EvidenceText.text(level) + "), limit " + EvidenceText.text(limit);
        return List.of(
                run.finding(Rule.LOSS_OSCILLATING, "", last(run), evidence, whyOscillating(run), Limit.LOSS_SWING));
    }

    /** Large features and large logits make the loss jump at any learning rate: only without them is the rate to blame. */
    private static Advice whyOscillating(RuleContext run) {
        if (run.inputUnscaled()) {
            return Advice.scaleInput(run);
        }
        return OutputRules.tooWide(run).stream()
                .findFirst()
                .map(wide -> new Advice(wide.cause(), wide.remedy(), wide.change()))
                .orElse(Advice.LOWER_RATE);
    }

    private static double[] losses(RuleContext run) {
        return run.history().losses().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
    }

    private static double median(double[] values, int from, int to) {
        return EvidenceText.median(Arrays.copyOfRange(values, from, to));
    }

    private static double chance(RuleContext run) {
        return run.first().map(run::chance).orElse(Double.NaN);
    }

    private static int batch(RuleContext run) {
        return run.first().map(Observation::batchSize).orElse(1);
    }

    private static int last(RuleContext run) {
        return run.history().firstIteration() + run.history().losses().size() - 1;
    }
}
