package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Picks and orders the rows of a matrix: one per example, or per step of every example. */
final class MaskedRows {

    private MaskedRows() {}

    /** Without the rows of masked steps; the matrix itself where the mask does not have one entry per row. */
    static Matrix unmasked(Matrix matrix, boolean[] masked) {
        int kept = 0;
        for (boolean mask : masked) {
            kept += mask ? 0 : 1;
        }
        if (masked.length != matrix.rows() || kept == masked.length) {
            return matrix;
        }
        int columns = matrix.columns();
        float[] values = new float[kept * columns];
        int to = 0;
        for (int row = 0; row < masked.length; row++) {
            if (!masked[row]) {
                System.arraycopy(matrix.values(), row * columns, values, columns * to++, columns);
            }
        }
        return new Matrix(kept, columns, values);
    }

    /** Rows that DL4J lists step by step, each with all examples, as a list of examples, each with all its steps. */
    static Matrix byExample(Matrix bySteps, int examples) {
        int steps = bySteps.rows() / examples;
        int columns = bySteps.columns();
        float[] values = new float[bySteps.values().length];
        for (int row = 0; row < bySteps.rows(); row++) {
            int to = row % examples * steps + row / examples;
            System.arraycopy(bySteps.values(), row * columns, values, to * columns, columns);
        }
        return new Matrix(bySteps.rows(), columns, values);
    }

    /** True where nothing of a row counts; empty without a mask. */
    static boolean[] masked(INDArray mask) {
        return mask == null ? new boolean[0] : masked(HostArrays.matrix(mask.reshape(mask.length(), 1), false));
    }

    /** The same of a mask that may have an entry per output. */
    static boolean[] masked(Matrix mask) {
        boolean[] masked = new boolean[mask.rows()];
        for (int row = 0; row < masked.length; row++) {
            masked[row] = true;
            for (int column = 0; column < mask.columns(); column++) {
                masked[row] &= mask.at(row, column) == 0;
            }
        }
        return masked;
    }
}
