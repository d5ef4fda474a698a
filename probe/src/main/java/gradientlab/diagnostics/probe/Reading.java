package gradientlab.diagnostics.probe;

/** Where z, a and δ of a layer are found. */
enum Reading {
    /** In its nonlinearity, which is a {@link RecordingActivation}: z goes in, a comes out, δ is what goes back. */
    NONLINEARITY,
    /** z and δ in its loss function, which is a {@link RecordingLoss}; a is its output. */
    LOSS,
    /** The layer is a nonlinearity: z is its input, a its output, δ the gradient it hands down. */
    INPUT,
    /** z and a are both its output, δ is the gradient that arrives there. */
    OUTPUT
}
