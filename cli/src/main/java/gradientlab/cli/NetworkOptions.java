package gradientlab.cli;

import gradientlab.lab.run.TrainOptions;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of a network and its training; what is not given is the lecture's. */
final class NetworkOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "These options as a JSON object, keys as in the spec of run.json; options given beside it win.")
    private Path config;

    @Option(
            names = "--init",
            paramLabel = "NAME",
            completionCandidates = Names.Initialisations.class,
            description = "Initialisation: ${COMPLETION-CANDIDATES} (default standard-normal).")
    private String init;

    @Option(
            names = "--output-gain",
            paramLabel = "X",
            description = "Factor of the output layer's weights (default 1).")
    private Double outputGain;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            completionCandidates = Names.Activations.class,
            description = "Activation: ${COMPLETION-CANDIDATES} (default tanh).")
    private String activation;

    @Option(
            names = "--norm",
            paramLabel = "NAME",
            completionCandidates = Names.Normalisations.class,
            description = "Normalisation: ${COMPLETION-CANDIDATES} (default none).")
    private String norm;

    @Option(
            names = "--norm-place",
            paramLabel = "PLACE",
            completionCandidates = Names.Places.class,
            description = "Place of the normalisation: ${COMPLETION-CANDIDATES} the nonlinearity (default before).")
    private String normPlace;

    @Option(
            names = "--hidden-bias",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether hidden layers have biases; by default all but those with batch norm before their"
                    + " nonlinearity.")
    private Boolean hiddenBias;

    @Option(names = "--depth", paramLabel = "N", description = "Hidden layers (default 1).")
    private Integer depth;

    @Option(names = "--width", paramLabel = "N", description = "Units of each hidden layer (default 128).")
    private Integer width;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            completionCandidates = Names.Optimisers.class,
            description = "Optimiser: ${COMPLETION-CANDIDATES} (default sgd).")
    private String optimizer;

    @Option(names = "--lr", paramLabel = "X", description = "Learning rate (default 0.1).")
    private Double lr;

    @Option(names = "--batch-size", paramLabel = "N", description = "Examples per step (default 32).")
    private Integer batchSize;

    @Option(names = "--epochs", paramLabel = "N", description = "Epochs (default 10).")
    private Integer epochs;

    @Option(names = "--batches-per-epoch", paramLabel = "N", description = "Cap on an epoch's batches (default 101).")
    private Integer batchesPerEpoch;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of parameters and order (default 42).")
    private Long seed;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Repetitions with the seeds seed, seed + 1, … (default 1).")
    private Integer repeat;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with four IDX files to use instead of the bundled MNIST.")
    private String data;

    /** The plan of these options, and of the configuration file where they say nothing. */
    TrainingPlan plan() throws IOException {
        TrainOptions said = said();
        return (config == null ? said : said.orElse(TrainOptions.read(config))).toPlan();
    }

    private TrainOptions said() {
        return new TrainOptions(
                init,
                outputGain,
                activation,
                norm,
                normPlace,
                hiddenBias,
                depth,
                width,
                optimizer,
                lr,
                batchSize,
                epochs,
                batchesPerEpoch,
                seed,
                repeat,
                data);
    }
}
