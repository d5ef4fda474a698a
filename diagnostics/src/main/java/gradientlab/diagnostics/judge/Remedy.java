package gradientlab.diagnostics.judge;

/** The kind of change a finding proposes, for a program that wants to apply it. */
public enum Remedy {
    /** Draw the weights of the output layer narrower, bias 0. */
    SHRINK_OUTPUT,
    /** Draw the weights of the layer with the standard deviation gain / √fan-in. */
    SCALE_HIDDEN_WEIGHTS,
    /** Draw the weights at random, each unit its own. */
    BREAK_SYMMETRY,
    LOWER_LEARNING_RATE,
    RAISE_LEARNING_RATE,
    /** Bring the features to about mean 0 and standard deviation 1. */
    SCALE_INPUT,
    /** Put a normalisation between the weights and the nonlinearity. */
    ADD_NORMALISATION,
    /** Build the layer without a bias. */
    DROP_BIAS,
    /** Start the bias at 0. */
    ZERO_BIAS,
    /** Another nonlinearity, or one where there is none. */
    CHANGE_ACTIVATION,
    /** More examples in a batch. */
    ENLARGE_BATCH,
    /** Let the running statistics follow faster. */
    LOWER_DECAY,
    /** Look at the data: values or labels are wrong. */
    CHECK_DATA,
    /** Nothing that a program could apply. */
    OTHER
}
