package gradientlab.mnist;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** Copies Java arrays into ND4J. */
final class Float32 {
    private Float32() {}

    /**
     * A float32 matrix in 'c' order that belongs to no workspace, whatever ND4J's default type is.
     *
     * <p>{@code Nd4j.create(float[], ...)} of 1.0.0-M2.1 puts element by element, several times slower than one copy
     * into the buffer. On the CPU the buffer is plain memory; elsewhere it may have a second half on a device,
     * which only ND4J's own way keeps up to date.
     *
     * @param values rows × columns values, at least one row
     */
    static INDArray matrix(float[] values, int columns) {
        long[] shape = {values.length / columns, columns};
        if (!isPlainMemory()) {
            return Nd4j.create(values, shape, 'c').detach();
        }
        INDArray matrix = Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', shape);
        overwrite(matrix, values);
        return matrix;
    }

    /** Whether {@link #overwrite} may be called. */
    static boolean isPlainMemory() {
        return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU;
    }

    /** Puts as many values as it has into a matrix that {@link #matrix} has made. */
    static void overwrite(INDArray matrix, float[] values) {
        matrix.data().asNioFloat().put(values);
    }
}
