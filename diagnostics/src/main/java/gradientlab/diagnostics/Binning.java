package gradientlab.diagnostics;

/** The counting loop of {@link Histogram}. */
final class Binning {

    private Binning() {}

    static Histogram count(float[] values, double low, double high, int bins) {
        double scale = bins / (high - low);
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        long nan = 0;
        long positive = 0;
        long negative = 0;
        for (float value : values) {
            if (value >= low && value <= high) {
                counts[bin(value, low, high, bins, scale)]++;
            } else if (value == Float.POSITIVE_INFINITY) {
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
        return new Histogram(low, high, counts, below, above, nan, positive, negative);
    }

    static double edge(double low, double high, int bins, int bin) {
        return bin == bins ? high : low + bin * ((high - low) / bins);
    }

    /** The quotient may be off by one bin next to an edge; the published edges decide. */
    private static int bin(double value, double low, double high, int bins, double scale) {
        int bin = Math.min((int) ((value - low) * scale), bins - 1);
        if (bin > 0 && value < edge(low, high, bins, bin)) {
            return bin - 1;
        }
        return bin < bins - 1 && value >= edge(low, high, bins, bin + 1) ? bin + 1 : bin;
    }
}
