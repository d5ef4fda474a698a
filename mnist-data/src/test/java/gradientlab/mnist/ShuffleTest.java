package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 60_000})
    void aPermutationHasEveryExampleExactlyOnce(int n) {
        int[] sorted = Shuffle.permutation(n, 42, 3);
        Arrays.sort(sorted);
        assertThat(sorted).isEqualTo(IntStream.range(0, n).toArray());
    }

    /** 64 seeds times 64 epochs, with seeds and epochs that a sum or an exclusive or would confuse. */
    @Test
    void nearbySeedsAndEpochsHaveDifferentPermutations() {
        Set<String> permutations = new HashSet<>();
        for (long seed = -32; seed < 32; seed++) {
            for (int epoch = 0; epoch < 64; epoch++) {
                permutations.add(Arrays.toString(Shuffle.permutation(50, seed, epoch)));
            }
        }
        assertThat(permutations).hasSize(64 * 64);
    }

    /** 24,000 epochs of 4 examples: each of the 24 orders 1,000 times, give or take five standard deviations (31). */
    @Test
    void allOrdersAreEquallyFrequentOverTheEpochs() {
        Map<String, Integer> counts = new HashMap<>();
        for (int epoch = 0; epoch < 24_000; epoch++) {
            counts.merge(Arrays.toString(Shuffle.permutation(4, 7, epoch)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        assertThat(counts.values())
                .allSatisfy(count -> assertThat(count.doubleValue()).isCloseTo(1000, within(155.0)));
    }

    /**
     * The order written out from the papers: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number
     * generators", OOPSLA 2014) and Durstenfeld's shuffle. The JDK does not promise its algorithm for ever; runs must
     * stay repeatable on the next one.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 100, 1000})
    void thePermutationIsTheSameOnEveryJdk(int n) {
        for (int epoch = 0; epoch < 5; epoch++) {
            assertThat(Shuffle.permutation(n, 123456789, epoch)).isEqualTo(reference(n, 123456789, epoch));
        }
    }

    private static int[] reference(int n, long seed, int epoch) {
        SplitMix random = new SplitMix(new SplitMix(new SplitMix(seed).nextLong() ^ epoch).nextLong());
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static final class SplitMix {
        private long state;

        SplitMix(long seed) {
            state = seed;
        }

        private long step() {
            state += 0x9e3779b97f4a7c15L;
            return state;
        }

        long nextLong() {
            long z = step();
            z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }

        int nextInt() {
            long z = step();
            z = (z ^ (z >>> 33)) * 0x62a9d9ed799705f5L;
            return (int) (((z ^ (z >>> 28)) * 0xcb24d0a5c88c35b3L) >>> 32);
        }

        /** Powers of two take the low bits; others reject the incomplete last run of 31-bit numbers. */
        int below(int bound) {
            int bits = nextInt();
            if (Integer.bitCount(bound) == 1) {
                return bits & (bound - 1);
            }
            long usable = (1L << 31) - (1L << 31) % bound;
            while (bits >>> 1 >= usable) {
                bits = nextInt();
            }
            return (bits >>> 1) % bound;
        }
    }
}
