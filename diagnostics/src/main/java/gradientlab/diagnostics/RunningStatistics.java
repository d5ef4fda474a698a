package gradientlab.diagnostics;

import java.util.Arrays;
import java.util.List;

/**
 * How far the running statistics of a batch norm are from the statistics of a batch, in the median unit.
 *
 * <p>Units that are constant over the batch are left out; NaN without any other.
 *
 * @param meanDistance median of |running mean − batch mean| / batch standard deviation
 * @param doublings median of |log2(running standard deviation / batch standard deviation)|
 */
public record RunningStatistics(double meanDistance, double doublings) {

    /** Not a batch norm, or one whose input is not known. */
    public static final RunningStatistics UNKNOWN = new RunningStatistics(Double.NaN, Double.NaN);

    public static RunningStatistics of(List<ParameterCapture> parameters, Matrix input) {
        float[] means = values(parameters, "mean");
        float[] variances = values(parameters, "var");
        float[] logStds = values(parameters, "log10stdev");
        int units = input.columns();
        if (input.rows() < 2 || means.length != units || Math.max(variances.length, logStds.length) != units) {
            return UNKNOWN;
        }
        double[] distances = new double[units];
        double[] doublings = new double[units];
        for (int unit = 0; unit < units; unit++) {
            double running = logStds.length == units ? Math.pow(10, logStds[unit]) : Math.sqrt(variances[unit]);
            double mean = mean(input, unit);
            double std = std(input, unit, mean);
            distances[unit] = std > 0 ? Math.abs(means[unit] - mean) / std : Double.NaN;
            doublings[unit] = std > 0 ? Math.abs(Math.log(running / std) / Math.log(2)) : Double.NaN;
        }
        return new RunningStatistics(median(distances), median(doublings));
    }

    private static double mean(Matrix input, int unit) {
        double sum = 0;
        for (int row = 0; row < input.rows(); row++) {
            sum += input.at(row, unit);
        }
        return sum / input.rows();
    }

    private static double std(Matrix input, int unit, double mean) {
        double squares = 0;
        for (int row = 0; row < input.rows(); row++) {
            squares += (input.at(row, unit) - mean) * (input.at(row, unit) - mean);
        }
        return Math.sqrt(squares / input.rows());
    }

    private static double median(double[] values) {
        return Arithmetic.median(
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray());
    }

    private static float[] values(List<ParameterCapture> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(ParameterCapture::values)
                .findFirst()
                .orElse(new float[0]);
    }
}
