package gradientlab.rulebenchmark;

/** The two halves of the suite, which share no seed and no depth. */
public enum Half {
    /** Limits are chosen here. */
    TUNING,
    /** Rules are scored here. */
    SCORING
}
