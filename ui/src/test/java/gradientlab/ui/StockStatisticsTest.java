package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.Histogram;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The references are ND4J's histogram and reductions, which DL4J's stats listener calls, and Infinity minus Infinity. */
class StockStatisticsTest {

    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    static Stream<INDArray> arrays() {
        INDArray matrix = gaussian(40_000).reshape(200, 200);
        return Stream.of(
                gaussian(7),
                matrix,
                matrix.dup('f'),
                matrix.castTo(DataType.DOUBLE),
                matrix.get(NDArrayIndex.interval(3, 100), NDArrayIndex.interval(10, 150)),
                row(0.25f),
                row(0, 0, 0),
                row(-3, -3));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void extremesAndSummariesAreThoseOfNd4j(INDArray array) {
        StockStatistics actual = StockStatistics.of(array);
        INDArray floats = array.castTo(DataType.FLOAT);
        assertThat(actual.histogram().getMin()).isEqualTo(floats.minNumber().doubleValue());
        assertThat(actual.histogram().getMax()).isEqualTo(floats.maxNumber().doubleValue());
        assertThat(actual.mean()).isCloseTo(array.meanNumber().doubleValue(), within(1e-6));
        assertThat(actual.stdev()).isCloseTo(array.stdNumber().doubleValue(), within(1e-5));
        assertThat(actual.meanMagnitude()).isCloseTo(array.norm1Number().doubleValue() / array.length(), within(1e-5));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void countsAreThoseOfNd4jButForValuesOnAnEdge(INDArray array) {
        // Of a copy: ND4J takes the histogram of a view as if it had no gaps.
        var reference = new Histogram(array.dup(), StockStatistics.BINS);
        Nd4j.exec(reference);
        int[] expected = reference.getOutputArgument(0).toIntVector();
        int[] actual = StockStatistics.of(array).histogram().getBinCounts();
        assertThat(Arrays.stream(actual).sum()).isEqualTo((int) array.length());
        for (int bin = 0; bin < expected.length; bin++) {
            assertThat(actual[bin]).as("bin %d", bin).isCloseTo(expected[bin], within((int) array.length() / 10_000));
        }
    }

    static Stream<Arguments> notFinite() {
        return Stream.of(
                Arguments.of(row(1, NAN, 2), INFINITY, -INFINITY, NAN, NAN),
                Arguments.of(row(NAN), INFINITY, -INFINITY, NAN, NAN),
                Arguments.of(row(NAN, INFINITY, 1), INFINITY, -INFINITY, NAN, NAN),
                Arguments.of(row(1, INFINITY, -2), -2, INFINITY, INFINITY, INFINITY),
                Arguments.of(row(-INFINITY, 4), -INFINITY, 4, -INFINITY, INFINITY),
                Arguments.of(row(INFINITY, -INFINITY, 1), -INFINITY, INFINITY, NAN, INFINITY),
                Arguments.of(row(INFINITY, INFINITY), INFINITY, INFINITY, INFINITY, INFINITY),
                Arguments.of(gaussian(40_000).putScalar(25_000, NAN), INFINITY, -INFINITY, NAN, NAN));
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void whatIsNotFiniteShowsInTheExtremesAndTheMeans(
            INDArray array, float min, float max, float mean, float magnitude) {
        StockStatistics actual = StockStatistics.of(array);
        assertThat(actual.histogram().getMin()).isEqualTo(min);
        assertThat(actual.histogram().getMax()).isEqualTo(max);
        assertThat(actual.histogram().getBinCounts()).startsWith((int) array.length(), 0);
        assertThat(actual.mean()).isEqualTo(Double.valueOf(mean));
        assertThat(actual.stdev()).isNaN();
        assertThat(actual.meanMagnitude()).isEqualTo(Double.valueOf(magnitude));
    }

    private static INDArray row(float... values) {
        return Nd4j.createFromArray(values);
    }

    private static INDArray gaussian(int count) {
        Random random = new Random(5);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values);
    }
}
