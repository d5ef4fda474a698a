package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The values of a batch at one place of the network, [rows, units] row by row: in a Java array for the loops and in
 * native memory for the matrix products. Whoever writes one side says when to copy it to the other.
 */
final class Signal {

    final int units;
    final float[] values;
    final FloatPointer pointer;

    /** Owns the memory behind {@link #pointer}: it must not be collected while the pointer is in use. */
    private final INDArray array;

    private INDArray shown;

    Signal(int rows, int units) {
        this.units = units;
        this.values = new float[rows * units];
        this.array = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, units}, 'c');
        this.pointer = NativeArrays.pointer(array, 0);
    }

    void toNative(int rows) {
        pointer.put(values, 0, rows * units);
    }

    void fromNative(int rows) {
        pointer.get(values, 0, rows * units);
    }

    /** The first rows as DL4J's listeners get them: a view that the next step overwrites. */
    INDArray show(int rows) {
        if (shown == null || shown.size(0) != rows) {
            shown = rows == array.size(0) ? array : array.get(NDArrayIndex.interval(0, rows), NDArrayIndex.all());
        }
        return shown;
    }
}
