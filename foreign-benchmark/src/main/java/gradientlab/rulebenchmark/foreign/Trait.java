package gradientlab.rulebenchmark.foreign;

/** What a fault asks of a family before it can be planted there. */
enum Trait {
    /** The features are numbers, not indices. */
    REAL,
    /** Each feature is a quantity of its own: a table. */
    COLUMNS,
    /** One of several classes by softmax. */
    SOFTMAX,
    /** Yes or no by sigmoid. */
    SIGMOID,
    /** One question with yes or no. */
    ONE_BIT,
    /** Numbers by identity. */
    VALUES,
    /** The targets are the features. */
    MIRRORED,
    /** The targets have a step of time of their own. */
    EVERY_STEP,
    /** The hidden nonlinearity is free. */
    STACK,
    /** It can be made deep. */
    DEEPENS,
    /** It has dense hidden layers, with dropout where asked for. */
    DROPS,
    /** Batch norm can be put into it: DL4J's cannot follow a convolution along time. */
    NORMS,
    /** A hidden layer can be made narrow. */
    NARROWS,
    /** A plain recurrent layer. */
    RECURRENT,
    /** A recurrent layer with gates. */
    GATED
}
