package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.deeplearning4j.ui.model.stats.api.Histogram;

/** Slow, obvious statistics of plain arrays, in double precision. */
final class Plain {
    private Plain() {}

    static double mean(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
    }

    /** The deviation of a sample, over n - 1, as ND4J's stdNumber. */
    static double stdev(float[] values) {
        double mean = mean(values);
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    static double meanMagnitude(float[] values) {
        return IntStream.range(0, values.length)
                        .mapToDouble(i -> Math.abs(values[i]))
                        .sum()
                / values.length;
    }

    /**
     * Extremes and number of values exactly; and at each edge between two bins as many values below it as there are,
     * give or take those that lie on it.
     */
    static void assertHistogramOf(float[] values, Histogram histogram) {
        double min = extreme(values, -1);
        double max = extreme(values, 1);
        assertThat(histogram.getMin()).isEqualTo(min);
        assertThat(histogram.getMax()).isEqualTo(max);
        int[] counts = histogram.getBinCounts();
        assertThat(IntStream.of(counts).sum()).isEqualTo(values.length);

        double onTheEdge = 1e-5 * (max - min);
        int below = 0;
        for (int bin = 0; bin < counts.length - 1; bin++) {
            below += counts[bin];
            double edge = min + (max - min) * (bin + 1) / counts.length;
            assertThat(below).isBetween(count(values, edge - onTheEdge), count(values, edge + onTheEdge));
        }
    }

    private static double extreme(float[] values, int sign) {
        return sign
                * IntStream.range(0, values.length)
                        .mapToDouble(i -> sign * values[i])
                        .max()
                        .orElseThrow();
    }

    private static int count(float[] values, double below) {
        return (int)
                IntStream.range(0, values.length).filter(i -> values[i] < below).count();
    }
}
