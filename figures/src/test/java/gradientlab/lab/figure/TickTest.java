package gradientlab.lab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickTest {

    private static List<String> labels(Axis axis, double... values) {
        AxisScale scale = AxisScale.of(axis, DoubleStream.of(values), true);
        return Span.of(scale, values, false).ticks(6).stream().map(Tick::label).toList();
    }

    /** By hand: the least step of 1, 2 or 5 times a power of ten that divides the axis into at most six. */
    @ParameterizedTest
    @CsvSource({
        "0, 7.383021, '0, 2, 4, 6'",
        "1, 3, '1, 2, 3'",
        "0.5, 2.5, '0.5, 1.0, 1.5, 2.0, 2.5'",
        "-0.03, 0.03, '−0.02, 0.00, 0.02'",
        "0, 30000, '0, 10000, 20000, 30000'"
    })
    void aLinearAxisHasRoundNumbersAlone(double low, double high, String expected) {
        assertThat(String.join(", ", labels(Axis.linear("x"), low, high))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 10, '0.001, 0.01, 0.1, 1, 10'",
        "1e-9, 1e3, '10⁻⁸, 10⁻⁶, 10⁻⁴, 0.01, 1, 100'",
        "0.4, 12, '0.5, 1, 2, 5, 10'",
        "2e-5, 6e-5, '2·10⁻⁵, 5·10⁻⁵'",
        "3.1e-7, 4.2e-7, '3.2·10⁻⁷, 3.4·10⁻⁷, 3.6·10⁻⁷, 3.8·10⁻⁷, 4.0·10⁻⁷, 4.2·10⁻⁷'"
    })
    void aLogarithmicAxisIsDividedByDecadesOrInsideOfThem(double low, double high, String expected) {
        assertThat(String.join(", ", labels(Axis.log("x"), low, high))).isEqualTo(expected);
    }

    @Test
    void noTwoDivisionsHaveTheSameLabelWhateverTheAxis() {
        Random random = new Random(1);
        for (int draw = 0; draw < 2_000; draw++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
            double high = low + Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(9) - 4);
            assertThat(labels(Axis.linear("x"), low, high))
                    .doesNotHaveDuplicates()
                    .hasSizeLessThan(9);
            double positive = Math.abs(low) + 1e-9;
            assertThat(labels(Axis.log("x"), positive, positive * (1 + Math.abs(high))))
                    .doesNotHaveDuplicates();
        }
    }
}
