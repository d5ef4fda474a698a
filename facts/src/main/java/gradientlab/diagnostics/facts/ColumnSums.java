package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.Arrays;

/**
 * Growing statistics of columns, in double from the deviations from the first row.
 *
 * <p>A row with a value that is not finite enters nothing but the count of such values.
 */
final class ColumnSums {

    /** Columns that are looked at singly; the rest only as a whole. */
    static final int EACH = 4096;

    private static final float ROUNDER = 1 << 23;

    private final int columns;
    private final int each;
    private final float[] shift;
    private final double[] sums;
    private final double[] squares;
    private final float[] mins;
    private final float[] maxs;
    private final int[] zeros;
    private final long[] hashes;
    private final boolean[] fractional;
    private double restSquares;
    private float restMin = Float.POSITIVE_INFINITY;
    private float restMax = Float.NEGATIVE_INFINITY;
    private long rows;
    private long nonFinite;

    ColumnSums(int columns) {
        this.columns = columns;
        this.each = Math.min(columns, EACH);
        this.shift = new float[each];
        this.sums = new double[each];
        this.squares = new double[each];
        this.mins = new float[each];
        this.maxs = new float[each];
        this.zeros = new int[each];
        this.hashes = new long[each];
        this.fractional = new boolean[each];
        Arrays.fill(mins, Float.POSITIVE_INFINITY);
        Arrays.fill(maxs, Float.NEGATIVE_INFINITY);
    }

    int columns() {
        return columns;
    }

    int each() {
        return each;
    }

    /** Rows that entered. */
    long rows() {
        return rows;
    }

    long nonFinite() {
        return nonFinite;
    }

    /** Adds the rows of a matrix; throws {@link IllegalArgumentException} for another number of columns. */
    void add(Matrix matrix) {
        if (matrix.columns() != columns) {
            throw new IllegalArgumentException(
                    "The columns of one input stay the same, but " + columns + " became " + matrix.columns() + ".");
        }
        for (int row = 0; row < matrix.rows(); row++) {
            add(matrix.values(), row * columns);
        }
    }

    private void add(float[] values, int from) {
        long bad = nonFinite(values, from, columns);
        if (bad > 0) {
            nonFinite += bad;
            return;
        }
        if (rows++ == 0) {
            System.arraycopy(values, from, shift, 0, each);
        }
        moments(values, from);
        extremes(values, from);
        kinds(values, from);
        hash(values, from);
        if (each < columns) {
            rest(values, from);
        }
    }

    /** A sum is not finite if a value is not, or if finite ones overflow: only then they are counted. */
    static long nonFinite(float[] values, int from, int count) {
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i] * 0f;
        }
        long bad = 0;
        for (int i = from; sum != 0 && i < from + count; i++) {
            bad += Float.isFinite(values[i]) ? 0 : 1;
        }
        return bad;
    }

    private void moments(float[] values, int from) {
        for (int j = 0; j < each; j++) {
            double deviation = (double) values[from + j] - shift[j];
            sums[j] += deviation;
            squares[j] += deviation * deviation;
        }
    }

    private void extremes(float[] values, int from) {
        for (int j = 0; j < each; j++) {
            mins[j] = Math.min(mins[j], values[from + j]);
            maxs[j] = Math.max(maxs[j], values[from + j]);
        }
    }

    private void kinds(float[] values, int from) {
        for (int j = 0; j < each; j++) {
            float value = values[from + j];
            zeros[j] += value == 0 ? 1 : 0;
            // Floats from 2^23 on have no fraction, and adding 2^23 rounds smaller ones to whole numbers.
            float size = Math.abs(value);
            fractional[j] |= size < ROUNDER && (size + ROUNDER) - ROUNDER != size;
        }
    }

    /** Equal columns have equal hashes. */
    private void hash(float[] values, int from) {
        for (int j = 0; j < each; j++) {
            hashes[j] = hashes[j] * 0x9E3779B97F4A7C15L + RowHash.bits(values[from + j]);
        }
    }

    private void rest(float[] values, int from) {
        for (int j = each; j < columns; j++) {
            float value = values[from + j];
            restSquares += (double) value * value;
            restMin = Math.min(restMin, value);
            restMax = Math.max(restMax, value);
        }
    }

    /** Σ x² over the columns that are not looked at singly. */
    double restSquares() {
        return restSquares;
    }

    float restMin() {
        return restMin;
    }

    float restMax() {
        return restMax;
    }

    long hash(int column) {
        return hashes[column];
    }

    double mean(int column) {
        return rows == 0 ? Double.NaN : shift[column] + sums[column] / rows;
    }

    /** Sum of the squared deviations from the mean; rounding must not take it below 0. */
    double scatter(int column) {
        return Math.max(0, squares[column] - sums[column] * sums[column] / rows);
    }

    Column column(int index) {
        boolean none = rows == 0;
        return new Column(
                index,
                mean(index),
                rows < 2 ? Double.NaN : Math.sqrt(scatter(index) / (rows - 1)),
                none ? Double.NaN : mins[index],
                none ? Double.NaN : maxs[index],
                none ? Double.NaN : (double) zeros[index] / rows,
                !fractional[index]);
    }
}
