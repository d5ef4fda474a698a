package gradientlab.activations;

/**
 * The open interval of pre-activations in which a nonlinearity lets the gradient through.
 *
 * @param low lower limit, itself outside; −∞ where there is none
 * @param high upper limit, itself outside; +∞ where there is none
 */
public record ActiveRange(double low, double high) {

    /** The range of a nonlinearity for which no limits can be told: both NaN. */
    public static final ActiveRange UNDEFINED = new ActiveRange(Double.NaN, Double.NaN);

    /** Whether low &lt; z &lt; high; never for NaN and the infinities, which let no gradient through. */
    public boolean contains(double z) {
        return z > low && z < high;
    }

    /** Whether the limits are known. */
    public boolean defined() {
        return low < high;
    }
}
