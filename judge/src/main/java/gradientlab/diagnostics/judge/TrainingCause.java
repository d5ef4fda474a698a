package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.Set;

/** Why a layer that was in order at first is not any more. */
final class TrainingCause {

    /** Updaters whose first steps are as large as the learning rate whatever the gradient: Kingma and Ba 2015, section 2.1. */
    private static final Set<String> NORMALISED =
            Set.of("Adam", "AdaMax", "Nadam", "AMSGrad", "RmsProp", "AdaGrad", "AdaBelief");

    /** A warm-up does not help against large steps after this many iterations. */
    private static final int WARM_UP = 20;

    /** A step of half of the parameters' norm: a tenth of it is still out of proportion. */
    private static final double HALF = 0.5;

    /** Norm of a step over that of the parameters after it: such a step has replaced them, and a warm-up does not help. */
    private static final double REPLACED = 0.9;

    private TrainingCause() {}

    /**
     * The learning rate where a step since the observation before was as large as the weights; otherwise the cause is not
     * determined, and what would tell is said.
     */
    static Advice of(RuleContext run, Observation seen) {
        StepSizes steps = StepSizes.of(run);
        double largest = steps.largestBetween(before(run, seen), seen.iteration());
        return largest > run.shared(Limit.LOG10_UPDATE_RATIO_HIGH)
                ? largeSteps(run, seen.iteration())
                : undetermined(largest, seen);
    }

    /** The iteration of the observation before. */
    private static int before(RuleContext run, Observation seen) {
        return run.observations().stream()
                .mapToInt(Observation::iteration)
                .filter(iteration -> iteration < seen.iteration())
                .max()
                .orElse(seen.iteration());
    }

    /**
     * Of steps that are too large: a warm-up where only the first ones are, and the updater makes them so. Parameters that
     * one step replaced are as large as the step, which makes the later ones look small: there the rate is lowered.
     */
    static Advice largeSteps(RuleContext run, int before) {
        StepSizes steps = StepSizes.of(run);
        String largest = EvidenceText.text(Math.pow(10, steps.largestBefore(before)));
        String at = String.valueOf(steps.atLargestBefore(before));
        int divisor = Math.pow(10, steps.largestBefore(before)) > HALF ? 100 : 10;
        boolean first = steps.log10().size() > 2 * WARM_UP
                && new StepSizes(0, steps.log10().subList(WARM_UP, steps.log10().size()))
                                .shareAbove(run.shared(Limit.LOG10_UPDATE_RATIO_HIGH))
                        == 0;
        boolean normalised = run.history().training().layers().stream()
                .anyMatch(layer -> NORMALISED.contains(layer.updater().kind()));
        return first && normalised && !replaced(steps, before)
                ? new Advice(
                        Message.of("first-steps-too-large.cause", largest, at),
                        Message.of("first-steps-too-large.remedy"),
                        Remedy.warmUp())
                : new Advice(
                        Message.of("learning-rate-too-high.cause", largest, at),
                        Message.of("learning-rate-too-high.remedy", String.valueOf(divisor)),
                        Remedy.multiplyLearningRate(1.0 / divisor));
    }

    private static boolean replaced(StepSizes steps, int before) {
        return Math.pow(10, steps.largestBefore(before)) > REPLACED;
    }

    /** Whether one of the first steps replaced the parameters, so that the start has no more to do with what follows. */
    static boolean startIsGone(RuleContext run) {
        return replaced(StepSizes.of(run), run.start() + WARM_UP);
    }

    private static Advice undetermined(double largest, Observation seen) {
        return Double.isNaN(largest)
                ? undetermined(seen)
                : new Advice(
                        Message.of("undetermined.cause.steps", EvidenceText.percent(Math.pow(10, largest))),
                        Message.of("undetermined.remedy"),
                        Remedy.OTHER);
    }

    /** Before the first update no learning rate matters. */
    static Advice undetermined(Observation seen) {
        return new Advice(
                Message.of("undetermined.cause"),
                Message.of(seen.iteration() == 0 ? "undetermined.remedy.start" : "undetermined.remedy"),
                Remedy.OTHER);
    }
}
