package gradientlab.diagnostics.facts;

/** Hashes of rows of numbers, by which equal rows are recognised: of 64 bits, so that different ones hardly meet. */
final class RowHash {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private RowHash() {}

    /** −0 and 0 are equal. */
    static long of(float[] values, int from, int count) {
        // Four sums of their own: no multiplication waits for the one before.
        long a = 1;
        long b = 2;
        long c = 3;
        long d = 4;
        int end = from + count;
        int i = from;
        for (; i + 3 < end; i += 4) {
            a = a * PRIME + bits(values[i]);
            b = b * PRIME + bits(values[i + 1]);
            c = c * PRIME + bits(values[i + 2]);
            d = d * PRIME + bits(values[i + 3]);
        }
        for (; i < end; i++) {
            a = a * PRIME + bits(values[i]);
        }
        return join(join(a, b), join(c, d));
    }

    /** A hash of two, in their order. */
    static long join(long first, long second) {
        long mixed = (first ^ (first >>> 32)) * PRIME + second;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    static int bits(float value) {
        return Float.floatToRawIntBits(value + 0f);
    }
}
