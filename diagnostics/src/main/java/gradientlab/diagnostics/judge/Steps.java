package gradientlab.diagnostics.judge;

import java.util.List;

/** Names the update to which something between two observations is owed. */
final class Steps {

    private Steps() {}

    /**
     * A step or an interval of steps.
     *
     * @param iteration the state from which the step was made; of an interval, its end
     * @param words how to speak of it
     */
    record Step(int iteration, String words) {}

    /** Exact for neighbouring iterations, otherwise the largest step of the interval if it is out of proportion. */
    static Step between(RuleContext run, int before, int after) {
        if (after == before + 1) {
            return new Step(before, update(run, before));
        }
        int largest = before;
        for (int i = before; i < after; i++) {
            largest = ratio(run, i) > ratio(run, largest) || Double.isNaN(ratio(run, largest)) ? i : largest;
        }
        String interval = "the updates from iteration " + before + " to " + after;
        return ratio(run, largest) > run.limit(Limit.LOG10_UPDATE_RATIO_HIGH)
                ? new Step(largest, interval + ", of which the largest is " + update(run, largest) + ",")
                : new Step(after, interval);
    }

    /** log10 of the whole network's update:parameter ratio; NaN where it was not recorded. */
    static double ratio(RuleContext run, int iteration) {
        List<Double> ratios = run.history().updateRatios();
        int at = iteration - run.history().firstIteration();
        return at < 0 || at >= ratios.size() ? Double.NaN : ratios.get(at);
    }

    private static String update(RuleContext run, int iteration) {
        double ratio = ratio(run, iteration);
        return "the update made at iteration " + iteration
                + (Double.isNaN(ratio) ? "" : " (update:parameter ratio 10^" + EvidenceText.text(ratio) + ")");
    }
}
