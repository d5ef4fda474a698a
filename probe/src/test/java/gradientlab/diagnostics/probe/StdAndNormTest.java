package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Statistics;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class StdAndNormTest {

    /** What Javadoc promises: 1e-5 of the result; BLAS's kernels for AVX-512 reach 1e-6, those of 2007 2e-6. */
    private static final Percentage PROMISED = Percentage.withPercentage(1e-3);

    /** What it promises at worst: 1e-3. */
    private static final Percentage AT_WORST = Percentage.withPercentage(1e-1);

    private static final int ROWS = 784;

    /** Mean and std of normal values: usual, at the limits of float32 sums and beyond, with cancellation. */
    static Stream<Arguments> families() {
        return Stream.of(0.0, 0.3, 0.6, 1.0, 30.0, 1e4)
                .flatMap(mean -> Stream.of(1, 1e-3, 1e-14, 1e-15, 1e-16, 1e-20, 1e-25, 1e-35, 1e14, 1e20, 1e25)
                        .map(scale -> Arguments.of(mean, scale)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void stdAndNormAreThoseOfDouble(double mean, double scale) {
        for (int count : new int[] {2, 499, 500, 5_003, 128 * ROWS, 300_007}) {
            float[] values = normal(count, mean, scale);

            assertThat(StdAndNorm.std(Nd4j.createFromArray(values)))
                    .isCloseTo(Statistics.of(values).std(), PROMISED);
            assertThat(StdAndNorm.norm(Nd4j.createFromArray(values))).isCloseTo(norm(values), PROMISED);
        }
    }

    /** All roundings of such a sum go the same way, the worst there is for float32; the first step of Adam is like it. */
    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "0.7", "1.1", "1e-14", "3e18"})
    void valuesOfOneSizeAddUpRightly(float size) {
        float[] values = new float[5_000_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2 == 0 ? size : -size;
        }

        assertThat(StdAndNorm.std(Nd4j.createFromArray(values)))
                .isCloseTo(Statistics.of(values).std(), AT_WORST);
    }

    @Test
    void aFewValuesAmongZerosAndTinyOnesCount() {
        float[] values = normal(128 * ROWS, 0, 1e-30);
        values[70_001] = 1e-12f;
        values[3] = -2e-20f;

        assertThat(StdAndNorm.std(Nd4j.createFromArray(values)))
                .isCloseTo(Statistics.of(values).std(), PROMISED);
        assertThat(StdAndNorm.norm(Nd4j.createFromArray(values))).isCloseTo(norm(values), PROMISED);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.1", "-3e-25", "1e30"})
    void aConstantHasStdZeroExactly(float constant) {
        assertThat(StdAndNorm.std(Nd4j.valueArrayOf(new long[] {128, ROWS}, constant, DataType.FLOAT)))
                .isZero();
    }

    @Test
    void theNormOfNothingButZerosIsZero() {
        assertThat(StdAndNorm.norm(Nd4j.zeros(DataType.FLOAT, 128, ROWS))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"3, NaN", "5000, NaN", "3, Infinity", "5000, Infinity", "5000, -Infinity"})
    void aValueThatIsNotFiniteLeavesNoStdAndNoFiniteNorm(int count, float strange) {
        float[] values = normal(count, 0, 1);
        values[count - 1] = strange;

        assertThat(StdAndNorm.std(Nd4j.createFromArray(values))).isNaN();
        assertThat(StdAndNorm.norm(Nd4j.createFromArray(values))).isEqualTo(Double.valueOf(Math.abs(strange)));
    }

    @Test
    void aSingleValueHasNoStd() {
        assertThat(StdAndNorm.std(Nd4j.createFromArray(2f))).isNaN();
        assertThat(StdAndNorm.std(Nd4j.empty(DataType.FLOAT))).isNaN();
    }

    @Test
    void viewsAndOtherTypesAreReadAsTheyAre() {
        INDArray all = Nd4j.createFromArray(normal(3 * ROWS * 50, 0.2, 2)).reshape('c', 3 * ROWS, 50);
        INDArray rows = all.get(NDArrayIndex.interval(ROWS, 2 * ROWS), NDArrayIndex.all());
        INDArray columns = all.get(NDArrayIndex.all(), NDArrayIndex.interval(7, 30));
        INDArray column = all.getColumn(3);
        INDArray weights = all.reshape(1, all.length())
                .get(NDArrayIndex.point(0), NDArrayIndex.interval(11, 11 + 100 * ROWS))
                .reshape('f', ROWS, 100);

        for (INDArray view : new INDArray[] {rows, columns, column, weights, all.transpose(), all.dup('f')}) {
            float[] values = view.dup('c').data().asFloat();
            double exact = Statistics.of(values).std();
            assertThat(StdAndNorm.std(view)).isCloseTo(exact, PROMISED);
            assertThat(StdAndNorm.std(view.castTo(DataType.DOUBLE))).isCloseTo(exact, within(1e-12));
            assertThat(StdAndNorm.norm(view)).isCloseTo(norm(values), PROMISED);
            assertThat(StdAndNorm.norm(view.castTo(DataType.DOUBLE))).isCloseTo(norm(values), within(1e-9));
        }
        assertThat(StdAndNorm.std(Nd4j.arange(2_000).castTo(DataType.INT)))
                .as("n(n + 1) / 12 is the variance of 1 ... n")
                .isCloseTo(Math.sqrt(2_000 * 2_001 / 12.0), within(1e-9));
    }

    @Test
    void whatAWorkspaceFirstAskedForOutlivesIt() throws InterruptedException {
        float[] values = normal(300_000, 0, 1);
        INDArray array = Nd4j.createFromArray(values);
        double[] std = new double[2];
        Thread fresh = new Thread(() -> {
            WorkspaceConfiguration learning =
                    WorkspaceConfiguration.builder().initialSize(4_000_000).build();
            try (var workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace(learning, "SPREAD_TEST")) {
                std[0] = StdAndNorm.std(array);
            }
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
            std[1] = StdAndNorm.std(array);
        });
        fresh.start();
        fresh.join();

        assertThat(std[0]).isCloseTo(Statistics.of(values).std(), PROMISED).isEqualTo(std[1]);
    }

    private static float[] normal(int count, double mean, double scale) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * (mean + random.nextGaussian()));
        }
        return values;
    }

    private static double norm(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
