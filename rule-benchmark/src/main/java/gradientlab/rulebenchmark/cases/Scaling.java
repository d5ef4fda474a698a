package gradientlab.rulebenchmark.cases;

import java.util.Arrays;

/**
 * x ↦ (x − shift) · factor + base for each column, fitted on the training rows.
 *
 * @param shift by column
 * @param factor by column
 * @param base the same for all columns
 */
record Scaling(double[] shift, double[] factor, double base) {

    /** Of a case's {@code inputScaling} or {@code targetScaling}; a column without range or deviation counts as 1. */
    static Scaling fitted(Spec program, String key, double[][] rows) {
        if (!program.has(key)) {
            return none(rows[0].length);
        }
        Spec spec = program.child(key);
        int columns = rows[0].length;
        double[] low = fold(rows, Math::min);
        double[] range = new double[columns];
        double[] high = fold(rows, Math::max);
        Arrays.setAll(range, k -> high[k] > low[k] ? high[k] - low[k] : 1);
        double[] factor = new double[columns];
        switch (spec.text("kind")) {
            case "none" -> {
                return none(columns);
            }
            case "divide" -> {
                Arrays.fill(factor, 1 / spec.number("by"));
                return new Scaling(new double[columns], factor, 0);
            }
            case "minmax" -> {
                double to = spec.number("low", 0);
                Arrays.setAll(factor, k -> (spec.number("high", 1) - to) / range[k]);
                return new Scaling(low, factor, to);
            }
            case "minmaxTwice" -> {
                Arrays.setAll(factor, k -> 1 / range[k] / range[k]);
                return new Scaling(low, factor, 0);
            }
            case "standardise" -> {
                double[] std = Columns.std(rows);
                Arrays.setAll(factor, k -> std[k] > 0 ? 1 / std[k] : 1);
                return new Scaling(Columns.mean(rows), factor, 0);
            }
            default -> throw spec.unknown("kind");
        }
    }

    private static Scaling none(int columns) {
        double[] one = new double[columns];
        Arrays.fill(one, 1);
        return new Scaling(new double[columns], one, 0);
    }

    private static double[] fold(double[][] rows, java.util.function.DoubleBinaryOperator f) {
        double[] result = rows[0].clone();
        for (double[] row : rows) {
            for (int k = 0; k < result.length; k++) {
                result[k] = f.applyAsDouble(result[k], row[k]);
            }
        }
        return result;
    }

    float[][] of(double[][] rows) {
        float[][] scaled = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = new float[rows[i].length];
            for (int k = 0; k < rows[i].length; k++) {
                scaled[i][k] = (float) ((rows[i][k] - shift[k]) * factor[k] + base);
            }
        }
        return scaled;
    }
}
