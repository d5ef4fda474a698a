package gradientlab.benchmarks;

import java.util.List;

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
                Median.of(runs, Timing::cpuMicros),
                Median.of(runs, Timing::wallMicros),
                runs.get(runs.size() - 1).loss);
    }
}
