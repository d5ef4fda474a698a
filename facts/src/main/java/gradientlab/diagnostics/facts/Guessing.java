package gradientlab.diagnostics.facts;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The loss of the best constant prediction, from the statistics of the targets.
 *
 * <p>With m the mean of a column, v its variance (with n) and c the nearest value to the best that the output can take:
 * cross entropy of a softmax −Σ m ln(m / Σm); of sigmoids −Σ (m ln m + (1 − m) ln(1 − m)); squares Σ (v + (m − c)²);
 * distances Σ |y − c| with c the median, from a sample; hinge Σ min over c of (1 + m)/2 · (1 − c)₊ + (1 − m)/2 · (1 + c)₊,
 * whose square likewise with c = m; Poisson Σ (c − m ln c) with c = m.
 */
final class Guessing {

    /** Rounding of float32 targets. */
    private static final double TOLERANCE = 1e-3;

    /** An output of 0 is 100 % away from any target; a better constant is not looked for. */
    private static final double WHOLE = 100;

    private final Question asked;
    private final OutputRange range;

    private Guessing(Question asked, OutputRange range) {
        this.asked = asked;
        this.range = range;
    }

    /**
     * What the loss is asked of.
     *
     * @param counts how often each different row came
     * @param sample some of the rows
     */
    record Question(OutputFacts output, TargetKind kind, ColumnSums sums, long[] counts, List<float[]> sample) {

        boolean activation(String name) {
            return output.activation().equals(name);
        }
    }

    /** NaN where no formula is known. */
    static double loss(Question asked) {
        ColumnSums sums = asked.sums();
        OutputRange range = OutputRange.of(asked.output().activation()).orElse(null);
        boolean countable = sums.rows() > 0 && sums.each() == sums.columns();
        return !countable || range == null || !asked.output().formulaKnown()
                ? Double.NaN
                : new Guessing(asked, range).loss();
    }

    private double loss() {
        boolean softmax = asked.activation("softmax");
        return switch (asked.output().loss()) {
            case MCXENT -> softmax ? softmaxEntropy() : Double.NaN;
            case KL_DIVERGENCE -> softmax && asked.kind() == TargetKind.ONE_HOT ? softmaxEntropy() : Double.NaN;
            case SPARSE_MCXENT -> softmax && asked.kind().classes() ? countedEntropy() : Double.NaN;
            case XENT -> asked.activation("sigmoid") ? sigmoidEntropy() : Double.NaN;
            case MSE -> squares() / columns();
            case L2 -> squares();
            case MAE -> distances() / columns();
            case L1 -> distances();
            case HINGE -> asked.kind() == TargetKind.SIGNED && !softmax ? sum(this::hinge) : Double.NaN;
            case SQUARED_HINGE -> asked.kind() == TargetKind.SIGNED && !softmax ? sum(this::squaredHinge) : Double.NaN;
            case POISSON -> softmax ? Double.NaN : sum(this::poisson);
            case MAPE -> range.nearest(0) == 0 ? WHOLE : Double.NaN;
            case MSLE, OTHER -> Double.NaN;
        };
    }

    private double softmaxEntropy() {
        double whole = sum(this::mean);
        return -sum(j -> xLogY(mean(j), mean(j) / whole));
    }

    private double countedEntropy() {
        double rows = Arrays.stream(asked.counts()).sum();
        return -Arrays.stream(asked.counts())
                .mapToDouble(count -> xLogY(count / rows, count / rows))
                .sum();
    }

    private double sigmoidEntropy() {
        return -sum(j -> xLogY(mean(j), mean(j)) + xLogY(1 - mean(j), 1 - mean(j)));
    }

    private double squares() {
        return reachable() ? sum(j -> variance(j) + squared(mean(j) - range.nearest(mean(j)))) : Double.NaN;
    }

    /** A softmax reaches only what sums to 1. */
    private boolean reachable() {
        return !asked.activation("softmax") || Math.abs(sum(this::mean) - 1) < TOLERANCE;
    }

    /** The medians of a softmax's columns need not sum to 1; of one class of many the most frequent is best. */
    private double distances() {
        if (asked.activation("softmax") && asked.kind() == TargetKind.ONE_HOT) {
            return 2
                    - 2
                            * IntStream.range(0, columns())
                                    .mapToDouble(this::mean)
                                    .max()
                                    .orElse(Double.NaN);
        }
        return asked.activation("softmax") || asked.sample().isEmpty() ? Double.NaN : sum(this::distance);
    }

    private double distance(int column) {
        double[] values =
                asked.sample().stream().mapToDouble(row -> row[column]).sorted().toArray();
        double centre = range.nearest(values[values.length / 2]);
        return Arrays.stream(values)
                .map(value -> Math.abs(value - centre))
                .average()
                .orElse(Double.NaN);
    }

    /** Linear between −1 and 1: the least value stands at an end. */
    private double hinge(int column) {
        return Math.min(hinge(column, range.nearest(-1)), hinge(column, range.nearest(1)));
    }

    private double hinge(int column, double guess) {
        double positive = (1 + mean(column)) / 2;
        return positive * Math.max(0, 1 - guess) + (1 - positive) * Math.max(0, 1 + guess);
    }

    private double squaredHinge(int column) {
        double guess = range.nearest(mean(column));
        double positive = (1 + mean(column)) / 2;
        return positive * squared(Math.max(0, 1 - guess)) + (1 - positive) * squared(Math.max(0, 1 + guess));
    }

    private double poisson(int column) {
        double guess = range.nearest(mean(column));
        return guess - xLogY(mean(column), guess);
    }

    private double mean(int column) {
        return asked.sums().mean(column);
    }

    private double variance(int column) {
        return asked.sums().scatter(column) / asked.sums().rows();
    }

    private int columns() {
        return asked.sums().columns();
    }

    private double sum(IntToDoubleFunction each) {
        double sum = 0;
        for (int column = 0; column < columns(); column++) {
            sum += each.applyAsDouble(column);
        }
        return sum;
    }

    private static double squared(double x) {
        return x * x;
    }

    /** x ln y, and its limit 0 at x = 0. */
    private static double xLogY(double x, double y) {
        return x == 0 ? 0 : x * Math.log(y);
    }
}
