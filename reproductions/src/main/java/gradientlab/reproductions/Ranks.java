package gradientlab.reproductions;

import java.util.Arrays;

/** Spearman's rank correlation. */
final class Ranks {

    private Ranks() {}

    /**
     * The correlation of the ranks of two lists of one length; equal values share the mean of their ranks. NaN where all
     * values of a list are equal, or one is NaN.
     */
    static double correlation(double[] a, double[] b) {
        if (Arrays.stream(a).anyMatch(Double::isNaN) || Arrays.stream(b).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        double[] x = ranks(a);
        double[] y = ranks(b);
        double mean = (a.length - 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < a.length; i++) {
            xy += (x[i] - mean) * (y[i] - mean);
            xx += (x[i] - mean) * (x[i] - mean);
            yy += (y[i] - mean) * (y[i] - mean);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** From 0. */
    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .map(other -> other < value ? 1 : other == value ? 0.5 : 0)
                                .sum()
                        - 0.5)
                .toArray();
    }
}
