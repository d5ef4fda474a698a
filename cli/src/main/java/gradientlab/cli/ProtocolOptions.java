package gradientlab.cli;

import gradientlab.lab.Scale;
import gradientlab.lab.run.TrainOptions;
import gradientlab.lab.run.TrainingPlan;
import picocli.CommandLine.Option;

/** The options by which the experiments' protocol departs from the lecture's. */
final class ProtocolOptions {

    /** Enough seeds for comparisons to show a spread, few enough for two minutes. */
    static final int REPETITIONS = 3;

    private static final Integer QUICK_EPOCHS = 3;
    private static final Integer QUICK_BATCHES = 30;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the networks and of the order (default 42).")
    Long seed;

    @Option(names = "--repeat", paramLabel = "N", description = "Seeds per plan where plans are compared (default 3).")
    Integer repeat;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs (default 10).")
    Integer epochs;

    @Option(names = "--batches-per-epoch", paramLabel = "N", description = "Batches of an epoch (default 101).")
    Integer batchesPerEpoch;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with four IDX files to use instead of the bundled MNIST.")
    String data;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Networks that train at the same time; by default one per core, at most 4.")
    Integer workers;

    @Option(
            names = "--quick",
            description = "A short version: 3 epochs of 30 batches, small grids; each experiment in half a minute.")
    boolean quick;

    @Option(names = "--full", description = "The whole grids of the summary's experiments; hours.")
    boolean full;

    /** @throws IllegalArgumentException if both versions are asked for */
    Scale scale() {
        if (quick && full) {
            throw new IllegalArgumentException("--quick and --full contradict each other: give one of them");
        }
        return quick ? Scale.QUICK : full ? Scale.FULL : Scale.NORMAL;
    }

    TrainingPlan protocol() {
        TrainOptions said = new TrainOptions(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                epochs == null && quick ? QUICK_EPOCHS : epochs,
                batchesPerEpoch == null && quick ? QUICK_BATCHES : batchesPerEpoch,
                seed,
                repeat == null ? Integer.valueOf(REPETITIONS) : repeat,
                data);
        return said.toPlan();
    }

    int workers() {
        int count = workers == null ? defaultWorkers() : workers;
        requireWorkers(count);
        return count;
    }

    /** One per core, at most 4: each needs memory of its own. */
    static int defaultWorkers() {
        return Math.min(4, Runtime.getRuntime().availableProcessors());
    }

    static void requireWorkers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("--workers must be at least 1, not " + count);
        }
    }
}
