package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-3, 1, 1e3, 1e6})
    void meanAndStdAreThoseOfExactArithmetic(double offset) {
        Random random = new Random(1);
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (offset + random.nextGaussian());
        }

        Statistics statistics = Statistics.of(values);

        assertThat(statistics.mean()).isCloseTo(exactMean(values), within(1e-12 * Math.max(1, offset)));
        assertThat(statistics.std()).isCloseTo(exactStd(values), within(1e-12));
        assertThat(statistics.count()).isEqualTo(1000);
        assertThat(statistics.allFinite()).isTrue();
    }

    @Test
    void valuesThatAreNotFiniteOnlyEnterTheirCounters() {
        Statistics statistics =
                Statistics.of(new float[] {NAN, 1, INFINITY, 3, -INFINITY, NAN, 8, -INFINITY, -INFINITY});

        assertThat(statistics.count()).isEqualTo(3);
        assertThat(statistics.mean()).isEqualTo(4);
        assertThat(statistics.std()).as("deviations -3, -1, 4").isEqualTo(Math.sqrt(26.0 / 2));
        assertThat(statistics.min()).isEqualTo(1);
        assertThat(statistics.max()).isEqualTo(8);
        assertThat(statistics.nan()).isEqualTo(2);
        assertThat(statistics.positiveInfinity()).isEqualTo(1);
        assertThat(statistics.negativeInfinity()).isEqualTo(3);
        assertThat(statistics.total()).isEqualTo(9);
        assertThat(statistics.allFinite()).isFalse();
    }

    @Test
    void withoutAFiniteValueThereIsNoMean() {
        for (float[] values : List.of(new float[0], new float[] {NAN, INFINITY})) {
            Statistics statistics = Statistics.of(values);

            assertThat(statistics.count()).isZero();
            assertThat(statistics.total()).isEqualTo(values.length);
            assertThat(statistics.mean()).isNaN();
            assertThat(statistics.std()).isNaN();
            assertThat(statistics.min()).isNaN();
            assertThat(statistics.max()).isNaN();
            assertThat(statistics.allFinite()).isFalse();
        }
    }

    @Test
    void aSingleValueHasNoStd() {
        Statistics statistics = Statistics.of(new float[] {2.5f});

        assertThat(statistics.mean()).isEqualTo(2.5);
        assertThat(statistics.std()).isNaN();
        assertThat(statistics.min()).isEqualTo(2.5);
        assertThat(statistics.max()).isEqualTo(2.5);
    }

    @Test
    void aConstantHasStdZeroExactly() {
        float[] values = new float[12345];
        Arrays.fill(values, 0.1f);

        assertThat(Statistics.of(values).std()).isZero();
    }

    @Test
    void theLargestFloatsDoNotOverflow() {
        Statistics statistics = Statistics.of(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE});

        assertThat(statistics.mean()).isCloseTo(Float.MAX_VALUE / 3.0, within(1e24));
        assertThat(statistics.std()).isFinite().isPositive();
    }

    /** One value, a block and its neighbours, several blocks with and without a rest. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 511, 512, 513, 1024, 1537, 5000})
    void everyLengthIsReadToItsEnd(int count) {
        Random random = new Random(count);
        float[] values = new float[count + 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (100 + random.nextGaussian());
        }
        for (int extreme : new int[] {0, count / 2, count - 1}) {
            float[] low = values.clone();
            float[] high = values.clone();
            low[extreme] = -3e4f;
            high[extreme] = 3e4f;
            Arrays.fill(low, count, low.length, -9e9f);

            assertThat(Statistics.of(low, count).min()).isEqualTo(-3e4f);
            assertThat(Statistics.of(high, count).max()).isEqualTo(3e4f);
            assertThat(Statistics.of(low, count).mean()).isCloseTo(exactMean(Arrays.copyOf(low, count)), within(1e-9));
            assertThat(count == 1 ? 0 : Statistics.of(low, count).std())
                    .isCloseTo(count == 1 ? 0 : exactStd(Arrays.copyOf(low, count)), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 510, 511, 512, 1999})
    void aSingleNanIsFoundWhereverItIs(int at) {
        float[] values = new float[2000];
        values[at] = NAN;
        values[(at + 1) % 2000] = -1;

        Statistics statistics = Statistics.of(values);

        assertThat(statistics.nan()).isEqualTo(1);
        assertThat(statistics.count()).isEqualTo(1999);
        assertThat(statistics.min()).isEqualTo(-1);
        assertThat(statistics.mean()).isCloseTo(-1 / 1999.0, within(1e-15));
    }

    @Test
    void theZerosAreToldApartAsExtremes() {
        for (int count : new int[] {2, 1500}) {
            float[] values = new float[count];
            values[count - 1] = -0f;

            assertThat(Statistics.of(values).min()).isEqualTo(Double.valueOf(-0.0));
            assertThat(Statistics.of(values).max()).isEqualTo(Double.valueOf(0.0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-44, 1e-30, 1e-20, 1e20, 1e37})
    void squaresOfTinyAndHugeValuesAreNotLost(double scale) {
        Random random = new Random(5);
        float[] values = new float[1100];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }

        assertThat(Statistics.of(values).std()).isCloseTo(exactStd(values), within(1e-12 * scale));
    }

    private static double exactMean(float[] values) {
        return sum(values)
                .divide(new BigDecimal(values.length), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static double exactStd(float[] values) {
        BigDecimal mean = sum(values).divide(new BigDecimal(values.length), MathContext.DECIMAL128);
        List<BigDecimal> squares = new ArrayList<>();
        for (float value : values) {
            squares.add(new BigDecimal(value).subtract(mean).pow(2));
        }
        BigDecimal sum = squares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(new BigDecimal(values.length - 1), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL128)
                .doubleValue();
    }

    private static BigDecimal sum(float[] values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (float value : values) {
            sum = sum.add(new BigDecimal(value));
        }
        return sum;
    }
}
