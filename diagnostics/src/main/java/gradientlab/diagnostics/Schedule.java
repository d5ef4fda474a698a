package gradientlab.diagnostics;

/**
 * Decides at which iterations something is measured; iteration 0 is before the first update.
 *
 * <p>A value: two schedules with the same definition are equal.
 */
public sealed interface Schedule permits EveryNth, Logarithmic {

    /** At 0, n, 2n, 3n …; throws {@link IllegalArgumentException} when n is less than 1. */
    static Schedule every(int n) {
        return new EveryNth(n);
    }

    /** At 0, 1, 2, 5, 10, 20, 50, 100 …: dense while much happens, sparse later. */
    static Schedule logarithmic() {
        return new Logarithmic();
    }

    /** Whether to measure at an iteration; throws {@link IllegalArgumentException} for a negative one. */
    boolean at(int iteration);
}
