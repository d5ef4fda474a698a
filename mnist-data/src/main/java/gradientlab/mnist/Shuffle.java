package gradientlab.mnist;

import java.util.SplittableRandom;

/** Permutations of examples. */
final class Shuffle {
    private Shuffle() {}

    /**
     * The order of one epoch: a permutation of 0 to n − 1, a pure function of size, seed and epoch.
     *
     * <p>Fisher and Yates's shuffle (Durstenfeld, Algorithm 235, Communications of the ACM 7(7), 1964).
     */
    static int[] permutation(int n, long seed, int epoch) {
        SplittableRandom random = random(seed, epoch);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /**
     * The generator of one epoch.
     *
     * <p>SplittableRandom mixes what it puts out, not its seed: nearby seeds would give one stream, shifted. So seed and
     * epoch go through its output first.
     */
    private static SplittableRandom random(long seed, int epoch) {
        long mixedSeed = new SplittableRandom(seed).nextLong();
        return new SplittableRandom(new SplittableRandom(mixedSeed ^ epoch).nextLong());
    }
}
