package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.stream.Stream;

/** The loss at the end of the run against that of guessing, or against its start. */
final class LossNotFalling extends RuleCheck {

    private static final Advice UNEXPLAINED = new Advice(
            Message.of("loss-not-falling.cause.unknown"), Message.of("loss-not-falling.remedy.unknown"), Remedy.OTHER);

    LossNotFalling() {
        super(
                Severity.FAULT,
                Limit.LOSS_ITERATIONS,
                Limit.LOSS_FALL,
                Limit.STUCK_SHARE,
                Limit.MOVED,
                Limit.LOG10_UPDATE_RATIO_HIGH);
    }

    /**
     * Against the loss of guessing where that is known: a loss that falls to it has learned nothing. Otherwise against the
     * start of the run. Nothing of a network that was trained before: it may have arrived.
     */
    @Override
    List<Finding> findings(RuleContext run) {
        Learning learning = run.learning();
        if (!learning.judged() || run.history().training().pretrained()) {
            return List.of();
        }
        boolean guess = learning.guess() > 0;
        boolean stuck = guess
                ? learning.end() > run.limit(Limit.STUCK_SHARE) * learning.guess()
                : learning.start() > 0 && learning.end() > (1 - run.limit(Limit.LOSS_FALL)) * learning.start();
        return stuck ? List.of(finding(run, learning, guess)) : List.of();
    }

    private static Finding finding(RuleContext run, Learning learning, boolean guess) {
        Limit limit = guess ? Limit.STUCK_SHARE : Limit.LOSS_FALL;
        return run.finding(
                Rule.LOSS_NOT_FALLING,
                "",
                LossCourse.last(run),
                Message.of(
                        guess ? "loss-not-falling.evidence.guess" : "loss-not-falling.evidence",
                        EvidenceText.text(learning.end()),
                        String.valueOf(run.history().losses().size()),
                        EvidenceText.text(guess ? learning.guess() : learning.start()),
                        String.valueOf(run.history().losses().size() / 10),
                        EvidenceText.percent(run.limit(limit))),
                why(run),
                limit);
    }

    /** The advice of whatever else is wrong; without anything, the size of the updates decides. */
    private static Advice why(RuleContext run) {
        return Stream.of(
                        Rule.INPUT_NOT_SCALED,
                        Rule.SYMMETRIC_UNITS,
                        Rule.STEP_KILLED_UNITS,
                        Rule.DEAD_UNITS,
                        Rule.VANISHING_DELTA,
                        Rule.EXPLODING_DELTA,
                        Rule.VANISHING_OVER_TIME,
                        Rule.EXPLODING_OVER_TIME,
                        Rule.HIDDEN_SATURATION,
                        Rule.BATCH_NORM_OF_ONE)
                .flatMap(rule -> run.findings(rule).stream())
                .filter(finding -> finding.severity() == Severity.FAULT)
                .findFirst()
                .map(Advice::of)
                .orElseGet(() -> byUpdates(run));
    }

    /** Parameters that cannot have moved prove a rate that is too low; steps as large as the weights one that is too high. */
    private static Advice byUpdates(RuleContext run) {
        StepSizes steps = StepSizes.of(run);
        if (steps.small() && steps.movedAtMost() < run.limit(Limit.MOVED)) {
            return steps.tooSmall();
        }
        int batch = run.first().map(Observation::batchSize).orElse(0);
        if (batch <= Learning.FEW && run.learning().end() > run.learning().guess()) {
            return LossOscillating.noisy(batch);
        }
        if (steps.largestBefore(Integer.MAX_VALUE) > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH)) {
            return TrainingCause.largeSteps(run, LossCourse.last(run) + 1);
        }
        return run.found(Rule.LABELS_IMBALANCED) ? LabelsImbalanced.advice() : UNEXPLAINED;
    }
}
