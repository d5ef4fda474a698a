package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;

/** A library's product of matrices that lie row by row in native memory. */
interface Gemm {

    /**
     * C ← op(A)·op(B), on the calling thread alone.
     *
     * @param transposeA whether op(A) is Aᵀ
     * @param transposeB whether op(B) is Bᵀ
     * @param m rows of op(A) and of C
     * @param n columns of op(B) and of C
     * @param k columns of op(A), rows of op(B)
     * @param lda values from one row of A to the next; {@code ldb} and {@code ldc} likewise
     */
    void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            FloatPointer a,
            int lda,
            FloatPointer b,
            int ldb,
            FloatPointer c,
            int ldc);
}
