package gradientlab.reproductions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RanksTest {

    /** By hand: 1 − 6·Σd²/(n(n² − 1)) without ties; with ties the correlation of mean ranks (0.5, 0.5, 2) and (0, 1, 2). */
    @Test
    void theCorrelationIsThatOfTheRanks() {
        assertThat(Ranks.correlation(new double[] {1, 10, 100}, new double[] {-3, 0, 0.1}))
                .isEqualTo(1);
        assertThat(Ranks.correlation(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3}))
                .isCloseTo(1 - 6 * 4.0 / (4 * 15), within(1e-12));
        assertThat(Ranks.correlation(new double[] {5, 5, 7}, new double[] {1, 2, 3}))
                .isCloseTo(1.5 / Math.sqrt(1.5 * 2), within(1e-12));
        assertThat(Ranks.correlation(new double[] {1, Double.NaN}, new double[] {1, 2}))
                .isNaN();
    }
}
