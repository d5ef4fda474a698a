package gradientlab.diagnostics;

import java.util.Arrays;

/** Small arithmetic that several rules share. */
public final class Arithmetic {

    private Arithmetic() {}

    /** The middle value, the mean of the two middle ones; NaN without values. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** √(mean of squares) from mean and standard deviation; a single value has no spread. */
    public static double rms(Statistics statistics) {
        double std = statistics.count() == 1 ? 0 : statistics.std();
        return Math.sqrt(statistics.mean() * statistics.mean() + std * std);
    }
}
