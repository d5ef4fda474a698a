package gradientlab.diagnostics.facts;

/**
 * Dropout or another noise of training, with the value of the first iteration that was seen.
 *
 * @param kind simple name of the DL4J class, such as Dropout; empty for none
 * @param dropped share of the values that is dropped (DL4J's {@code dropOut(p)} names the share that is <em>kept</em>);
 *     for a Gaussian dropout the rate r, whose factor has the variance r / (1 − r); NaN where nothing is dropped
 */
public record Noise(String kind, double dropped) {

    /** No noise. */
    public static final Noise NONE = new Noise("", Double.NaN);

    /** Whether there is any. */
    public boolean any() {
        return !kind.isEmpty();
    }
}
