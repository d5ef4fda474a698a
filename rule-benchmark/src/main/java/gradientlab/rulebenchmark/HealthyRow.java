package gradientlab.rulebenchmark;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.List;

/**
 * One healthy way to set up a network.
 *
 * @param deepest up to how many hidden layers it learns within the short runs of the suite
 */
record HealthyRow(
        ActivationFunction activation,
        Initialisation initialisation,
        Normalisation normalisation,
        Optimiser optimiser,
        double learningRate,
        int deepest) {

    /** The table. */
    static final List<HealthyRow> ALL = List.of(
            row("tanh", "torch-linear", "none", "sgd", 0.2, 2),
            row("tanh", "xavier-normal", "none", "sgd", 0.1, 5),
            row("tanh", "xavier-uniform", "none", "adam", 1e-3, 5),
            row("tanh", "lecun-normal", "none", "sgd", 0.2, 5),
            row("tanh", "lecun-uniform", "none", "sgd", 0.1, 5),
            row("tanh", "orthogonal", "none", "sgd", 0.1, 5),
            row("tanh", "kaiming-normal", "none", "sgd", 0.05, 5),
            row("tanh", "kaiming-uniform", "none", "adam", 1e-3, 5),
            row("tanh", "standard-normal-scaled", "none", "sgd", 0.1, 3),
            row("tanh", "xavier-normal", "batch", "sgd", 0.1, 5),
            row("relu", "torch-linear", "none", "sgd", 0.2, 2),
            row("relu", "kaiming-normal", "none", "sgd", 0.1, 5),
            row("relu", "kaiming-uniform", "none", "sgd", 0.05, 5),
            row("relu", "kaiming-normal", "none", "adam", 1e-3, 5),
            row("relu", "xavier-uniform", "none", "adam", 1e-3, 5),
            row("relu", "orthogonal", "none", "sgd", 0.1, 5),
            row("relu", "lecun-normal", "none", "rmsprop", 1e-3, 5),
            row("relu", "kaiming-normal", "batch", "sgd", 0.2, 5),
            row("relu", "kaiming-uniform", "batch", "adam", 1e-3, 5),
            row("leaky-relu", "kaiming-normal", "none", "sgd", 0.1, 5),
            row("leaky-relu", "xavier-normal", "none", "adam", 1e-3, 5),
            row("leaky-relu", "kaiming-uniform", "batch", "sgd", 0.1, 5),
            row("selu", "lecun-normal", "none", "sgd", 0.05, 5),
            row("selu", "lecun-uniform", "none", "adam", 1e-3, 5),
            row("elu", "xavier-uniform", "none", "sgd", 0.1, 5),
            row("gelu", "kaiming-normal", "none", "nesterov", 0.02, 5),
            row("sigmoid", "xavier-normal", "none", "sgd", 0.2, 1),
            row("sigmoid", "lecun-normal", "none", "adam", 3e-3, 2),
            row("sigmoid", "kaiming-uniform", "batch", "sgd", 0.2, 5));

    private static HealthyRow row(String f, String init, String norm, String optimiser, double lr, int deepest) {
        return new HealthyRow(
                HiddenActivations.parse(f),
                Initialisation.parse(init),
                Normalisation.parse(norm),
                Optimiser.parse(optimiser),
                lr,
                deepest);
    }

    /** The network of a depth, width and seed. */
    MlpSpec spec(int depth, int width, long seed) {
        return MlpSpec.lecture()
                .hidden(depth, width)
                .activation(activation)
                .initialisation(initialisation)
                .normalisation(normalisation)
                .optimiser(optimiser)
                .learningRate(learningRate)
                .seed(seed)
                .build();
    }

    /** Its text form. */
    String text() {
        return String.join(
                "-",
                activation.label(),
                initialisation.toString(),
                normalisation.label(),
                optimiser.label(),
                "" + learningRate);
    }
}
