package gradientlab.activations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationFunctionTest {

    private static ActivationFunction row(String label) {
        return Arrays.stream(ActivationFunction.values())
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static final double[] POINTS = {-20, -5, -2.4, -1.1, -0.3, -1e-3, 1e-3, 0.3, 1.1, 2.4, 5, 20};

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"SOFTMAX", "OTHER"})
    void theDerivativeIsTheSlopeOfTheFunction(ActivationFunction f) {
        double h = 1e-5;
        for (double z : POINTS) {
            double slope = (f.value(z + h) - f.value(z - h)) / (2 * h);
            assertThat(f.derivative(z)).as("%s'(%s)", f, z).isCloseTo(slope, within(1e-6 * Math.max(1, z * z)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"SOFTMAX", "OTHER"})
    void nanStaysNan(ActivationFunction f) {
        assertThat(f.value(Double.NaN)).isNaN();
        assertThat(f.derivative(Double.NaN))
                .as("%s'", f)
                .matches(slope -> f == ActivationFunction.IDENTITY || slope.isNaN());
    }

    /** Source: PyTorch's documentation of torch.nn.init.calculate_gain. */
    @ParameterizedTest
    @CsvSource({
        "identity, 1",
        "sigmoid, 1",
        "tanh, 1.6666666666666667",
        "relu, 1.4142135623730951",
        "leaky-relu, 1.4141428569978354",
        "selu, 0.75"
    })
    void gainsAreThoseOfPytorchWhereItHasOne(String label, double gain) {
        ActivationFunction f = row(label);
        assertThat(f.gain()).isCloseTo(gain, within(1e-15));
        assertThat(f.pytorchGain()).hasValue(f.gain());
    }

    /** E[f(z)²] of a kinked line with slopes 1 and a is (1 + a²)/2; SELU was made to have E[f(z)²] = 1. */
    @Test
    void quadratureFindsTheGainsKnownInClosedForm() {
        assertThat(Gain.byQuadrature(ActivationFunction.IDENTITY)).isCloseTo(1, within(1e-12));
        assertThat(Gain.byQuadrature(ActivationFunction.RELU)).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(Gain.byQuadrature(ActivationFunction.LEAKY_RELU)).isCloseTo(Math.sqrt(2 / 1.0001), within(1e-12));
        assertThat(ActivationFunction.PRELU.gain()).isCloseTo(Math.sqrt(2 / 1.0625), within(1e-12));
        assertThat(Gain.byQuadrature(ActivationFunction.SELU)).isCloseTo(1, within(1e-7));
    }

    /** A slow, obvious reference: the mean of f(z)² over a fine grid of quantiles of N(0, 1) drawn at random. */
    @ParameterizedTest
    @EnumSource(
            mode = EXCLUDE,
            names = {"SOFTMAX", "OTHER"})
    void quadratureAgreesWithDrawing(ActivationFunction f) {
        var random = new java.util.Random(1);
        int draws = 400_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            double value = f.value(random.nextGaussian());
            sum += value * value;
        }
        // Four standard errors: the std of f(z)² is below 2 E[f(z)²] for every row, so that of the gain is below 1/√n.
        assertThat(Gain.byQuadrature(f))
                .isCloseTo(1 / Math.sqrt(sum / draws), within(4 * Gain.byQuadrature(f) / Math.sqrt(draws) * 1.2));
    }

    /** Values of Φ from the tables of Abramowitz and Stegun, 26.1. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.841344746068543", "-2, 0.0227501319481792", "4, 0.999968328758167", "-6, 9.86587645e-10"
    })
    void theNormalDistributionFunctionIsAccurate(double z, double expected) {
        assertThat(ActivationFormulas.normalCdf(z)).isCloseTo(expected, within(1e-9 * expected + 1e-15));
    }

    /** The seven of PyTorch's table, and what has no value to average; the rest comes from the formula. */
    @Test
    void theTableSaysWhereAGainComesFrom() {
        assertThat(ActivationFunction.TANH.gainSource()).isEqualTo(GainSource.PYTORCH);
        assertThat(ActivationFunction.GELU.gainSource()).isEqualTo(GainSource.QUADRATURE);
        assertThat(ActivationFunction.SOFTMAX.gainSource()).isEqualTo(GainSource.NONE);
        assertThat(ActivationFunction.OTHER.gain()).isEqualTo(1);
        assertThat(ActivationFunction.CUBE.gain()).as("1/√E[z⁶] = 1/√15").isCloseTo(1 / Math.sqrt(15), within(1e-9));
    }

    @Test
    void labelsAreTold() {
        assertThat(Arrays.stream(ActivationFunction.values()).map(ActivationFunction::label))
                .doesNotHaveDuplicates();
    }
}
