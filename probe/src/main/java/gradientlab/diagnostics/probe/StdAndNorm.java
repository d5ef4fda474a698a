package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Statistics;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Standard deviation and norm of arrays that are looked at in every step.
 *
 * <p>From Σx and Σx² by BLAS where float32 sums cannot mislead: to 1e-5 of the result for values as networks have them,
 * to 1e-3 at worst (values of one size, whose roundings all go one way, and kernels that add them one by one). Otherwise from a copy, in double. A
 * sum of squares is NaN only if a value is. Equal arrays give equal bits as long as BLAS runs on the same number of
 * threads.
 */
final class StdAndNorm {

    /** Copying so few costs less than calling BLAS twice. */
    private static final int FEW = 500;

    /** A squared mean above this share of the mean square would amplify the errors of the sums. */
    private static final double CANCELLING_SHARE = 0.25;

    private static final ThreadLocal<float[]> SCRATCH = ThreadLocal.withInitial(() -> new float[FEW]);

    private StdAndNorm() {}

    /** The standard deviation with n − 1; NaN for fewer than two values and if any of them is not finite. */
    static double std(INDArray array) {
        long n = array.length();
        if (n >= FEW && NativeSums.canRead(array)) {
            double squares = NativeSums.squares(array);
            double sum = NativeSums.trusted(squares, n) ? NativeSums.sum(array) : Double.NaN;
            if (Double.isNaN(squares) || sum * sum <= CANCELLING_SHARE * n * squares) {
                return Math.sqrt((squares - sum * sum / n) / (n - 1));
            }
        }
        return std(Statistics.of(copy(array), Math.toIntExact(n)));
    }

    /** The same of values whose statistics are known. */
    static double std(Statistics statistics) {
        return statistics.allFinite() ? statistics.std() : Double.NaN;
    }

    /** √Σx²; NaN or +∞ if a value is not finite. */
    static double norm(INDArray array) {
        if (array.dataType() == DataType.DOUBLE) {
            return array.norm2Number().doubleValue();
        }
        double squares = NativeSums.canRead(array) ? NativeSums.squares(array) : 0;
        boolean enough = Double.isNaN(squares) || NativeSums.trusted(squares, array.length());
        return Math.sqrt(enough ? squares : exactSquares(array));
    }

    private static double exactSquares(INDArray array) {
        float[] values = copy(array);
        double squares = 0;
        for (int i = 0; i < array.length(); i++) {
            squares += (double) values[i] * values[i];
        }
        return squares;
    }

    /** Into an array of this thread's, which may be longer; the order of the values does not matter. */
    private static float[] copy(INDArray array) {
        int count = Math.toIntExact(array.length());
        if (SCRATCH.get().length < count) {
            SCRATCH.set(new float[count]);
        }
        HostArrays.read(array, array.ordering(), SCRATCH.get());
        return SCRATCH.get();
    }
}
