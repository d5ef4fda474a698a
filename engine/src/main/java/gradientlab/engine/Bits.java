package gradientlab.engine;

/** Tests of a float by its bits, so that a loop over random signs needs no branch that is mispredicted half the time. */
final class Bits {

    private static final int INFINITY = 0x7f800000;

    private Bits() {}

    /** All ones if z is above 0, infinity included; else (NaN too) 0. */
    static int ifPositive(float z) {
        // Adding 0 turns -0 into +0; then -bits is negative for what is above 0, and for NaN, which the rest sorts out.
        int bits = Float.floatToRawIntBits(z + 0f);
        return (-bits >> 31) & ~(bits >> 31) & notNan(bits);
    }

    /** All ones if z is below 0; else (NaN and both zeros too) 0. */
    static int ifNegative(float z) {
        int bits = Float.floatToRawIntBits(z + 0f);
        return (bits >> 31) & notNan(bits);
    }

    private static int notNan(int bits) {
        return ((bits & Integer.MAX_VALUE) - INFINITY - 1) >> 31;
    }

    /** The value where the mask is all ones, +0 where it is 0. */
    static float masked(float value, int mask) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(value) & mask);
    }
}
