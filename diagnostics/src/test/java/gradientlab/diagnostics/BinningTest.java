package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks of values are counted by fixed-point numbers: every count must be that of the published edges. */
class BinningTest {

    private static final float[] STRANGE = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        0f,
        -0f
    };

    @ParameterizedTest
    @CsvSource({
        "-1, 1",
        "0, 1",
        "-0.3, 0.7",
        "-1, -0.09999999999999998",
        // few floats or few doubles between the limits
        "1e6, 1000001",
        // a quarter of the way the exact edge lies a quarter of a double above a float, the published one on it
        "1e6, 1000001.0000000001",
        "-1e6, -999998.9999999999",
        "16777216, 16777220",
        "1, 1.0000000000001",
        "1, 1.0000000000000004",
        // tiny and huge
        "0, 1e-30",
        "-1e-44, 1e-44",
        "0, 4.9e-324",
        "-1e-310, 1e-300",
        "-1e30, 1e30",
        "-3.4028234663852886E38, 3.4028234663852886E38",
        "-1e300, 1e300"
    })
    void everyRangeIsCountedByItsEdges(double low, double high) {
        for (int bins : new int[] {1, 2, 7, 48, 50, 112, 333}) {
            float[] values = around(low, high, bins, 2_000);

            Histogram histogram = Histogram.of(values, low, high, bins);

            assertThat(histogram).as(bins + " bins").isEqualTo(searched(values, low, high, bins));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void randomRangesAreCountedByTheirEdges(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30);
            double high = low + Math.abs(low) * Math.pow(10, random.nextInt(16) - 8);
            int bins = 1 + random.nextInt(200);
            float[] values = around(low, high, bins, 1_500);

            assertThat(Histogram.of(values, low, high, bins)).isEqualTo(searched(values, low, high, bins));
        }
    }

    /** Rectifiers and saturated units put most of their values on the limits. */
    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "-1e-38, 0", "0, 1e-44", "-3e38, 3e38", "7, 7.000001", "-2, 48"})
    void valuesOnTheLimitsOfTheirSpanAreInTheOuterBins(float low, float high) {
        for (int bins : new int[] {1, 2, 50, 64}) {
            float[] values = around(low, high, bins, 4_000);
            for (int i = 0; i < values.length; i++) {
                boolean outside = !(values[i] >= low && values[i] <= high);
                values[i] = outside || i % 3 == 0 ? i % 2 == 0 ? low : high : values[i] + 0f;
            }

            Histogram histogram = Histogram.spanning(values, bins);

            assertThat(histogram.low()).isEqualTo(low);
            assertThat(histogram.high()).isEqualTo(high);
            assertThat(histogram).isEqualTo(searched(values, low, high, bins));
        }
    }

    @Test
    void valuesThatAreNotFiniteDoNotHideAmongManyOnTheLimit() {
        float[] values = new float[3_000];
        Arrays.fill(values, 1_000, 2_000, 5f);
        for (int i = 0; i < STRANGE.length - 6; i++) {
            values[700 + i] = STRANGE[i];
            values[2_990 + i] = STRANGE[i];
        }

        Histogram histogram = Histogram.spanning(values, 5);

        assertThat(histogram).isEqualTo(new Histogram(0, 5, new long[] {1_994, 0, 0, 0, 1_000}, 0, 0, 2, 2, 2));
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-30f, -2, 1e6f, Float.MAX_VALUE})
    void aConstantIsCountedByTheEdgesAroundIt(float constant) {
        float[] values = new float[2_000];
        Arrays.fill(values, constant);

        Histogram histogram = Histogram.spanning(values, 50);

        assertThat(histogram).isEqualTo(searched(values, histogram.low(), histogram.high(), 50));
    }

    /** Every float next to an edge, the limits, strange values, and random ones in and around the range, shuffled. */
    private static float[] around(double low, double high, int bins, int count) {
        Random random = new Random(bins);
        float[] values = new float[count + 3 * (bins + 1) + STRANGE.length];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (low / 2 + high / 2 + (1.4 * random.nextDouble() - 0.7) * (high - low));
        }
        for (int i = 0; i <= bins; i++) {
            float edge = (float) Binning.edge(low, high, bins, i);
            values[count + 3 * i] = Math.nextDown(edge);
            values[count + 3 * i + 1] = edge;
            values[count + 3 * i + 2] = Math.nextUp(edge);
        }
        System.arraycopy(STRANGE, 0, values, values.length - STRANGE.length, STRANGE.length);
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            float value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
        return values;
    }

    private static Histogram searched(float[] values, double low, double high, int bins) {
        long[] counts = new long[bins];
        long[] outside = new long[5];
        for (float value : values) {
            if (Float.isNaN(value)) {
                outside[2]++;
            } else if (Float.isInfinite(value)) {
                outside[value > 0 ? 3 : 4]++;
            } else if (value < low || value > high) {
                outside[value < low ? 0 : 1]++;
            } else {
                int bin = bins - 1;
                while (value < Binning.edge(low, high, bins, bin)) {
                    bin--;
                }
                counts[bin]++;
            }
        }
        return new Histogram(low, high, counts, outside[0], outside[1], outside[2], outside[3], outside[4]);
    }
}
