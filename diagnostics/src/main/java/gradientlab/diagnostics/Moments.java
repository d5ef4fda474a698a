package gradientlab.diagnostics;

/**
 * The loops of {@link Statistics}.
 *
 * <p>Where all is finite: the sums of the deviations from a shift and of their squares, and the extremes, in one pass;
 * the sums in two halves, since a single one would wait for every addition to end. Something that is not finite shows in
 * them, and then slower loops sort the values first.
 */
final class Moments {

    private Moments() {}

    static Statistics of(float[] values, int count) {
        Statistics quick = count == 0 ? null : ifFinite(values, count);
        return quick == null ? sorted(values, count) : quick;
    }

    /** Null if a value is not finite. */
    private static Statistics ifFinite(float[] values, int count) {
        double shift = values[0];
        double sum = 0;
        double otherSum = 0;
        double squares = 0;
        double otherSquares = 0;
        float min = values[0];
        float max = values[0];
        int even = count & ~1;
        for (int k = 0; k < even; k += 2) {
            float value = values[k];
            float other = values[k + 1];
            double deviation = value - shift;
            double otherDeviation = other - shift;
            sum += deviation;
            otherSum += otherDeviation;
            squares += deviation * deviation;
            otherSquares += otherDeviation * otherDeviation;
            min = value < min ? value : min;
            max = value > max ? value : max;
            min = other < min ? other : min;
            max = other > max ? other : max;
        }
        if (even < count) {
            float value = values[even];
            sum += value - shift;
            squares += (value - shift) * (value - shift);
            min = value < min ? value : min;
            max = value > max ? value : max;
        }
        double all = sum + otherSum;
        if (!Double.isFinite(all)) {
            return null;
        }
        return new Statistics(
                count,
                shift + all / count,
                std(squares + otherSquares - all * all / count, count),
                min == 0 && has(values, count, -0f) ? -0f : min,
                max == 0 && has(values, count, 0f) ? 0f : max,
                0,
                0,
                0);
    }

    /** NaN for a single value, 0 / 0; rounding must not take the sum of squares below 0. */
    private static double std(double squares, long count) {
        return Math.sqrt(Math.max(0, squares) / (count - 1));
    }

    /** Comparisons do not tell the zeros apart, their bits do. */
    private static boolean has(float[] values, int count, float zero) {
        int bits = Float.floatToRawIntBits(zero);
        for (int k = 0; k < count; k++) {
            if (Float.floatToRawIntBits(values[k]) == bits) {
                return true;
            }
        }
        return false;
    }

    private static Statistics sorted(float[] values, int count) {
        float[] finite = new float[count];
        int kept = 0;
        long nan = 0;
        long positive = 0;
        long negative = 0;
        for (int k = 0; k < count; k++) {
            float value = values[k];
            if (Float.isFinite(value)) {
                finite[kept++] = value;
            } else if (value > 0) {
                positive++;
            } else if (value < 0) {
                negative++;
            } else {
                nan++;
            }
        }
        if (kept == 0) {
            return new Statistics(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, nan, positive, negative);
        }
        Statistics rest = ifFinite(finite, kept);
        return new Statistics(kept, rest.mean(), rest.std(), rest.min(), rest.max(), nan, positive, negative);
    }
}
