package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.stream.Stream;

/** How much the loss jumps from one iteration to the next, over the second half of the run. */
final class LossOscillating extends RuleCheck {

    private static final int ENOUGH = 32;

    LossOscillating() {
        super(Severity.FAULT, Limit.LOSS_SWING, Limit.LOSS_ITERATIONS, Limit.INITIAL_LOSS_SHARE);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        LossCourse losses = LossCourse.of(run);
        if (losses.tooShort(run)) {
            return List.of();
        }
        int from = losses.length() / 2;
        double swing = losses.medianChange(from);
        double level = losses.median(from, losses.length());
        double reference = run.learning().reference();
        double limit = Math.max(run.limit(Limit.LOSS_SWING), 1 / Math.sqrt(batch(run))) * reference;
        if (!(swing > limit) || level < run.limit(Limit.INITIAL_LOSS_SHARE) * reference) {
            return List.of();
        }
        return List.of(run.finding(
                Rule.LOSS_OSCILLATING,
                "",
                LossCourse.last(run),
                Message.of(
                        "loss-oscillating.evidence",
                        EvidenceText.text(swing),
                        String.valueOf(losses.length() - from),
                        EvidenceText.text(level),
                        EvidenceText.text(limit)),
                why(run),
                Limit.LOSS_SWING));
    }

    /** Batches of a few examples differ from each other; larger ones do not swing that far unless steps overshoot. */
    private static Advice bySteps(RuleContext run) {
        if (batch(run) <= Learning.FEW) {
            return noisy(batch(run));
        }
        return new Advice(
                Message.of("overshooting.cause"),
                Message.of("learning-rate-too-high.remedy", "10"),
                Remedy.LOWER_LEARNING_RATE);
    }

    static Advice noisy(int batch) {
        return new Advice(
                Message.of("noisy-batches.cause", String.valueOf(batch)),
                Message.of("noisy-batches.remedy", String.valueOf(ENOUGH)),
                Remedy.enlargeBatch(ENOUGH));
    }

    private static int batch(RuleContext run) {
        return run.first().map(Observation::batchSize).orElse(1);
    }

    /** Large features, weights and logits make the loss jump at any learning rate: the rate comes last. */
    private static Advice why(RuleContext run) {
        if (run.found(Rule.INPUT_NOT_SCALED)) {
            return InputNotScaled.advice(run);
        }
        Stream<Finding> wideWeights = Stream.of(Rule.HIDDEN_SATURATION, Rule.EXPLODING_DELTA)
                .flatMap(rule -> run.findings(rule).stream())
                .filter(finding -> finding.change().kind() == Remedy.Kind.SCALE_WEIGHTS);
        return Stream.concat(run.findings(Rule.OUTPUT_TOO_WIDE).stream(), wideWeights)
                .findFirst()
                .map(Advice::of)
                .orElseGet(() -> bySteps(run));
    }
}
