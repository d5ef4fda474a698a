package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The update:parameter ratio of some weights out of range, together with a loss that shows it.
 *
 * <p>Never alone: the lecture's broken network passes it, and healthy ones leave it for a while.
 */
final class UpdateRatio extends RuleCheck {

    /** Share of the loss of guessing above which a fall is hardly one. */
    private static final double SLOW = 0.85;

    UpdateRatio() {
        super(
                Severity.FAULT,
                Limit.LOG10_UPDATE_RATIO_HIGH,
                Limit.LOG10_UPDATE_RATIO_LOW,
                Limit.MOVED_SLOWLY,
                Limit.MOVED_LATER);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        boolean notFalling = run.found(Rule.LOSS_NOT_FALLING);
        boolean wild = run.found(Rule.LOSS_OSCILLATING) || killedByRate(run) || run.found(Rule.NON_FINITE);
        List<Ratio> ratios = run.observations().stream()
                .flatMap(seen -> Ratio.of(seen).stream())
                .toList();
        Optional<Ratio> high = ratios.stream()
                .filter(ratio -> ratio.log10() > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH))
                .findFirst();
        boolean allLow = !ratios.isEmpty()
                && ratios.stream().allMatch(ratio -> ratio.log10() < run.limit(Limit.LOG10_UPDATE_RATIO_LOW));
        if ((notFalling || wild) && high.isPresent()) {
            return List.of(finding(run, high.get(), Limit.LOG10_UPDATE_RATIO_HIGH, tooHigh(run)));
        }
        if (slow(run)) {
            return List.of(slowly(run));
        }
        if (faded(run)) {
            return List.of(fading(run));
        }
        return notFalling && allLow
                ? List.of(finding(run, ratios.get(0), Limit.LOG10_UPDATE_RATIO_LOW, Advice.RAISE_RATE))
                : List.of();
    }

    /** By the largest step of all parameters together where one was seen to be large. */
    private static Advice tooHigh(RuleContext run) {
        int end = LossCourse.last(run) + 1;
        return StepSizes.of(run).largestBefore(end) > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH)
                ? TrainingCause.largeSteps(run, end)
                : Advice.LOWER_RATE;
    }

    /** Whether units died of a step that was large, not of one that was not. */
    private static boolean killedByRate(RuleContext run) {
        return run.findings(Rule.STEP_KILLED_UNITS).stream()
                .anyMatch(killed -> killed.change().kind() != Remedy.Kind.OTHER);
    }

    /** A loss that falls, but hardly, while the parameters stay near where they were. */
    private static boolean slow(RuleContext run) {
        Learning learning = run.learning();
        StepSizes steps = StepSizes.of(run);
        return learning.judged()
                && learning.end() > SLOW * learning.reference()
                && steps.small()
                && steps.movedAtMost() < run.limit(Limit.MOVED_SLOWLY);
    }

    /** A schedule under which the second half of the run hardly moves the parameters, though there is much to learn. */
    private static boolean faded(RuleContext run) {
        Learning learning = run.learning();
        boolean scheduled = run.history().training().layers().stream()
                .anyMatch(layer -> !layer.updater().schedule().isEmpty());
        return scheduled
                && learning.judged()
                && !learning.well()
                && !learning.diverged()
                && StepSizes.of(run).later().small()
                && StepSizes.of(run).later().movedAtMost() < run.limit(Limit.MOVED_LATER);
    }

    private static Finding fading(RuleContext run) {
        StepSizes later = StepSizes.of(run).later();
        String moved = EvidenceText.percent(later.movedAtMost());
        return run.finding(
                Rule.UPDATE_RATIO,
                "",
                LossCourse.last(run),
                Message.of(
                        "update-ratio.evidence.faded",
                        String.valueOf(later.log10().size()),
                        moved,
                        EvidenceText.percent(run.limit(Limit.MOVED_LATER)),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(
                        Message.of("schedule-too-low.cause", schedules(run)),
                        Message.of("schedule-too-low.remedy"),
                        Remedy.RAISE_LEARNING_RATE),
                Limit.MOVED_LATER);
    }

    private static String schedules(RuleContext run) {
        return run.history().training().layers().stream()
                .map(layer -> layer.updater().schedule())
                .filter(schedule -> !schedule.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Finding slowly(RuleContext run) {
        StepSizes steps = StepSizes.of(run);
        return run.finding(
                Rule.UPDATE_RATIO,
                "",
                LossCourse.last(run),
                Message.of(
                        "update-ratio.evidence.moved",
                        String.valueOf(steps.log10().size()),
                        EvidenceText.percent(steps.movedAtMost()),
                        EvidenceText.percent(run.limit(Limit.MOVED_SLOWLY)),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                steps.tooSmall(),
                Limit.MOVED_SLOWLY);
    }

    private static Finding finding(RuleContext run, Ratio ratio, Limit limit, Advice advice) {
        return run.finding(
                Rule.UPDATE_RATIO,
                ratio.layer(),
                ratio.iteration(),
                Message.of(
                        "update-ratio.evidence",
                        ratio.parameter(),
                        EvidenceText.powerOfTen(ratio.log10()),
                        EvidenceText.powerOfTen(run.limit(limit))),
                advice,
                limit);
    }

    /** The ratio of one weight tensor in one observation. */
    private record Ratio(String layer, int iteration, String parameter, double log10) {

        /** Biases start at 0 and say nothing; −∞ is no update at all, as where the gradient is exactly 0. */
        static List<Ratio> of(Observation seen) {
            return seen.snapshot().layers().stream()
                    .flatMap(layer -> layer.parameters().stream()
                            .filter(p -> p.name().equals("W") && !Double.isNaN(p.log10UpdateRatio()))
                            .map(p -> new Ratio(layer.name(), seen.iteration(), p.key(), p.log10UpdateRatio())))
                    .toList();
        }
    }
}
