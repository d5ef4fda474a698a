package gradientlab.rulebenchmark.foreign;

/** In which order a training sees its rows. */
enum Feeding {
    /** In a new order for every pass. */
    SHUFFLED,
    /** Class after class, in the same order for every pass. */
    BY_CLASS,
    /** The first batch in every step. */
    SAME_BATCH
}
