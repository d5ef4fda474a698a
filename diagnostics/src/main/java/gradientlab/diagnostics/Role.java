package gradientlab.diagnostics;

/** What a layer or vertex does, as far as the rules care. */
public enum Role {
    /** Multiplies by weights (dense, convolution); a nonlinearity may be inside. */
    WEIGHTS,
    /** Multiplies its input and its own output of the step before by weights: LSTM, simple recurrent layer. */
    RECURRENT,
    /** Looks up one row of its weights per example or step: a unit sums one input. */
    EMBEDDING,
    /** Has the loss. */
    OUTPUT,
    BATCH_NORM,
    /** Is nothing but a nonlinearity. */
    ACTIVATION,
    /** Linear and without parameters: dropout, average pooling, padding, cropping. */
    PASSIVE,
    /** Neither linear nor a nonlinearity of single units: maximum pooling, vertices of a graph, other norms. */
    JUNCTION,
    /** Not understood: plain activations and gradients, no unit rule. */
    UNKNOWN
}
