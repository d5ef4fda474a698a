package gradientlab.engine;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Raw access to ND4J's arrays.
 *
 * <p>A pointer does not keep its array's memory: whoever holds one must hold the array too.
 */
final class NativeArrays {

    private NativeArrays() {}

    /** A pointer to a float32 array's element {@code offset}, counted in memory from its first. */
    static FloatPointer pointer(INDArray array, long offset) {
        return new FloatPointer(array.data().pointer()).getPointer(array.offset() + offset);
    }

    /** The array itself if it is float32 and lies row by row without gaps, else a copy that is and does. */
    static INDArray rowByRow(INDArray array) {
        INDArray floats = array.castTo(DataType.FLOAT);
        boolean contiguous = floats.ordering() == 'c' && floats.stride(1) == 1 && floats.stride(0) == floats.size(1);
        return contiguous ? floats : floats.dup('c');
    }

    /** Copies the first values of an array that lies row by row to native memory. */
    static void copy(INDArray from, FloatPointer to, long count) {
        Pointer.memcpy(to, pointer(from, 0), count * Float.BYTES);
    }

    /** Copies the first values of an array that lies row by row to a Java array. */
    static void copy(INDArray from, float[] to, int count) {
        pointer(from, 0).get(to, 0, count);
    }
}
