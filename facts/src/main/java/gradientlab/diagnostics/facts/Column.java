package gradientlab.diagnostics.facts;

/**
 * One column over all rows seen.
 *
 * @param index its place, from 0
 * @param mean mean; NaN without rows
 * @param std standard deviation with n − 1; NaN for fewer than two rows
 * @param min least value; NaN without rows
 * @param max greatest value; NaN without rows
 * @param zeros share of the values that are exactly 0; NaN without rows
 * @param wholeNumbers whether every value is a whole number
 */
public record Column(int index, double mean, double std, double min, double max, double zeros, boolean wholeNumbers) {

    /** Whether all its values are equal; false without rows. */
    public boolean constant() {
        return min == max;
    }

    /** Mean of the squares, mean² + variance, with the variance of n − 1. */
    public double secondMoment() {
        return mean * mean + (Double.isNaN(std) ? 0 : std * std);
    }
}
