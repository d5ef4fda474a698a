package gradientlab.diagnostics;

/**
 * Measures at every multiple of n, 0 included.
 *
 * @param n at least 1
 */
public record EveryNth(int n) implements Schedule {

    /** Throws {@link IllegalArgumentException} when n is less than 1. */
    public EveryNth {
        if (n < 1) {
            throw new IllegalArgumentException("A schedule measures every 1 or more iterations, not every " + n + ".");
        }
    }

    @Override
    public boolean at(int iteration) {
        return Iterations.require(iteration) % n == 0;
    }
}
