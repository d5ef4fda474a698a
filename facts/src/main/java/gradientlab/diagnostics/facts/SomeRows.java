package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;

/** Some rows of a matrix, so that a look costs no more for a wide table than for a narrow one. */
final class SomeRows {

    /** Values that enter the statistics of one look. */
    private static final int VALUES = 1 << 12;

    /** Fewer rows would tell too little of one another. */
    private static final int LEAST = 4;

    private SomeRows() {}

    /**
     * The matrix itself if it is small, otherwise rows spread evenly over it.
     *
     * @param turn looks made so far: the first sees everything, and the ones after begin at different rows
     */
    static Matrix of(Matrix all, int turn) {
        int most = Math.max(LEAST, VALUES / Math.max(1, all.columns()));
        if (turn == 0 || all.rows() <= most) {
            return all;
        }
        int stride = (all.rows() + most - 1) / most;
        int first = turn % stride;
        int rows = (all.rows() - first + stride - 1) / stride;
        float[] values = new float[rows * all.columns()];
        for (int k = 0; k < rows; k++) {
            int from = (first + k * stride) * all.columns();
            System.arraycopy(all.values(), from, values, k * all.columns(), all.columns());
        }
        return new Matrix(rows, all.columns(), values);
    }
}
