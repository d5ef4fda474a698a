package gradientlab.diagnostics;

/**
 * Count, mean, standard deviation, extremes of finite values, and how many are not finite.
 *
 * <p>mean = Σx / n and std = √(Σ(x − mean)² / (n − 1)), over the finite values alone, in two passes and in double, so
 * that a large mean does not eat a small standard deviation (Chan, Golub and LeVeque 1983, "Algorithms for computing
 * the sample variance", section 1: the two-pass algorithm).
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
        long nan = 0;
        long positive = 0;
        long negative = 0;
        double sum = 0;
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                sum += value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            } else if (value > 0) {
                positive++;
            } else if (value < 0) {
                negative++;
            } else {
                nan++;
            }
        }
        long count = values.length - nan - positive - negative;
        if (count == 0) {
            return new Statistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nan, positive, negative);
        }
        double mean = sum / count;
        return new Statistics(count, mean, std(values, mean, count), min, max, nan, positive, negative);
    }

    /** All values, the ones that are not finite included. */
    public long total() {
        return count + nan + positiveInfinity + negativeInfinity;
    }

    /** Whether there are values and all of them are finite. */
    public boolean allFinite() {
        return count > 0 && count == total();
    }

    /** NaN for a single value: 0 / 0. */
    private static double std(float[] values, double mean, long count) {
        double squares = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                double deviation = value - mean;
                squares += deviation * deviation;
            }
        }
        return Math.sqrt(squares / (count - 1));
    }
}
