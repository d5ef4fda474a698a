package gradientlab.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SaturationLimitsTest {

    private static final double STEP = 1e-3;

    @Test
    void tanhSaturatesWhereItExceeds97Percent() {
        double limit = ActivationFunction.TANH.unsaturated().high();

        assertThat(Math.tanh(limit)).isCloseTo(0.97, within(1e-12));
        assertThat(ActivationFunction.TANH.unsaturated().low()).isCloseTo(-limit, within(1e-12));
        assertThat(Math.tanh(ActivationFunction.TANH.alive().high())).isCloseTo(0.99, within(1e-12));
        assertThat(ActivationFunction.TANH.saturated(2.093)).isTrue();
        assertThat(ActivationFunction.TANH.saturated(-2.092)).isFalse();
    }

    /** The closed forms of |f'(z)| = p · max |f'|, p = 1 − 0.97². */
    @Test
    void limitsWithAClosedFormAreThose() {
        double p = 1 - 0.97 * 0.97;

        assertRange(ActivationFunction.SIGMOID, -2 * atanh(0.97), 2 * atanh(0.97));
        assertRange(ActivationFunction.ELU, Math.log(p), Double.POSITIVE_INFINITY);
        assertRange(ActivationFunction.SELU, Math.log(p), Double.POSITIVE_INFINITY);
        assertRange(ActivationFunction.SOFTPLUS, Math.log(p / (1 - p)), Double.POSITIVE_INFINITY);
        assertRange(ActivationFunction.SOFTSIGN, 1 - 1 / Math.sqrt(p), 1 / Math.sqrt(p) - 1);
        assertRange(ActivationFunction.RELU, 0, Double.POSITIVE_INFINITY);
        assertRange(ActivationFunction.RELU6, 0, 6);
        assertRange(ActivationFunction.THRESHOLDED_RELU, 1, Double.POSITIVE_INFINITY);
        assertRange(ActivationFunction.HARD_TANH, -1, 1);
        assertRange(ActivationFunction.HARD_SIGMOID, -2.5, 2.5);
        assertRange(ActivationFunction.RECTIFIED_TANH, 0, atanh(0.97));
    }

    @Test
    void aRectifierIsSaturatedAtZeroItself() {
        assertThat(ActivationFunction.RELU.saturated(0)).isTrue();
        assertThat(ActivationFunction.RELU.saturated(Float.MIN_VALUE)).isFalse();
        assertThat(ActivationFunction.RELU.alive().contains(0)).isFalse();
    }

    /** A scan from far outside inwards: the first point whose slope reaches the share of the greatest slope. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "OTHER", "CUBE", "LEAKY_RELU", "RANDOMIZED_LEAKY_RELU", "PRELU"})
    void limitsAreWhereAScanFromOutsideFirstMeetsTheSlope(ActivationFunction nonlinearity) {
        double greatest = scannedGreatestSlope(nonlinearity);

        assertScan(nonlinearity, nonlinearity.unsaturated(), SaturationLimit.RULES.slopeShare() * greatest);
        assertScan(nonlinearity, nonlinearity.alive(), SaturationLimit.LECTURE.slopeShare() * greatest);
        assertThat(nonlinearity.alive().low())
                .isLessThanOrEqualTo(nonlinearity.unsaturated().low());
        assertThat(nonlinearity.alive().high())
                .isGreaterThanOrEqualTo(nonlinearity.unsaturated().high());
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "LEAKY_RELU", "RANDOMIZED_LEAKY_RELU", "PRELU", "CUBE"})
    void aSlopeWithALowerBoundOfItsOwnNeverSaturates(ActivationFunction nonlinearity) {
        assertRange(nonlinearity, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(nonlinearity.saturated(-1e30)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "OTHER"})
    void whatIsNotFiniteIsSaturated(ActivationFunction nonlinearity) {
        assertThat(nonlinearity.saturated(Double.NaN)).isTrue();
        assertThat(nonlinearity.saturated(Double.POSITIVE_INFINITY)).isTrue();
        assertThat(nonlinearity.saturated(Double.NEGATIVE_INFINITY)).isTrue();
        assertThat(nonlinearity.unsaturated().defined()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SOFTMAX", "OTHER"})
    void withoutLimitsNothingIsSaid(ActivationFunction nonlinearity) {
        assertThat(nonlinearity.derivative(0)).isNaN();
        assertThat(nonlinearity.unsaturated().defined()).isFalse();
        assertThat(nonlinearity.alive().defined()).isFalse();
        assertThatThrownBy(() -> nonlinearity.saturated(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The activation function " + nonlinearity + " has no limits of saturation on z.");
    }

    @Test
    void theSharesOfSlopeAreThoseOfTanhAt97And99Percent() {
        assertThat(SaturationLimit.RULES.slopeShare())
                .isCloseTo(ActivationFormulas.tanhSlope(atanh(0.97)), within(1e-12));
        assertThat(SaturationLimit.LECTURE.slopeShare())
                .isCloseTo(ActivationFormulas.tanhSlope(atanh(0.99)), within(1e-12));
    }

    private static void assertScan(ActivationFunction nonlinearity, ActiveRange range, double limit) {
        double low = -30;
        while (low < 30 && Math.abs(nonlinearity.derivative(low)) < limit) {
            low += STEP;
        }
        double high = 30;
        while (high > -30 && Math.abs(nonlinearity.derivative(high)) < limit) {
            high -= STEP;
        }
        assertLimit(range.low(), low, -30);
        assertLimit(range.high(), high, 30);
    }

    private static void assertLimit(double limit, double scanned, double end) {
        if (scanned == end) {
            assertThat(limit).as("no tail").isInfinite();
        } else {
            assertThat(limit).isCloseTo(scanned, within(2 * STEP));
        }
    }

    private static double scannedGreatestSlope(ActivationFunction nonlinearity) {
        double greatest = 0;
        for (double z = -30; z <= 30; z += STEP) {
            greatest = Math.max(greatest, Math.abs(nonlinearity.derivative(z)));
        }
        return greatest;
    }

    private static void assertRange(ActivationFunction nonlinearity, double low, double high) {
        assertLimit(nonlinearity.unsaturated().low(), low);
        assertLimit(nonlinearity.unsaturated().high(), high);
    }

    private static void assertLimit(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9));
        }
    }

    private static double atanh(double a) {
        return 0.5 * Math.log((1 + a) / (1 - a));
    }
}
