package gradientlab.diagnostics;

import java.util.Objects;

/**
 * Count, mean, standard deviation, extremes of finite values, and how many are not finite.
 *
 * <p>mean = Σx / n and std = √(Σ(x − mean)² / (n − 1)), over the finite values alone, in double and in one pass over
 * the deviations from one of the values, so that a large mean does not eat a small standard deviation (Chan, Golub and
 * LeVeque 1983, "Algorithms for computing the sample variance", section 3: shifted data). The value is part of the data,
 * so (shift − mean)² is at most n variances, and the standard deviation loses no more than about n·1e-16 of itself.
 *
 * <p>Without a finite value mean, std, min and max are NaN; with a single one std is NaN. NaN and the infinities enter
 * nothing but their own counters.
 *
 * @param count finite values
 * @param mean mean of the finite values
 * @param std standard deviation of the finite values, with n − 1
 * @param min least finite value
 * @param max greatest finite value
 * @param nan values that are NaN
 * @param positiveInfinity values that are +∞
 * @param negativeInfinity values that are −∞
 */
public record Statistics(
        long count,
        double mean,
        double std,
        double min,
        double max,
        long nan,
        long positiveInfinity,
        long negativeInfinity) {

    /** Statistics of an array; the array may be empty. */
    public static Statistics of(float[] values) {
        return of(values, values.length);
    }

    /**
     * Statistics of the first {@code count} values of an array.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public static Statistics of(float[] values, int count) {
        Objects.checkFromIndexSize(0, count, values.length);
        return Moments.of(values, count);
    }

    /** All values, the ones that are not finite included. */
    public long total() {
        return count + nan + positiveInfinity + negativeInfinity;
    }

    /** Whether there are values and all of them are finite. */
    public boolean allFinite() {
        return count > 0 && count == total();
    }
}
