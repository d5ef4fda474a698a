package gradientlab.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The three matrix products of a dense layer, by the {@link MatrixLibrary} in use, and the update of plain gradient descent.
 *
 * <p>Signals are [rows, units] row by row. Weights are 'f' order [in, out] as DL4J keeps them, which to BLAS is a
 * row-major [out, in].
 */
final class Blas {

    private static final Gemm GEMM = MatrixLibrary.inUse().gemm();

    private Blas() {}

    /** w ← w − factor·g. */
    static void subtract(float factor, FloatPointer g, FloatPointer w, int count) {
        cblas_saxpy(count, -factor, g, 1, w, 1);
    }

    /** g ← factor·g. */
    static void scale(float factor, FloatPointer g, int count) {
        cblas_sscal(count, factor, g, 1);
    }

    /** z = x·W. */
    static void forward(FloatPointer x, FloatPointer weights, FloatPointer z, int rows, int in, int out) {
        GEMM.multiply(false, true, rows, out, in, x, in, weights, in, z, out);
    }

    /** dW = xᵀ·δ, the sum over the batch. */
    static void weightGradient(FloatPointer x, FloatPointer delta, FloatPointer gradient, int rows, int in, int out) {
        GEMM.multiply(true, false, out, in, rows, delta, out, x, in, gradient, in);
    }

    /** dx = δ·Wᵀ. */
    static void inputGradient(FloatPointer delta, FloatPointer weights, FloatPointer dx, int rows, int in, int out) {
        GEMM.multiply(false, false, rows, in, out, delta, out, weights, in, dx, in);
    }
}
