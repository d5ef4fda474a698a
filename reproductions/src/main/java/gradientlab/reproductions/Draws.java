package gradientlab.reproductions;

import java.util.Arrays;

/** The values of many draws in ascending order. */
final class Draws {

    private static final double TAIL = 0.025;

    private final double[] ascending;

    Draws(double[] values) {
        ascending = values.clone();
        Arrays.sort(ascending);
    }

    double median() {
        return quantile(0.5);
    }

    /** Below it lie 2.5 % of the draws. */
    double low() {
        return quantile(TAIL);
    }

    /** Above it lie 2.5 % of the draws. */
    double high() {
        return quantile(1 - TAIL);
    }

    double mean() {
        return Arrays.stream(ascending).average().orElse(Double.NaN);
    }

    double standardError() {
        double mean = mean();
        double squares = Arrays.stream(ascending)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (ascending.length - 1) / ascending.length);
    }

    /** Between the two nearest. */
    private double quantile(double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
