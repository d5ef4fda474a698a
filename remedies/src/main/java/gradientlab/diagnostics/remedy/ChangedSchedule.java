package gradientlab.diagnostics.remedy;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A schedule times a factor, which grows to its full size over the first iterations.
 *
 * <p>A value: of two updaters that are equal before a change DL4J makes one block, and of the changed ones as well.
 *
 * @param iterations in which it grows from almost 0; 1 where it is the factor from the start
 */
record ChangedSchedule(ISchedule schedule, double factor, double iterations) implements ISchedule {

    /** The learning rate of an updater, be it a constant or a schedule. */
    private record RateOf(IUpdater updater) implements ISchedule {

        @Override
        public double valueAt(int iteration, int epoch) {
            return updater.getLearningRate(iteration, epoch);
        }

        @Override
        public ISchedule clone() {
            return this;
        }
    }

    /** Gives an updater the rate that it has, changed so. */
    static void change(IUpdater updater, double factor, double iterations) {
        ISchedule changed = new ChangedSchedule(new RateOf(updater.clone()), factor, iterations);
        updater.setLrAndSchedule(changed.valueAt(0, 0), changed);
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return factor * Math.min(1, (iteration + 1) / iterations) * schedule.valueAt(iteration, epoch);
    }

    @Override
    public ISchedule clone() {
        return this;
    }
}
