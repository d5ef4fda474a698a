package gradientlab.diagnostics;

/**
 * The bins of a block of values between the limits, in float32 without a cast to whole numbers, which the JVM's compiler
 * does not turn into vector instructions.
 *
 * <p>A number of bins t = (x − low) · bins / (high − low) is off by less than 4 · 2⁻²⁴ of itself. Adding 2²³ rounds it to a
 * whole number, which then stands in the last bits: of t that is the nearest edge, of t − ½ the bin. Where t is closer to an
 * edge than {@code guard}, the bin may be wrong. The two limits are no such edges, since nothing lies beyond: values at them,
 * of which rectifiers and saturated units make many, are moved inwards.
 */
final class FloatBins {

    static final int BLOCK = 512;

    /** So that the guard stays a small part of a bin. */
    private static final int MOST_BINS = 1 << 14;

    private static final float WHOLE = 0x1p23f;
    private static final int LAST_BITS = 0x7f_ffff;

    private final float low;
    private final float scale;
    private final float last;
    private final int guard;
    private final float[] places = new float[BLOCK];
    private final float[] distances = new float[BLOCK];

    FloatBins(double low, double high, int bins) {
        this.low = (float) low;
        this.scale = (float) (bins / (high - low));
        this.last = bins - 0.5f;
        this.guard = Float.floatToRawIntBits(bins * 0x1p-21f);
    }

    /** Whether the numbers above hold: for limits that are floats and whose difference neither over- nor underflows. */
    static boolean cover(double low, double high, int bins) {
        double scale = bins / (high - low);
        return low == (float) low
                && high == (float) high
                && bins <= MOST_BINS
                && high - low <= Float.MAX_VALUE
                && scale >= Float.MIN_NORMAL
                && scale <= Float.MAX_VALUE;
    }

    /** Reads a block. Loops that store to one array each are what becomes vector instructions. */
    void read(float[] values, int from) {
        System.arraycopy(values, from, places, 0, BLOCK);
        count(places, low, scale, last);
        measure(places, distances);
        round(places);
    }

    private static void count(float[] x, float low, float scale, float last) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0.5f, Math.min(last, (x[i] - low) * scale));
        }
    }

    private static void measure(float[] t, float[] distances) {
        for (int i = 0; i < t.length; i++) {
            float edge = t[i] + WHOLE - WHOLE;
            distances[i] = Math.abs(t[i] - edge);
        }
    }

    private static void round(float[] t) {
        for (int i = 0; i < t.length; i++) {
            t[i] = t[i] - 0.5f + WHOLE;
        }
    }

    /** The bin of a value of the block. */
    int bin(int index) {
        return Float.floatToRawIntBits(places[index]) & LAST_BITS;
    }

    /** Below 0 if that bin may be wrong, since the value is close to an edge. Floats that are not negative order as their bits. */
    int doubt(int index) {
        return Float.floatToRawIntBits(distances[index]) - guard;
    }
}
