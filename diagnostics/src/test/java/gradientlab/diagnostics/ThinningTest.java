package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void ofThreeTheMiddleGoes() {
        assertThat(Thinning.dispensable(new int[] {0, 4, 9})).isEqualTo(1);
    }

    @Test
    void firstAndLastAreNeverGivenUp() {
        assertThatThrownBy(() -> Thinning.dispensable(new int[] {0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of 2 none may go");
    }

    @Test
    void aHundredThousandIterationsBecomeASeriesThatIsEvenInTheLogarithm() {
        List<Integer> kept = thinned(100_000, 60);

        assertThat(kept).hasSize(60).startsWith(0, 1, 2, 3).endsWith(99_999).isSorted();
        // Evenly, 57 gaps would divide log(100,000 / 4): each a factor of 1.19. Integers and a greedy choice cost some.
        for (int i = 1; i < kept.size(); i++) {
            assertThat((1.0 + kept.get(i)) / (1.0 + kept.get(i - 1))).isLessThanOrEqualTo(2.0);
        }
        assertThat(kept.stream().filter(iteration -> iteration < 1_000)).hasSizeBetween(30, 48);
    }

    private static List<Integer> thinned(int iterations, int size) {
        List<Integer> kept = new ArrayList<>();
        for (int iteration = 0; iteration < iterations; iteration++) {
            kept.add(iteration);
            if (kept.size() > size) {
                kept.remove(Thinning.dispensable(
                        kept.stream().mapToInt(Integer::intValue).toArray()));
            }
        }
        return kept;
    }
}
