package gradientlab.model;

import java.io.Serial;
import java.util.Random;

/**
 * The numbers of {@link Random} for one thread: without its locks a normal one takes half of the time, a uniform one an eighth.
 *
 * <p>Random's algorithms are part of its specification (the linear congruential generator of Knuth 1997, section 3.2.1; for
 * normal numbers the polar method, section 3.4.1 C), so the numbers are the same bit for bit.
 */
final class SingleThreadRandom extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long INCREMENT = 0xBL;
    private static final int BITS = 48;
    private static final long MASK = (1L << BITS) - 1;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double second;
    private boolean hasSecond;

    SingleThreadRandom(long seed) {
        super(seed);
        state = (seed ^ MULTIPLIER) & MASK;
    }

    @Override
    protected int next(int bits) {
        state = (state * MULTIPLIER + INCREMENT) & MASK;
        return (int) (state >>> (BITS - bits));
    }

    @Override
    public double nextDouble() {
        return (((long) next(26) << 27) + next(27)) * UNIT;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // for one thread
    public double nextGaussian() {
        if (hasSecond) {
            hasSecond = false;
            return second;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        second = y * factor;
        hasSecond = true;
        return x * factor;
    }
}
