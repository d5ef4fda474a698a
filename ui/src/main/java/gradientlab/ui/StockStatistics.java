package gradientlab.ui;

import gradientlab.diagnostics.Distribution;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.probe.HostArrays;
import java.util.stream.LongStream;
import org.deeplearning4j.ui.model.stats.api.Histogram;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What DL4J's stats listener says of one array, in two passes over a plain copy: it calls ND4J six times instead, and its
 * histogram alone takes longer than this.
 *
 * <p>Where something is not finite, all counts are in the first bin and the standard deviation is NaN. NaN makes the
 * minimum +Infinity and the maximum -Infinity, as ND4J's reductions do, if not always.
 *
 * @param stdev over n − 1; 0 for a single value
 */
record StockStatistics(Histogram histogram, double mean, double stdev, double meanMagnitude) {

    static final int BINS = 20;

    /** For arrays of the same sizes in report after report. */
    private static final ThreadLocal<float[]> SCRATCH = ThreadLocal.withInitial(() -> new float[0]);

    static StockStatistics of(INDArray array) {
        int count = Math.toIntExact(array.length());
        if (SCRATCH.get().length < count) {
            SCRATCH.set(new float[count]);
        }
        float[] values = SCRATCH.get();
        HostArrays.read(array, array.ordering(), values);
        return of(values, count);
    }

    /** Of the first values, up to a count of at least one. */
    private static StockStatistics of(float[] values, int count) {
        Distribution distribution = Distribution.of(values, count, BINS);
        Statistics statistics = distribution.statistics();
        double magnitude = sumOfMagnitudes(values, count) / count;
        return statistics.allFinite()
                ? new StockStatistics(
                        histogram(distribution, count), statistics.mean(), count == 1 ? 0 : statistics.std(), magnitude)
                : notFinite(statistics, count, magnitude);
    }

    private static Histogram histogram(Distribution distribution, int count) {
        Statistics statistics = distribution.statistics();
        int[] counts = statistics.min() < statistics.max()
                ? LongStream.of(distribution.histogram().counts())
                        .mapToInt(Math::toIntExact)
                        .toArray()
                : allInTheFirst(count);
        return new Histogram(statistics.min(), statistics.max(), BINS, counts);
    }

    private static int[] allInTheFirst(int count) {
        int[] counts = new int[BINS];
        counts[0] = count;
        return counts;
    }

    private static StockStatistics notFinite(Statistics statistics, int count, double magnitude) {
        boolean nan = statistics.nan() > 0;
        boolean up = statistics.positiveInfinity() > 0;
        boolean down = statistics.negativeInfinity() > 0;
        double mean = nan || up && down ? Double.NaN : up ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        double min = down ? Double.NEGATIVE_INFINITY : finiteOr(statistics.min(), Double.POSITIVE_INFINITY);
        double max = up ? Double.POSITIVE_INFINITY : finiteOr(statistics.max(), Double.NEGATIVE_INFINITY);
        Histogram histogram = new Histogram(
                nan ? Double.POSITIVE_INFINITY : min, nan ? Double.NEGATIVE_INFINITY : max, BINS, allInTheFirst(count));
        return new StockStatistics(histogram, mean, Double.NaN, magnitude);
    }

    /** An extreme of the finite values; of no value it is NaN. */
    private static double finiteOr(double extreme, double none) {
        return Double.isNaN(extreme) ? none : extreme;
    }

    /** In four strands: a single one would wait for each addition to end before the next. */
    private static double sumOfMagnitudes(float[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = count & ~3;
        for (int k = 0; k < whole; k += 4) {
            a += Math.abs(values[k]);
            b += Math.abs(values[k + 1]);
            c += Math.abs(values[k + 2]);
            d += Math.abs(values[k + 3]);
        }
        for (int k = whole; k < count; k++) {
            a += Math.abs(values[k]);
        }
        return a + b + c + d;
    }
}
