package gradientlab.diagnostics;

/**
 * The counting loop of {@link Histogram}: one pass.
 *
 * <p>Neighbours count into tables of their own: values next to each other often fall into one bin, and a counter that was
 * just changed is slow to change again.
 */
final class Binning {

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

    static Histogram count(float[] values, int count, double low, double high, int bins) {
        Binning binning = new Binning(low, high, bins);
        int whole = count & ~3;
        int[][] t = binning.tables;
        for (int k = 0; k < whole; k += 4) {
            binning.add(values[k], t[0]);
            binning.add(values[k + 1], t[1]);
            binning.add(values[k + 2], t[2]);
            binning.add(values[k + 3], t[3]);
        }
        for (int k = whole; k < count; k++) {
            binning.add(values[k], t[0]);
        }
        return binning.histogram();
    }

    static double edge(double low, double high, int bins, int bin) {
        return bin == bins ? high : low + bin * ((high - low) / bins);
    }

    private void add(float value, int[] table) {
        if (value >= low && value <= high) {
            table[bin(value)]++;
        } else {
            addOutside(value);
        }
    }

    private void addOutside(float value) {
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

    /** The quotient may be off by one bin next to an edge; the published edges decide. */
    private int bin(double value) {
        int bin = Math.min((int) ((value - low) * scale), bins - 1);
        if (value < edges[bin]) {
            return bin - 1;
        }
        return value >= edges[bin + 1] && bin < bins - 1 ? bin + 1 : bin;
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
