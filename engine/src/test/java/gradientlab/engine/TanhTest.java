package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * The engine's tanh against {@code Math.tanh} in double arithmetic: by default every 2,003rd float, with
 * {@code -Dgradientlab.everyFloat=true} every finite one (three minutes).
 */
class TanhTest {

    private static final int STEP = Boolean.getBoolean("gradientlab.everyFloat") ? 1 : 2_003;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** How far it may be off, and fall where it should rise, in units in the last place. */
    private static final int UNITS = 2;

    private static final int CHUNK = 1 << 16;

    @Test
    void noFloatIsMoreThanTwoUnitsOffOrBeyondOneOrNotOdd() {
        Tanh tanh = new Tanh();
        float[] z = new float[CHUNK];
        float[] a = new float[CHUNK];
        for (long from = 0; from < INFINITY; from += (long) STEP * CHUNK) {
            int count = (int) Math.min(CHUNK, (INFINITY - from + STEP - 1) / STEP);
            for (int k = 0; k < count; k++) {
                z[k] = Float.intBitsToFloat((int) (from + (long) STEP * k));
            }
            tanh.forward(z, a, null, count);
            for (int k = 0; k < count; k++) {
                require(z[k], a[k]);
            }
        }
    }

    /** Without AssertJ where it is right: there are two thousand million of them. */
    private static void require(float z, float value) {
        double exact = Math.tanh(z);
        float next = Tanh.at(Math.nextUp(z));
        boolean right = Math.abs(value - exact) <= UNITS * unit(exact)
                && value <= 1
                && Tanh.at(-z) == -value
                && next >= value - UNITS * unit(exact);
        assertThat(right || Float.isInfinite(Math.nextUp(z)))
                .as(
                        "tanh %s = %s, not %s; %s at the next float, %s at the negative",
                        z, value, exact, next, Tanh.at(-z))
                .isTrue();
    }

    /** The distance of floats around the exact value; 1 is rounded to from below. */
    private static double unit(double exact) {
        return Math.ulp(Math.min((float) exact, Math.nextDown(1f)));
    }

    @Test
    void theEndsAreOneAndNothingIsNothingAndNanStays() {
        for (float z : new float[] {10, 11, 1e4f, 1e30f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertThat(Tanh.at(z)).isEqualTo(1);
            assertThat(Tanh.at(-z)).isEqualTo(-1);
        }
        assertThat(Tanh.at(0)).isZero();
        assertThat(Tanh.at(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
        assertThat(Tanh.at(Float.NaN)).isNaN();
    }
}
