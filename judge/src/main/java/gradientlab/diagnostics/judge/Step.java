package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/**
 * The update that led from one observation to the next, or the interval of updates where it is not known.
 *
 * @param iteration the state from which the update was made; of an interval, its end
 * @param key how to speak of it: the key of a sentence that starts with its arguments
 * @param arguments the iterations, and the update:parameter ratio where the sentence has one
 */
record Step(int iteration, String key, List<String> arguments) {

    /** Exact for neighbouring iterations, otherwise the largest step of the interval if it is out of proportion. */
    static Step between(RuleContext run, int before, int after) {
        if (after == before + 1) {
            return one(run, before);
        }
        int largest = before;
        for (int i = before; i < after; i++) {
            largest = ratio(run, i) > ratio(run, largest) || Double.isNaN(ratio(run, largest)) ? i : largest;
        }
        String from = String.valueOf(before);
        String to = String.valueOf(after);
        double ratio = ratio(run, largest);
        return ratio > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH)
                ? new Step(
                        largest,
                        "step-killed-units.evidence.largest",
                        List.of(from, to, String.valueOf(largest), EvidenceText.powerOfTen(ratio)))
                : new Step(after, "step-killed-units.evidence.interval", List.of(from, to));
    }

    private static Step one(RuleContext run, int iteration) {
        double ratio = ratio(run, iteration);
        String made = String.valueOf(iteration);
        return Double.isNaN(ratio)
                ? new Step(iteration, "step-killed-units.evidence", List.of(made))
                : new Step(
                        iteration, "step-killed-units.evidence.ratio", List.of(made, EvidenceText.powerOfTen(ratio)));
    }

    /** log10 of the whole network's update:parameter ratio; NaN where it was not recorded. */
    private static double ratio(RuleContext run, int iteration) {
        return StepSizes.of(run).largestBetween(iteration, iteration + 1);
    }
}
