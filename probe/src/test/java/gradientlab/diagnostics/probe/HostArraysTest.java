package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Matrix;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Bulk reading against element-by-element reading, for every layout an array of a network comes in. */
class HostArraysTest {

    static Stream<Arguments> layouts() {
        INDArray c = Nd4j.arange(24).castTo(DataType.FLOAT).reshape('c', 4, 6);
        INDArray flat = Nd4j.arange(40).castTo(DataType.FLOAT);
        return Stream.of(
                Arguments.of("c order", c),
                Arguments.of("f order", c.dup('f')),
                Arguments.of("transposed", c.transpose()),
                Arguments.of("block of a matrix", c.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(2, 5))),
                Arguments.of("every other column", c.get(NDArrayIndex.all(), NDArrayIndex.interval(0, 2, 6))),
                Arguments.of("one column", c.getColumn(3, true)),
                Arguments.of("one row", c.getRow(2, true)),
                Arguments.of("slice of the flat parameters, f", slice(flat, 'f')),
                Arguments.of("slice of the flat parameters, c", slice(flat, 'c')),
                Arguments.of("double", c.castTo(DataType.DOUBLE)),
                Arguments.of("half, f", c.castTo(DataType.FLOAT16).dup('f')),
                Arguments.of("integers", c.castTo(DataType.INT32)),
                Arguments.of("scalar in a matrix", c.get(NDArrayIndex.interval(1, 2), NDArrayIndex.interval(4, 5))),
                Arguments.of(
                        "repeated along the rows",
                        Nd4j.arange(6).castTo(DataType.FLOAT).reshape(1, 6).broadcast(4, 6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void aMatrixHasTheElementsOfTheArray(String layout, INDArray array) {
        Matrix matrix = HostArrays.matrix(array, false);

        assertThat(matrix.rows()).isEqualTo(array.size(0));
        assertThat(matrix.columns()).isEqualTo(array.size(1));
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                assertThat(matrix.at(row, column)).isEqualTo(array.getFloat(row, column));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void columnMajorReadingGoesDownTheColumns(String layout, INDArray array) {
        float[] values = HostArrays.read(array, 'f');

        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(array.getFloat(i % array.size(0), i / array.size(0)));
        }
    }

    @Test
    void aFeatureMapHasItsChannelsAsUnits() {
        INDArray map = Nd4j.arange(2 * 3 * 2 * 4).castTo(DataType.FLOAT).reshape('c', 2, 3, 2, 4);

        Matrix first = HostArrays.matrix(map, false);
        Matrix last = HostArrays.matrix(map.permute(0, 2, 3, 1), true);

        assertThat(first.rows()).isEqualTo(2 * 2 * 4);
        assertThat(first.columns()).isEqualTo(3);
        assertThat(first.at(1 * 8 + 1 * 4 + 3, 2)).isEqualTo(map.getFloat(1, 2, 1, 3));
        assertThat(last).isEqualTo(first);
    }

    @Test
    void aSequenceHasARowForEveryStep() {
        INDArray sequence = Nd4j.arange(24).castTo(DataType.FLOAT).reshape('f', 2, 3, 4);

        Matrix matrix = HostArrays.matrix(sequence, false);

        assertThat(matrix.rows()).isEqualTo(2 * 4);
        assertThat(matrix.columns()).isEqualTo(3);
        assertThat(matrix.at(4 + 3, 2)).isEqualTo(sequence.getFloat(1, 2, 3));
    }

    @Test
    void readingDoesNotChangeTheArrayAndTheCopyDoesNotFollowIt() {
        INDArray array = Nd4j.ones(DataType.FLOAT, 2, 2);

        float[] values = HostArrays.read(array, 'c');
        array.assign(5);
        values[0] = 7;

        assertThat(values).containsExactly(7, 1, 1, 1);
        assertThat(array.getFloat(0, 0)).isEqualTo(5);
    }

    @Test
    void anEmptyArrayGivesNothing() {
        assertThat(HostArrays.read(Nd4j.empty(DataType.FLOAT), 'c')).isEmpty();
    }

    private static INDArray slice(INDArray flat, char order) {
        return flat.get(NDArrayIndex.interval(7, 31)).reshape(order, 4, 6);
    }
}
