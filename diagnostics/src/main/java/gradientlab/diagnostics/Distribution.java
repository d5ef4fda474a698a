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
        return of(values, values.length, bins);
    }

    /**
     * Distribution of the first {@code count} values of an array, which may be longer than what is in it.
     *
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public static Distribution of(float[] values, int count, int bins) {
        Statistics statistics = Statistics.of(values, count);
        return new Distribution(statistics, Histogram.spanning(values, count, bins, statistics));
    }
}
