package gradientlab.engine;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_saxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sscal;

import org.bytedeco.javacpp.FloatPointer;

/**
 * The three matrix products of a dense layer and the update of plain gradient descent, by the OpenBLAS that ND4J itself
 * uses.
 *
 * <p>Signals are [rows, units] row by row. Weights are 'f' order [in, out] as DL4J keeps them, which to BLAS is a
 * row-major [out, in].
 */
final class Blas {

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
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, out, in, 1f, x, in, weights, in, 0f, z, out);
    }

    /** dW = xᵀ·δ, the sum over the batch. */
    static void weightGradient(FloatPointer x, FloatPointer delta, FloatPointer gradient, int rows, int in, int out) {
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, out, in, rows, 1f, delta, out, x, in, 0f, gradient, in);
    }

    /** dx = δ·Wᵀ. */
    static void inputGradient(FloatPointer delta, FloatPointer weights, FloatPointer dx, int rows, int in, int out) {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, in, out, 1f, delta, out, weights, in, 0f, dx, in);
    }
}
