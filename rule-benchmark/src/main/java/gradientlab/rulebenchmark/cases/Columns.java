package gradientlab.rulebenchmark.cases;

import java.util.Arrays;

/** Arithmetic over the columns of a table. */
final class Columns {

    private Columns() {}

    static double[] column(double[][] rows, int k) {
        return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        Arrays.setAll(mean, k -> Arrays.stream(column(rows, k)).average().orElse(Double.NaN));
        return mean;
    }

    /** Standard deviation with n. */
    static double[] std(double[][] rows) {
        double[] mean = mean(rows);
        double[] std = new double[mean.length];
        Arrays.setAll(
                std,
                k -> Math.sqrt(Arrays.stream(column(rows, k))
                        .map(value -> (value - mean[k]) * (value - mean[k]))
                        .average()
                        .orElse(Double.NaN)));
        return std;
    }

    static double[][] standardised(double[][] rows) {
        double[] mean = mean(rows);
        double[] std = std(rows);
        double[][] result = new double[rows.length][mean.length];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < mean.length; k++) {
                result[i][k] = (rows[i][k] - mean[k]) / std[k];
            }
        }
        return result;
    }

    /** The first of the greatest. */
    static int argmax(double[] row) {
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] ? k : best;
        }
        return best;
    }
}
