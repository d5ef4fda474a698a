package gradientlab.diagnostics;

import java.util.Arrays;

/**
 * The loops of {@link Statistics}.
 *
 * <p>Where all is finite: the sums of the deviations from a shift and of their squares, and the extremes, in one pass.
 * Each place of a block has sums and extremes of its own: such simple loops over equal arrays are what the JVM turns into
 * vector instructions, and no addition waits for the one before. Something that is not finite shows in the sums, and then
 * slower loops sort the values first.
 */
final class Moments {

    /** The arrays of a block stay in the first level cache. */
    private static final int BLOCK = 512;

    private final float shift;
    private final float[] block;
    private final double[] deviations;
    private final double[] sums;
    private final double[] squares;
    private final float[] mins;
    private final float[] maxs;

    private Moments(float shift, int size) {
        this.shift = shift;
        this.block = new float[size];
        this.deviations = new double[size];
        this.sums = new double[size];
        this.squares = new double[size];
        this.mins = new float[size];
        this.maxs = new float[size];
        Arrays.fill(mins, shift);
        Arrays.fill(maxs, shift);
    }

    static Statistics of(float[] values, int count) {
        Statistics quick = count == 0 ? null : ifFinite(values, count);
        return quick == null ? sorted(values, count) : quick;
    }

    /** Null if a value is not finite. */
    private static Statistics ifFinite(float[] values, int count) {
        Moments moments = new Moments(values[0], Math.min(count, BLOCK));
        for (int k = 0; k < count; k += BLOCK) {
            moments.add(values, k, Math.min(BLOCK, count - k));
        }
        return moments.statistics(count);
    }

    /** The last block is filled up with the shift, which changes neither sums nor extremes. */
    private void add(float[] values, int from, int count) {
        System.arraycopy(values, from, block, 0, count);
        Arrays.fill(block, count, block.length, shift);
        deviate(block, shift, deviations);
        add(deviations, sums);
        addSquares(deviations, squares);
        lower(block, mins);
        raise(block, maxs);
    }

    private static void deviate(float[] values, double shift, double[] deviations) {
        for (int i = 0; i < values.length; i++) {
            deviations[i] = values[i] - shift;
        }
    }

    private static void add(double[] deviations, double[] sums) {
        for (int i = 0; i < deviations.length; i++) {
            sums[i] += deviations[i];
        }
    }

    private static void addSquares(double[] deviations, double[] squares) {
        for (int i = 0; i < deviations.length; i++) {
            squares[i] += deviations[i] * deviations[i];
        }
    }

    private static void lower(float[] values, float[] mins) {
        for (int i = 0; i < values.length; i++) {
            mins[i] = Math.min(mins[i], values[i]);
        }
    }

    private static void raise(float[] values, float[] maxs) {
        for (int i = 0; i < values.length; i++) {
            maxs[i] = Math.max(maxs[i], values[i]);
        }
    }

    /** Null if a sum is not finite. */
    private Statistics statistics(int count) {
        double sum = 0;
        double square = 0;
        float min = shift;
        float max = shift;
        for (int i = 0; i < block.length; i++) {
            sum += sums[i];
            square += squares[i];
            min = Math.min(min, mins[i]);
            max = Math.max(max, maxs[i]);
        }
        double std = std(square - sum * sum / count, count);
        return Double.isFinite(sum) ? new Statistics(count, shift + sum / count, std, min, max, 0, 0, 0) : null;
    }

    /** NaN for a single value, 0 / 0; rounding must not take the sum of squares below 0. */
    private static double std(double squares, long count) {
        return Math.sqrt(Math.max(0, squares) / (count - 1));
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
