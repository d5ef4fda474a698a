package gradientlab.rulebenchmark;

import gradientlab.activations.ActiveRange;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Statistics;
import java.util.Arrays;

/** Arithmetic that the published rules are defined by; NaN in gives NaN out. */
final class Measures {

    private Measures() {}

    static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    static double meanAbs(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum / values.length;
    }

    static double maxAbs(float[] values) {
        double max = 0;
        for (float value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    /** The Euclidean norm. */
    static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** The variance over finite values, with n − 1. */
    static double variance(float[] values) {
        double std = Statistics.of(values).std();
        return std * std;
    }

    /** The 95th percentile less the 5th, each by linear interpolation between order statistics. */
    static double percentileRange(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return percentile(sorted, 0.95) - percentile(sorted, 0.05);
    }

    private static double percentile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
    }

    static int zeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** The share of units whose z lies inside the range for less than a share of the examples. */
    static double shareOfUnitsInside(Matrix z, ActiveRange range, double lessThan) {
        int[] inside = new int[z.columns()];
        for (int i = 0; i < z.values().length; i++) {
            inside[i % z.columns()] += range.contains(z.values()[i]) ? 1 : 0;
        }
        long units = Arrays.stream(inside)
                .filter(count -> count < lessThan * z.rows())
                .count();
        return (double) units / z.columns();
    }
}
