package gradientlab.explorer;

import gradientlab.lab.run.TrainingPlan;
import java.util.Optional;

/**
 * How many batches an epoch of a training has, so that {@code train} can take all of its steps.
 *
 * @param batches at least 1
 */
record EpochLength(int batches) {

    /** Epochs may become this many times shorter, and not more: each begins with a new order of all examples. */
    private static final int SHORTER = 4;

    /**
     * The longest epochs of which the steps are a whole number.
     *
     * @param steps of the training
     * @param most batches that the examples make
     */
    static EpochLength of(int steps, int most) {
        int fewest = (steps - 1) / most + 1;
        for (int epochs = fewest; epochs <= SHORTER * fewest; epochs++) {
            if (steps % epochs == 0) {
                return new EpochLength(steps / epochs);
            }
        }
        return new EpochLength(most);
    }

    /** The plan that takes just these steps; empty where they end within an epoch behind the first. */
    Optional<TrainingPlan> plan(TrainingPlan plan, int steps) {
        if (steps <= batches) {
            return Optional.of(plan.lasting(1, steps));
        }
        return steps % batches == 0 ? Optional.of(plan.lasting(steps / batches, batches)) : Optional.empty();
    }
}
