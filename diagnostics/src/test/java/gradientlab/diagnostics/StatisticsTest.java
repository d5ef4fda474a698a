package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
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
        java.util.Arrays.fill(values, 0.1f);

        assertThat(Statistics.of(values).std()).isZero();
    }

    @Test
    void theLargestFloatsDoNotOverflow() {
        Statistics statistics = Statistics.of(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE});

        assertThat(statistics.mean()).isCloseTo(Float.MAX_VALUE / 3.0, within(1e24));
        assertThat(statistics.std()).isFinite().isPositive();
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
