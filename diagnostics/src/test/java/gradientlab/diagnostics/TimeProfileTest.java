package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeProfileTest {

    /** Loss at the last step alone: everything before it came back through time. */
    @Test
    void theRatioIsThePowerOfWhatOneStepDoes() {
        TimeProfile halving = new TimeProfile(List.of(0.125, 0.25, 0.5, 1.0), List.of(0.125, 0.25, 0.5, 0.0));

        assertThat(halving.ratio()).isEqualTo(0.125);
        assertThat(halving.perStep()).isCloseTo(0.5, within(1e-12));
        assertThat(halving.reach()).isCloseTo(halving.ratio(), within(1e-12));
    }

    @Test
    void aLossAtEveryStepHidesInTheRatioWhatOneStepDoes() {
        TimeProfile local = new TimeProfile(List.of(1.0, 1.0, 1.0), List.of(0.1, 0.1, 0.0));

        assertThat(local.ratio()).isEqualTo(1);
        assertThat(local.perStep()).isCloseTo(0.1, within(1e-12));
        assertThat(local.reach()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void stepsThatNoExampleHasAreLeftOut() {
        TimeProfile padded =
                new TimeProfile(List.of(Double.NaN, 2.0, 1.0, Double.NaN), List.of(Double.NaN, 2.0, 0.0, Double.NaN));

        assertThat(padded.ratio()).isEqualTo(2);
        assertThat(padded.perStep()).isCloseTo(2, within(1e-12));
    }

    @Test
    void aGradientThatIsLostIsZeroAndOneThatNeverWasIsUnknown() {
        assertThat(new TimeProfile(List.of(0.0, 1.0), List.of(0.0, 0.0)).perStep())
                .isZero();
        assertThat(new TimeProfile(List.of(0.0, 0.0), List.of(0.0, 0.0)).perStep())
                .isNaN();
        assertThat(TimeProfile.NONE.ratio()).isNaN();
        assertThat(TimeProfile.NONE.perStep()).isNaN();
        assertThat(TimeProfile.NONE.empty()).isTrue();
        assertThatThrownBy(() -> new TimeProfile(List.of(1.0), List.of())).hasMessageContaining("0 and 1");
    }
}
