package gradientlab.diagnostics;

import java.util.Arrays;
import java.util.Objects;

/**
 * Values of one tensor as a matrix, row-major: examples × units.
 *
 * <p>Convolutional activations [examples, channels, height, width] come as (examples · height · width) × channels:
 * there a unit is a channel. The array is not copied, neither here nor by {@link #values()}: treat it as read-only.
 * Equality is by content; NaN equals NaN, as in {@link Arrays#equals(float[], float[])}.
 *
 * @param rows examples, at least 0
 * @param columns units, at least 0
 * @param values rows · columns values; {@code values[row * columns + column]}
 */
public record Matrix(int rows, int columns, float[] values) {

    /** The matrix without rows and columns: stands for a quantity that does not exist. */
    public static final Matrix EMPTY = new Matrix(0, 0, new float[0]);

    /** Throws {@link IllegalArgumentException} for a negative size or a number of values other than rows · columns. */
    public Matrix {
        Objects.requireNonNull(values, "A matrix needs an array of values, but it was null.");
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    "A matrix has at least 0 rows and columns, but it was " + rows + " x " + columns + ".");
        }
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException("A " + rows + " x " + columns + " matrix has " + (long) rows * columns
                    + " values, but there were " + values.length + ".");
        }
    }

    /** The value of one unit for one example; throws {@link IndexOutOfBoundsException} outside the matrix. */
    public float at(int row, int column) {
        return values[Objects.checkIndex(row, rows) * columns + Objects.checkIndex(column, columns)];
    }

    /** Whether there is no value in it. */
    public boolean empty() {
        return values.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
