package gradientlab.rulebenchmark.foreign;

import java.util.Set;

/**
 * A class of faults, in the vocabulary of the published cases: names that say the cause, and names of symptoms. The last
 * rows are not among the published cases.
 */
enum Kind {
    LR_TOO_HIGH(
            Set.of("lr-too-high"),
            Set.of(
                    "loss-diverged",
                    "non-finite",
                    "exploding-gradient",
                    "oscillating-loss",
                    "updates-too-large",
                    "dead-relu",
                    "saturated-units")),
    LR_TOO_LOW(Set.of("lr-too-low"), Set.of("updates-too-small", "loss-stalled", "optimizer-unsuitable")),
    OPTIMIZER_UNSUITABLE(
            Set.of("optimizer-unsuitable", "lr-too-high", "lr-too-low"),
            Set.of("updates-too-small", "updates-too-large", "loss-stalled", "oscillating-loss", "loss-diverged")),
    LOSS_SUMMED(
            Set.of("loss-summed", "lr-too-high"),
            Set.of(
                    "loss-diverged",
                    "non-finite",
                    "exploding-gradient",
                    "updates-too-large",
                    "oscillating-loss",
                    "dead-relu")),
    INIT_TOO_LARGE(
            Set.of("init-too-large"),
            Set.of(
                    "saturated-units",
                    "exploding-activations",
                    "exploding-gradient",
                    "initial-loss-too-high",
                    "dead-relu")),
    INIT_TOO_SMALL(
            Set.of("init-too-small", "vanishing-gradient"),
            Set.of("vanishing-activations", "loss-stalled", "updates-too-small")),
    INIT_SYMMETRIC(
            Set.of("init-symmetric"), Set.of("identical-units", "vanishing-gradient", "zero-gradient", "loss-stalled")),
    /** Sigmoids in many layers: the cause may be called by what they do. */
    VANISHING_GRADIENT(
            Set.of("vanishing-gradient", "wrong-hidden-activation"),
            Set.of("saturated-units", "init-too-small", "vanishing-activations", "loss-stalled", "updates-too-small")),
    EXPLODING_ACTIVATIONS(
            Set.of("exploding-activations", "exploding-gradient", "init-too-large"),
            Set.of(
                    "non-finite",
                    "loss-diverged",
                    "saturated-units",
                    "initial-loss-too-high",
                    "wrong-hidden-activation")),
    /** By a bias, which is an initialisation. */
    DEAD_RELU(
            Set.of("dead-relu", "init-too-large"),
            Set.of("zero-gradient", "vanishing-gradient", "vanishing-activations", "loss-stalled")),
    NO_NONLINEARITY(Set.of("no-nonlinearity"), Set.of("wrong-hidden-activation")),
    WRONG_HIDDEN_ACTIVATION(
            Set.of("wrong-hidden-activation"),
            Set.of(
                    "exploding-activations",
                    "exploding-gradient",
                    "vanishing-gradient",
                    "non-finite",
                    "saturated-units")),
    WRONG_OUTPUT_ACTIVATION(
            Set.of("wrong-output-activation", "output-loss-mismatch", "output-range-mismatch"),
            Set.of("constant-output", "saturated-output", "zero-gradient", "non-finite", "wrong-loss")),
    WRONG_LOSS(
            Set.of("wrong-loss", "output-loss-mismatch"),
            Set.of("loss-stalled", "saturated-output", "non-finite", "wrong-output-activation")),
    UNSCALED_INPUT(
            Set.of("unscaled-input"),
            Set.of(
                    "saturated-units",
                    "dead-relu",
                    "exploding-activations",
                    "exploding-gradient",
                    "initial-loss-too-high",
                    "non-finite",
                    "constant-output")),
    OVERSCALED_INPUT(
            Set.of("overscaled-input", "unscaled-input"),
            Set.of("vanishing-activations", "constant-output", "loss-stalled", "updates-too-small")),
    UNSCALED_TARGET(
            Set.of("unscaled-target", "output-range-mismatch"),
            Set.of("initial-loss-too-high", "exploding-gradient", "saturated-output", "loss-diverged", "lr-too-low")),
    OVER_REGULARISED(Set.of("over-regularised"), Set.of("weights-shrinking", "vanishing-activations", "loss-stalled")),
    DROPOUT_TOO_STRONG(Set.of("dropout-too-strong"), Set.of("noisy-gradient", "loss-stalled")),
    WRONG_LABELS(
            Set.of("wrong-labels"), Set.of("constant-output", "loss-stalled", "inputs-ignored", "no-generalisation")),
    UNSHUFFLED_DATA(
            Set.of("unshuffled-data", "wrong-labels"),
            Set.of("oscillating-loss", "no-generalisation", "constant-output")),
    REPEATED_BATCH(Set.of("repeated-batch"), Set.of("no-generalisation", "overfitting")),
    CLIPPING_TOO_TIGHT(Set.of("clipping-too-tight"), Set.of("updates-too-small", "loss-stalled", "lr-too-low")),
    FROZEN_LAYERS(Set.of("frozen-layers"), Set.of("updates-too-small", "zero-gradient", "loss-stalled")),
    BOTTLENECK(Set.of("bottleneck"), Set.of("net-too-small", "loss-stalled", "constant-output")),
    BATCH_TOO_SMALL(
            Set.of("batch-norm-small-batch", "noisy-batches"),
            Set.of("oscillating-loss", "noisy-gradient", "lr-too-high")),
    FORGETTING(
            Set.of("vanishing-gradient", "init-too-small"),
            Set.of("saturated-units", "vanishing-activations", "loss-stalled"));

    private final Set<String> cause;
    private final Set<String> symptom;

    Kind(Set<String> cause, Set<String> symptom) {
        this.cause = cause;
        this.symptom = symptom;
    }

    /** Names any of which says the cause. */
    Set<String> cause() {
        return cause;
    }

    /** Names of what is seen. */
    Set<String> symptom() {
        return symptom;
    }
}
