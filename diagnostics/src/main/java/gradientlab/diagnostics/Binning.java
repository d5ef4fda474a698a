package gradientlab.diagnostics;

/**
 * The counting loop of {@link Histogram}: one pass.
 *
 * <p>Blocks of values become fixed-point numbers first, whose whole part is the bin, or {@link FloatBins} where all lie
 * between the limits; only what comes so close to an edge that rounding could have carried it over is counted by the
 * published edges. Neighbours count into tables of their own: values next to each other often fall into one bin, and a counter
 * that was just changed is slow to change again.
 */
final class Binning {

    private static final int BLOCK = FloatBins.BLOCK;

    /** Of a fixed-point number. */
    private static final long FRACTION = 0xFFFF_FFFFL;

    private static final double ONE = 0x1p32;

    /** Beyond, rounding is a matter of a quarter of a bin. */
    private static final double GREATEST_GUARD = 0x1p30;

    /** Below, widths lose digits and the bound on the rounding does not hold. */
    private static final double LEAST_WIDTH = 1e-280;

    private final double low;
    private final double high;
    private final int bins;
    private final double scale;
    private final double[] edges;
    private final int[][] tables;
    private long below;
    private long above;
    private long nan;
    private long positive;
    private long negative;

    private Binning(double low, double high, int bins) {
        this.low = low;
        this.high = high;
        this.bins = bins;
        this.scale = bins / (high - low);
        this.tables = new int[4][bins];
        this.edges = new double[bins + 1];
        for (int bin = 0; bin <= bins; bin++) {
            edges[bin] = edge(low, high, bins, bin);
        }
    }

    /**
     * Counts the first {@code count} values.
     *
     * @param within whether all values are known to be finite and neither below low nor above high
     */
    static Histogram count(float[] values, int count, double low, double high, int bins, boolean within) {
        Binning binning = new Binning(low, high, bins);
        double guard = guard(low, high, bins);
        int quick = guard < GREATEST_GUARD ? count - count % BLOCK : 0;
        if (quick > 0 && within && FloatBins.cover(low, high, bins)) {
            binning.countBlocks(values, quick, new FloatBins(low, high, bins));
        } else if (quick > 0) {
            binning.countBlocks(values, quick, (long) guard);
        }
        for (int k = quick; k < count; k++) {
            binning.count(values[k]);
        }
        return binning.histogram();
    }

    /** Counts one value a number of times. */
    static Histogram repeat(float value, int count, double low, double high, int bins) {
        Binning binning = new Binning(low, high, bins);
        long[] counts = new long[bins];
        counts[binning.bin(value)] = count;
        return new Histogram(low, high, counts, 0, 0, 0, 0, 0);
    }

    static double edge(double low, double high, int bins, int bin) {
        return bin == bins ? high : low + bin * ((high - low) / bins);
    }

    /**
     * How far from an edge a fixed-point number is in its bin for sure.
     *
     * <p>Differences, products and published edges are rounded by no more than 18 · 2⁻⁵³ of the greater limit; the guard
     * takes 32, and 2 for what is cut off.
     */
    private static double guard(double low, double high, int bins) {
        double width = (high - low) / bins;
        double rounding = 32 * 0x1p-53 * Math.max(Math.abs(low), Math.abs(high));
        return width >= LEAST_WIDTH ? rounding / width * ONE + 2 : Double.NaN;
    }

    private void countBlocks(float[] values, int count, FloatBins places) {
        for (int k = 0; k < count; k += BLOCK) {
            places.read(values, k);
            if (countAll(places) < 0) {
                correct(values, k, places);
            }
        }
    }

    /** Returns a number below 0 if one of the bins may be wrong. */
    private int countAll(FloatBins places) {
        int[] first = tables[0];
        int[] second = tables[1];
        int[] third = tables[2];
        int[] fourth = tables[3];
        int doubt = 0;
        for (int i = 0; i < BLOCK; i += 4) {
            first[places.bin(i)]++;
            second[places.bin(i + 1)]++;
            third[places.bin(i + 2)]++;
            fourth[places.bin(i + 3)]++;
            doubt |= places.doubt(i) | places.doubt(i + 1) | places.doubt(i + 2) | places.doubt(i + 3);
        }
        return doubt;
    }

    private void correct(float[] values, int from, FloatBins places) {
        for (int i = 0; i < BLOCK; i++) {
            if (places.doubt(i) < 0) {
                int[] table = tables[i % tables.length];
                table[places.bin(i)]--;
                table[bin(values[from + i])]++;
            }
        }
    }

    private void countBlocks(float[] values, int count, long guard) {
        long[] fixed = new long[BLOCK];
        int[] doubtful = new int[BLOCK];
        for (int k = 0; k < count; k += BLOCK) {
            toFixedPoint(values, k, low, scale * ONE, fixed);
            int found = countClear(fixed, guard, doubtful);
            for (int i = 0; i < found; i++) {
                count(values[k + doubtful[i]]);
            }
        }
    }

    /** What is not finite or far outside becomes a number without a bin, or 0, which is an edge. */
    private static void toFixedPoint(float[] values, int from, double zero, double factor, long[] fixed) {
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = (long) ((values[from + i] - zero) * factor);
        }
    }

    /** Counts the numbers that are far enough from all edges, notes where the others are, and returns how many. */
    private int countClear(long[] fixed, long guard, int[] doubtful) {
        int[] first = tables[0];
        int[] second = tables[1];
        int[] third = tables[2];
        int[] fourth = tables[3];
        int found = 0;
        for (int i = 0; i < fixed.length; i += 4) {
            if (!counted(fixed[i], guard, first)) {
                doubtful[found++] = i;
            }
            if (!counted(fixed[i + 1], guard, second)) {
                doubtful[found++] = i + 1;
            }
            if (!counted(fixed[i + 2], guard, third)) {
                doubtful[found++] = i + 2;
            }
            if (!counted(fixed[i + 3], guard, fourth)) {
                doubtful[found++] = i + 3;
            }
        }
        return found;
    }

    private static boolean counted(long fixed, long guard, int[] table) {
        long bin = fixed >>> 32;
        boolean clear = bin < table.length && (fixed + guard & FRACTION) > 2 * guard;
        if (clear) {
            table[(int) bin]++;
        }
        return clear;
    }

    private void count(float value) {
        if (value >= low && value <= high) {
            tables[0][bin(value)]++;
        } else {
            countOutside(value);
        }
    }

    private void countOutside(float value) {
        if (value == Float.POSITIVE_INFINITY) {
            positive++;
        } else if (value == Float.NEGATIVE_INFINITY) {
            negative++;
        } else if (value < low) {
            below++;
        } else if (value > high) {
            above++;
        } else {
            nan++;
        }
    }

    /** The quotient may be off next to an edge, by several bins where edges coincide; the published edges decide. */
    private int bin(double value) {
        int bin = Math.min((int) ((value - low) * scale), bins - 1);
        while (value < edges[bin]) {
            bin--;
        }
        while (bin < bins - 1 && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }

    private Histogram histogram() {
        long[] counts = new long[bins];
        for (int[] table : tables) {
            for (int bin = 0; bin < bins; bin++) {
                counts[bin] += table[bin];
            }
        }
        return new Histogram(low, high, counts, below, above, nan, positive, negative);
    }
}
