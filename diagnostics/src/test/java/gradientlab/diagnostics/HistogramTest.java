package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 10",
        "-0.3, 0.7, 7",
        "0, 1e-30, 3",
        "-1e30, 1e30, 50",
        "0.1, 0.2, 1",
        // ranges in which the quotient is off by one bin, downwards and upwards, for floats next to an edge
        "-1, -0.09999999999999998, 60",
        "-1, -0.7, 24"
    })
    void countsAreThoseOfASearchAlongTheEdges(double low, double high, int bins) {
        Random random = new Random(2);
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (1.4 * random.nextDouble() - 0.2) * (high - low));
        }
        for (int i = 0; i <= bins; i++) {
            float edge = (float) (low + i * ((high - low) / bins));
            values[3 * i] = Math.nextDown(edge);
            values[3 * i + 1] = edge;
            values[3 * i + 2] = Math.nextUp(edge);
        }

        Histogram histogram = Histogram.of(values, low, high, bins);

        assertThat(histogram.counts()).isEqualTo(searched(values, histogram));
        assertThat(histogram.total()).isEqualTo(values.length);
        assertThat(histogram.below()).isPositive();
        assertThat(histogram.above()).isPositive();
    }

    @Test
    void noValueIsDropped() {
        float[] values = {-5, -1, -0.5f, 0, 0.5f, 1, 7, 8, NAN, INFINITY, INFINITY, -INFINITY, NAN, NAN};

        Histogram histogram = Histogram.of(values, -1, 1, 2);

        assertThat(histogram)
                .as("-1, -0.5 | 0, 0.5, 1: the last bin is closed")
                .isEqualTo(new Histogram(-1, 1, new long[] {2, 3}, 1, 2, 3, 2, 1));
        assertThat(histogram.total()).isEqualTo(values.length);
    }

    @Test
    void theSpanIsThatOfTheFiniteValues() {
        Histogram histogram = Histogram.spanning(new float[] {3, NAN, -1, INFINITY, 2.5f}, 4);

        assertThat(histogram).isEqualTo(new Histogram(-1, 3, new long[] {1, 0, 0, 2}, 0, 0, 1, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-30f, -2, 1e6f, Float.MAX_VALUE, -Float.MAX_VALUE})
    void aConstantGetsARangeAroundIt(float constant) {
        Histogram histogram = Histogram.spanning(new float[] {constant, constant, constant}, 5);

        assertThat(histogram.low()).isLessThan(constant);
        assertThat(histogram.high()).isGreaterThan(constant);
        assertThat(histogram.counts()).containsExactly(0, 0, 3, 0, 0);
    }

    @Test
    void withoutAFiniteValueTheBinsAreEmpty() {
        assertThat(Histogram.spanning(new float[0], 2)).isEqualTo(new Histogram(-0.5, 0.5, new long[2], 0, 0, 0, 0, 0));
        assertThat(Histogram.spanning(new float[] {NAN, -INFINITY}, 2))
                .isEqualTo(new Histogram(-0.5, 0.5, new long[2], 0, 0, 1, 0, 1));
    }

    @Test
    void theFullRangeOfFloatsHasAWidth() {
        Histogram histogram = Histogram.spanning(new float[] {-Float.MAX_VALUE, Float.MAX_VALUE, 0}, 3);

        assertThat(histogram.counts()).containsExactly(1, 1, 1);
    }

    @Test
    void edgesDivideTheRangeEvenly() {
        Histogram histogram = Histogram.of(new float[0], -1, 3, 8);

        assertThat(histogram.bins()).isEqualTo(8);
        assertThat(histogram.edge(0)).isEqualTo(-1);
        assertThat(histogram.edge(3)).isEqualTo(0.5);
        assertThat(histogram.edge(8)).isEqualTo(3);
    }

    @Test
    void itIsAValueThatNobodyCanChange() {
        long[] counts = {1, 2};
        Histogram histogram = new Histogram(0, 1, counts, 0, 0, 0, 0, 0);
        counts[0] = 99;
        histogram.counts()[1] = 99;

        assertThat(histogram.counts()).containsExactly(1, 2);
        assertThat(histogram)
                .isEqualTo(new Histogram(0, 1, new long[] {1, 2}, 0, 0, 0, 0, 0))
                .hasSameHashCodeAs(new Histogram(0, 1, new long[] {1, 2}, 0, 0, 0, 0, 0))
                .isNotEqualTo(new Histogram(0, 1, new long[] {1, 3}, 0, 0, 0, 0, 0))
                .isNotEqualTo(new Histogram(0, 1, new long[] {1, 2}, 0, 0, 1, 0, 0))
                .hasToString("Histogram[low=0.0, high=1.0, counts=[1, 2], below=0, above=0, nan=0, positiveInfinity=0,"
                        + " negativeInfinity=0]");
    }

    @Test
    void aRangeWithoutWidthIsRefused() {
        assertThatThrownBy(() -> Histogram.of(new float[] {1}, 2, 2, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A histogram needs a finite low less than a finite high, but they were 2.0 and 2.0.");
        assertThatThrownBy(() -> Histogram.of(new float[] {1}, Double.NaN, 2, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(new float[] {1}, 0, INFINITY, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHistogramWithoutBinsIsRefused() {
        assertThatThrownBy(() -> Histogram.spanning(new float[] {1}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A histogram needs at least 1 bin, but it was given 0.");
    }

    private static long[] searched(float[] values, Histogram histogram) {
        long[] counts = new long[histogram.bins()];
        for (float value : values) {
            for (int bin = 0; bin < counts.length; bin++) {
                boolean last = bin == counts.length - 1;
                boolean under = last ? value <= histogram.high() : value < histogram.edge(bin + 1);
                counts[bin] += value >= histogram.edge(bin) && under ? 1 : 0;
            }
        }
        return counts;
    }
}
