package gradientlab.diagnostics;

/**
 * Statistics of a tensor and its histogram over the range of its finite values.
 *
 * @param statistics count, mean, std, extremes
 * @param histogram the same values in bins of equal width
 */
public record Distribution(Statistics statistics, Histogram histogram) {

    /** Of no value at all. */
    public static final Distribution NONE = of(new float[0], 1);

    /** Distribution of an array, which may be empty. */
    public static Distribution of(float[] values, int bins) {
        Statistics statistics = Statistics.of(values);
        return new Distribution(statistics, Histogram.spanning(values, bins, statistics));
    }
}
