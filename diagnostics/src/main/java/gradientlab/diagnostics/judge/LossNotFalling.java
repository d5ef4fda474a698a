package gradientlab.diagnostics.judge;

import java.util.List;
import java.util.stream.Stream;

/** The loss at the end of the run against its start; not where it is low already. */
final class LossNotFalling extends RuleCheck {

    private static final Advice UNEXPLAINED = new Advice(
            Message.of("loss-not-falling.cause.unknown"),
            Message.of("loss-not-falling.remedy.unknown"),
            Remedy.CHECK_DATA);

    LossNotFalling() {
        super(
                Severity.FAULT,
                Limit.LOSS_ITERATIONS,
                Limit.LOSS_FALL,
                Limit.INITIAL_LOSS_SHARE,
                Limit.LOG10_UPDATE_RATIO_LOW,
                Limit.LOG10_UPDATE_RATIO_HIGH);
    }

    /** Median of the last tenth against that of the first tenth. */
    @Override
    List<Finding> findings(RuleContext run) {
        LossCourse losses = LossCourse.of(run);
        if (losses.tooShort(run)) {
            return List.of();
        }
        double start = losses.median(0, losses.tenth());
        double end = losses.median(losses.length() - losses.tenth(), losses.length());
        boolean low = end < run.limit(Limit.INITIAL_LOSS_SHARE) * LossCourse.chance(run);
        if (low || !(end > (1 - run.limit(Limit.LOSS_FALL)) * start) || start <= 0) {
            return List.of();
        }
        return List.of(run.finding(
                Rule.LOSS_NOT_FALLING,
                "",
                LossCourse.last(run),
                Message.of(
                        "loss-not-falling.evidence",
                        EvidenceText.text(end),
                        String.valueOf(losses.length()),
                        EvidenceText.text(start),
                        String.valueOf(losses.tenth()),
                        EvidenceText.percent(run.limit(Limit.LOSS_FALL))),
                why(run),
                Limit.LOSS_FALL));
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

    private static Advice byUpdates(RuleContext run) {
        double ratio = Arithmetic.median(run.history().updateRatios().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        if (ratio < run.limit(Limit.LOG10_UPDATE_RATIO_LOW)) {
            return Advice.RAISE_RATE;
        }
        return ratio > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH) ? Advice.LOWER_RATE : UNEXPLAINED;
    }
}
