package gradientlab.reproductions;

/** How much is drawn and trained. */
public enum Effort {
    /** Each within half a minute on one core. */
    QUICK,
    /** All within twenty minutes on two cores. */
    DEFAULT,
    /** As published. */
    FULL;

    /** One of three numbers. */
    int of(int quick, int standard, int full) {
        return switch (this) {
            case QUICK -> quick;
            case DEFAULT -> standard;
            case FULL -> full;
        };
    }
}
