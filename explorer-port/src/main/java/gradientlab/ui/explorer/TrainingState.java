package gradientlab.ui.explorer;

import java.util.List;

/**
 * How a training stands.
 *
 * @param training its name
 * @param phase what it does
 * @param sentence what there is to say, such as why it has ended; may be empty
 * @param steps after which it ends
 * @param step steps taken
 * @param nets one or two
 */
public record TrainingState(String training, Phase phase, String sentence, int steps, int step, List<Net> nets) {

    /** What a training does. */
    public enum Phase {
        PAUSED,
        RUNNING,
        /** Takes its steps once more, for the dashboard or a run folder. */
        RECORDING,
        DONE,
        FAILED
    }

    /**
     * One of its networks.
     *
     * @param session its name on the dashboard; empty before it was recorded
     * @param learningRate of the next step
     * @param losses of the steps asked for, each that of the step's own batch before its update
     * @param accuracies on test examples
     * @param lookedAt steps taken when its layers were measured
     * @param layers as they were then, without theory
     * @param dead units that died, as it happened
     * @param diverged a sentence that says since when its loss is not finite; empty while it is
     * @param command the command line that trains the same steps into a run folder; empty where none does
     * @param saved the run folder that it was saved in
     */
    public record Net(
            String title,
            String session,
            double learningRate,
            Losses losses,
            Accuracies accuracies,
            int lookedAt,
            List<Picture.Layer> layers,
            List<Died> dead,
            String diverged,
            String command,
            Saved saved) {}

    /**
     * The run folder of a network.
     *
     * @param step after which it was saved; 0 before that
     * @param folder empty before that
     * @param hindrance why it cannot be saved as it is now
     */
    public record Saved(int step, String folder, Hindrance hindrance) {}

    /** Why a run folder cannot have the steps that were taken: {@code train} does not take them. */
    public enum Hindrance {
        NONE,
        /** No step was taken. */
        NO_STEP,
        /** There are skips. */
        SKIP,
        /** Pixels are not from 0 to 1. */
        PIXELS,
        /** The learning rate was changed. */
        RATE,
        /** The batches are in the order of another network's seed. */
        ORDER,
        /** The steps end within an epoch behind the first. */
        EPOCH
    }

    /** Losses from a step on. */
    public record Losses(int from, List<Double> values) {}

    /** Test accuracies after a number of steps. */
    public record Accuracies(List<Integer> steps, List<Double> values) {}

    /** Units of a hidden layer, counted from 1, that were alive before a step and dead after it. */
    public record Died(int step, int layer, int units) {}
}
