package gradientlab.engine;

import java.util.Arrays;

/** Loops over [rows, columns] arrays that lie row by row; the inner ones are simple enough for the JIT to vectorise. */
final class Rows {

    private Rows() {}

    /** Adds a row to every row. */
    static void add(float[] matrix, float[] row, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            int start = i * columns;
            for (int j = 0; j < columns; j++) {
                matrix[start + j] += row[j];
            }
        }
    }

    /** The sum over the rows. */
    static void sum(float[] matrix, float[] sums, int rows, int columns) {
        Arrays.fill(sums, 0, columns, 0f);
        for (int i = 0; i < rows; i++) {
            int start = i * columns;
            for (int j = 0; j < columns; j++) {
                sums[j] += matrix[start + j];
            }
        }
    }

    /** The sum over the rows of the elementwise product of two matrices. */
    static void sumOfProducts(float[] a, float[] b, float[] sums, int rows, int columns) {
        Arrays.fill(sums, 0, columns, 0f);
        for (int i = 0; i < rows; i++) {
            int start = i * columns;
            for (int j = 0; j < columns; j++) {
                sums[j] += a[start + j] * b[start + j];
            }
        }
    }

    /** Divides all values in place and returns the array. */
    static float[] divide(float[] values, int by) {
        divide(values, values.length, by);
        return values;
    }

    /** By a power of two as a product, which gives the same bits and is several times as fast. */
    static void divide(float[] values, int count, int by) {
        if (Integer.bitCount(by) == 1) {
            float inverse = 1f / by;
            for (int k = 0; k < count; k++) {
                values[k] *= inverse;
            }
        } else {
            for (int k = 0; k < count; k++) {
                values[k] /= by;
            }
        }
    }
}
