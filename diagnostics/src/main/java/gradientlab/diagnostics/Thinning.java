package gradientlab.diagnostics;

/**
 * Chooses what to give up when a growing series of iterations has to stay short: dense at the start, sparse later.
 *
 * <p>The first and the last are never given up. Of the others it is the one whose loss leaves the smallest gap on a
 * logarithmic axis, log((1 + next) / (1 + previous)): applied after every addition, what stays is spaced evenly in the
 * logarithm of the iteration, however long the series becomes.
 */
public final class Thinning {

    private Thinning() {}

    /**
     * The index of the entry to give up.
     *
     * @param iterations ascending, from 0 up
     * @throws IllegalArgumentException with fewer than three entries, of which none may go
     */
    public static int dispensable(int[] iterations) {
        if (iterations.length < 3) {
            throw new IllegalArgumentException(
                    "The first and the last iteration are kept, so that of " + iterations.length + " none may go.");
        }
        int best = 1;
        for (int i = 2; i < iterations.length - 1; i++) {
            // On equal gaps the later one goes: the beginning stays whole.
            best = gap(iterations, i) <= gap(iterations, best) ? i : best;
        }
        return best;
    }

    private static double gap(int[] iterations, int i) {
        return (1.0 + iterations[i + 1]) / (1.0 + iterations[i - 1]);
    }
}
