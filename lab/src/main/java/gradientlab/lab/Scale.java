package gradientlab.lab;

/** How much of its grid an experiment of the summary runs. */
public enum Scale {
    /** Under half a minute: for a first look and for tests. */
    QUICK,
    /** All of them together within a quarter of an hour on two cores. */
    NORMAL,
    /** The whole grid at the lecture's length. */
    FULL;

    /** The value for this scale. */
    public <T> T of(T quick, T normal, T full) {
        return this == QUICK ? quick : this == NORMAL ? normal : full;
    }
}
