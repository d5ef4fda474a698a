package gradientlab.diagnostics.facts;

/**
 * How a layer's gradient is clipped.
 *
 * @param kind what is done
 * @param threshold the limit; NaN where the kind needs none
 */
public record Clipping(ClippingKind kind, double threshold) {

    /** No clipping. */
    public static final Clipping NONE = new Clipping(ClippingKind.NONE, Double.NaN);

    /** Whether there is any. */
    public boolean any() {
        return kind != ClippingKind.NONE;
    }
}
