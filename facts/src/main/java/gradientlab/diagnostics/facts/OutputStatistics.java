package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an output layer gave for one batch, after its nonlinearity.
 *
 * <p>A row is an example, a time step or a pixel; masked ones are among them.
 *
 * @param name name of the output layer
 * @param rows rows that hold finite values alone; the others are left out
 * @param each the first {@value TargetFacts#SHOWN} columns singly
 * @param constant whether it gives the same for all of two rows or more, up to {@value #EQUAL} of the values' size
 * @param saturated softmax: share of rows whose largest value is 1; sigmoid: share of values that are 0 or 1, each up to
 *     {@value #EDGE}; NaN for others
 * @param min least value; NaN without rows
 * @param max greatest value; NaN without rows
 * @param targetMin least target of the batch; NaN where it is not known or not finite
 * @param targetMax greatest target of the batch; NaN where it is not known or not finite
 */
public record OutputStatistics(
        String name,
        long rows,
        List<Column> each,
        boolean constant,
        double saturated,
        double min,
        double max,
        double targetMin,
        double targetMax) {

    private static final double EQUAL = 1e-6;
    private static final double EDGE = 1e-6;

    /** Copies the list. */
    public OutputStatistics {
        each = List.copyOf(each);
    }

    /**
     * Condenses the output of a batch.
     *
     * @param output what is known of the layer; its units tell the columns of a sequence [b, c, t] from its time steps
     * @param values the output as it was captured, examples × everything else, or pixels × channels
     * @param targets the targets, in any arrangement; may be empty
     */
    public static OutputStatistics of(OutputFacts output, Matrix values, Matrix targets) {
        Matrix rows = rows(values, output.units());
        ColumnSums sums = sums(rows);
        ColumnFacts facts = ColumnReport.of(sums);
        ColumnSums wanted = sums(new Matrix(targets.values().length, 1, targets.values()));
        boolean any = sums.rows() > 0;
        boolean known = wanted.rows() > 0 && wanted.nonFinite() == 0;
        return new OutputStatistics(
                output.name(),
                sums.rows(),
                IntStream.range(0, Math.min(TargetFacts.SHOWN, sums.each()))
                        .mapToObj(sums::column)
                        .toList(),
                constant(sums),
                saturated(output.activation(), rows),
                any ? facts.min() : Double.NaN,
                any ? facts.max() : Double.NaN,
                known ? wanted.column(0).min() : Double.NaN,
                known ? wanted.column(0).max() : Double.NaN);
    }

    private static ColumnSums sums(Matrix rows) {
        ColumnSums sums = new ColumnSums(rows.columns());
        sums.add(rows);
        return sums;
    }

    /** Time steps become rows. */
    private static Matrix rows(Matrix values, int units) {
        if (units <= 0 || values.columns() <= units || values.columns() % units != 0) {
            return values;
        }
        int steps = values.columns() / units;
        float[] rows = new float[values.values().length];
        for (int i = 0; i < rows.length; i++) {
            int within = i % values.columns();
            int row = i / values.columns() * steps + within % steps;
            rows[row * units + within / steps] = values.values()[i];
        }
        return new Matrix(values.rows() * steps, units, rows);
    }

    private static boolean constant(ColumnSums sums) {
        List<Column> all = new ArrayList<>();
        IntStream.range(0, sums.each()).mapToObj(sums::column).forEach(all::add);
        double size = all.stream()
                .mapToDouble(column -> Math.max(Math.abs(column.min()), Math.abs(column.max())))
                .max()
                .orElse(Double.NaN);
        return sums.rows() > 1 && all.stream().allMatch(column -> column.max() - column.min() <= EQUAL * size);
    }

    private static double saturated(String activation, Matrix rows) {
        boolean softmax = activation.equals("softmax") && rows.columns() > 1;
        if (!softmax && !activation.equals("sigmoid")) {
            return Double.NaN;
        }
        int whole = softmax ? rows.columns() : 1;
        long edge = 0;
        for (int from = 0; from < rows.values().length; from += whole) {
            float largest = rows.values()[from];
            for (int i = from; i < from + whole; i++) {
                largest = Math.max(largest, rows.values()[i]);
            }
            edge += largest >= 1 - EDGE || (!softmax && largest <= EDGE) ? 1 : 0;
        }
        return (double) edge * whole / rows.values().length;
    }
}
