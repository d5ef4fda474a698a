package gradientlab.diagnostics;

import java.util.Arrays;

/**
 * Counts of values in bins of equal width, with counters of their own for everything outside the range.
 *
 * <p>Bin i holds edge(i) ≤ x &lt; edge(i + 1) with {@link #edge edge(i)} = low + i · (high − low) / bins; the last bin
 * holds high as well. No value is dropped: {@link #total()} is the number of values it was made of. Immutable; equality
 * is by content.
 *
 * @param low lower edge of the first bin, finite
 * @param high upper edge of the last bin, finite and greater than low
 * @param counts values per bin
 * @param below finite values less than low
 * @param above finite values greater than high
 * @param nan values that are NaN
 * @param positiveInfinity values that are +∞
 * @param negativeInfinity values that are −∞
 */
public record Histogram(
        double low,
        double high,
        long[] counts,
        long below,
        long above,
        long nan,
        long positiveInfinity,
        long negativeInfinity) {

    /** Throws {@link IllegalArgumentException} unless low &lt; high, both finite, and there is a bin. */
    public Histogram {
        requireRange(low, high);
        requireBins(counts.length);
        counts = counts.clone();
    }

    /** Histogram over a given range; throws {@link IllegalArgumentException} as the constructor does. */
    public static Histogram of(float[] values, double low, double high, int bins) {
        return of(values, values.length, low, high, bins);
    }

    /** The same for the first {@code count} values of an array. */
    static Histogram of(float[] values, int count, double low, double high, int bins) {
        requireRange(low, high);
        requireBins(bins);
        return Binning.count(values, count, low, high, bins, false);
    }

    /**
     * Histogram from the least to the greatest finite value.
     *
     * <p>Where those are one value c, the range is c ± max(½, |c| / 1024); without a finite value it is ± ½.
     */
    public static Histogram spanning(float[] values, int bins) {
        return spanning(values, values.length, bins, Statistics.of(values));
    }

    /** The same for a caller who has the statistics of the values already. */
    static Histogram spanning(float[] values, int count, int bins, Statistics statistics) {
        double low = statistics.count() == 0 ? 0 : statistics.min();
        double high = statistics.count() == 0 ? 0 : statistics.max();
        double margin = low < high ? 0 : Math.max(0.5, Math.abs(low) / 1024);
        requireBins(bins);
        return margin > 0 && statistics.allFinite()
                ? Binning.repeat(values[0], count, low - margin, high + margin, bins)
                : Binning.count(values, count, low - margin, high + margin, bins, statistics.allFinite());
    }

    /** A copy of the counts. */
    @Override
    public long[] counts() {
        return counts.clone();
    }

    /** Number of bins. */
    public int bins() {
        return counts.length;
    }

    /** Lower edge of a bin; {@code edge(bins())} is {@link #high()}. */
    public double edge(int bin) {
        return Binning.edge(low, high, counts.length, bin);
    }

    /** All values it was made of: bins, below, above and not finite. */
    public long total() {
        return Arrays.stream(counts).sum() + below + above + nan + positiveInfinity + negativeInfinity;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram that
                && Double.compare(low, that.low) == 0
                && Double.compare(high, that.high) == 0
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(outside(), that.outside());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(low) + Double.hashCode(high))
                + 31 * Arrays.hashCode(counts)
                + Arrays.hashCode(outside());
    }

    @Override
    public String toString() {
        return "Histogram[low=" + low + ", high=" + high + ", counts=" + Arrays.toString(counts) + ", below=" + below
                + ", above=" + above + ", nan=" + nan + ", positiveInfinity=" + positiveInfinity
                + ", negativeInfinity=" + negativeInfinity + "]";
    }

    private long[] outside() {
        return new long[] {below, above, nan, positiveInfinity, negativeInfinity};
    }

    private static void requireRange(double low, double high) {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException("A histogram needs a finite low less than a finite high, but they were "
                    + low + " and " + high + ".");
        }
    }

    private static void requireBins(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("A histogram needs at least 1 bin, but it was given " + bins + ".");
        }
    }
}
