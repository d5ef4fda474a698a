package gradientlab.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a run of steps took.
 *
 * @param cpuMicros the training thread's processor time for a step, in microseconds
 * @param wallMicros the clock's time for a step, in microseconds
 * @param loss the last step's loss before its update; NaN where there is none
 */
record Timing(double cpuMicros, double wallMicros, double loss) {

    /** The medians of the times of several runs; the loss is the last's. */
    static Timing median(List<Timing> runs) {
        return new Timing(
                median(runs, Timing::cpuMicros), median(runs, Timing::wallMicros), runs.get(runs.size() - 1).loss);
    }

    private static double median(List<Timing> runs, ToDoubleFunction<Timing> of) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
