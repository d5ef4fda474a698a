package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeProfileTest {

    @Test
    void theRatioIsThePowerOfWhatOneStepDoes() {
        TimeProfile halving = back(1.0, 0.5, 0.25, 0.125);

        assertThat(halving.stepsBack()).isEqualTo(3);
        assertThat(halving.ratio()).isEqualTo(0.125);
        assertThat(halving.perStep()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aLossAtEveryStepHidesNothing() {
        TimeProfile local = new TimeProfile(List.of(1.0, 1.0, 1.0), List.of(1.0, 0.1, 0.01));

        assertThat(local.ratio()).isEqualTo(0.01);
        assertThat(local.perStep()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aGradientThatIsLostIsZeroAndTheMeanIsThatOfTheStepsBefore() {
        assertThat(back(1.0, 0.5, 0.25, 0.0, 0.0).ratio()).isZero();
        assertThat(back(1.0, 0.5, 0.25, 0.0, 0.0).perStep()).isCloseTo(0.5, within(1e-12));
        assertThat(back(1.0, 0.0, 0.0).perStep()).isZero();
    }

    /** Infinity · 0 is NaN in the steps before the overflow. */
    @Test
    void aGradientThatOverflowsIsFollowedByItsMean() {
        TimeProfile doubling = back(1.0, 2.0, 4.0, Double.POSITIVE_INFINITY, Double.NaN);

        assertThat(doubling.perStep()).isCloseTo(2, within(1e-12));
        assertThat(doubling.ratio()).isCloseTo(16, within(1e-12));
    }

    @Test
    void aGradientThatNeverWasIsUnknown() {
        assertThat(back(0.0, 0.0).ratio()).isNaN();
        assertThat(back(0.0, 0.0, 0.0).perStep()).isNaN();
        assertThat(back(1.0).ratio()).isNaN();
        assertThat(back(1.0).perStep()).isNaN();
        assertThat(back(1.0, Double.NaN).ratio()).isNaN();
        assertThat(back(Double.NaN, Double.NaN, Double.NaN).ratio()).isNaN();
        assertThat(TimeProfile.NONE.ratio()).isNaN();
        assertThat(TimeProfile.NONE.perStep()).isNaN();
        assertThat(TimeProfile.NONE.stepsBack()).isZero();
        assertThat(TimeProfile.NONE.empty()).isTrue();
    }

    private static TimeProfile back(Double... fromLast) {
        return new TimeProfile(List.of(fromLast), List.of(fromLast));
    }
}
