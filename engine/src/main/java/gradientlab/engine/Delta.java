package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradient with respect to a signal on its way back through the layers: each stage turns the one that belongs to its
 * output into the one that belongs to its input, in place.
 */
final class Delta {

    final float[] values;
    final FloatPointer pointer;

    /** Where a matrix product writes what becomes of {@link #pointer}, which it cannot do in place. */
    private final FloatPointer product;

    /** Own the memory behind the pointers. */
    private final INDArray array;

    private final INDArray productArray;

    Delta(int rows, int mostUnits) {
        int size = rows * mostUnits;
        values = new float[size];
        array = Nd4j.createUninitialized(DataType.FLOAT, size);
        productArray = Nd4j.createUninitialized(DataType.FLOAT, size);
        pointer = NativeArrays.pointer(array, 0);
        product = NativeArrays.pointer(productArray, 0);
    }

    void toNative(int count) {
        pointer.put(values, 0, count);
    }

    /** δ·Wᵀ for the δ that {@link #toNative} has copied. */
    void timesWeights(FloatPointer weights, int rows, int in, int out) {
        Blas.inputGradient(pointer, weights, product, rows, in, out);
        product.get(values, 0, rows * in);
    }
}
