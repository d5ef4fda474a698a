package gradientlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.activations.ActivationFunction;
import gradientlab.activations.Gain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalMomentsTest {

    private static final List<String> SMOOTH =
            List.of("identity", "sigmoid", "tanh", "erf", "gelu", "softplus", "swish");

    static Stream<String> theMomentsAreThoseOfTheTable() {
        Iterable<String> names = () -> PublishedValues.ALL.get("unitVariance").fieldNames();
        return StreamSupport.stream(names.spliterator(), false);
    }

    /** The table's own sums are exact for smooth functions; a kink at 0 costs them 4e-4 (ReLU: E f′² = 0.4999 for ½). */
    @ParameterizedTest
    @MethodSource
    void theMomentsAreThoseOfTheTable(String name) {
        JsonNode table = PublishedValues.ALL.get("unitVariance").get(name);
        FunctionMoments moments = function(name).at(1);
        double accuracy = SMOOTH.contains(name) ? 1e-10 : 6e-4;
        assertThat(moments.mean()).isCloseTo(table.get("mean").asDouble(), within(accuracy));
        assertThat(moments.meanSquare()).isCloseTo(table.get("second").asDouble(), within(accuracy));
        assertThat(moments.variance()).isCloseTo(table.get("var").asDouble(), within(accuracy));
        assertThat(moments.meanSquareSlope()).isCloseTo(table.get("slope2").asDouble(), within(accuracy));
        assertThat(moments.meanSquareSlope() / moments.meanSquare())
                .isCloseTo(table.get("layerNorm").asDouble(), within(accuracy));
        assertThat(moments.meanSquareSlope() / moments.variance())
                .isCloseTo(table.get("batchNorm").asDouble(), within(accuracy));
    }

    private static NormalMoments function(String name) {
        return name.equals("erf")
                ? new NormalMoments(Erf.FUNCTION)
                : NormalMoments.of(Arrays.stream(ActivationFunction.values())
                        .filter(f -> f.label().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    /** Simpson's rule in 12,000 steps, which has 0 as its only kink: the others are left out. */
    @ParameterizedTest
    @CsvSource({"TANH, 0.3", "TANH, 20", "GELU, 3", "ELU, 2", "SELU, 0.5", "SOFTSIGN, 2", "MISH, 1", "RATIONAL_TANH, 2"
    })
    void theQuadratureAgreesWithSimpsonsRule(ActivationFunction f, double std) {
        FunctionMoments moments = NormalMoments.of(f).at(std);
        assertThat(moments.meanSquare()).isCloseTo(Gain.expectation(z -> Math.pow(f.value(std * z), 2)), within(1e-9));
        assertThat(moments.meanSquareSlope())
                .isCloseTo(Gain.expectation(z -> Math.pow(f.derivative(std * z), 2)), within(1e-9));
    }

    /** erf(z/√2) is P(|D| < z): the mean square slope of a hard tanh at std s is P(|D| < 1/s), here of s = 0.5 and 1. */
    @Test
    void kinksBesideZeroAreEndsOfPanels() {
        NormalMoments hardTanh = NormalMoments.of(ActivationFunction.HARD_TANH);
        assertThat(hardTanh.at(0.5).meanSquareSlope()).isCloseTo(0.954499736103642, within(1e-12));
        assertThat(hardTanh.at(1).meanSquareSlope()).isCloseTo(0.682689492137086, within(1e-12));
    }

    /** E relu² = ½, E relu⁴ = 3/2; its mean 1/√(2π). */
    @Test
    void theRelusMomentsAreExactAtEveryScale() {
        for (double std : new double[] {1e-150, 1e-3, 1, 1e150}) {
            FunctionMoments relu = NormalMoments.of(ActivationFunction.RELU).at(std);
            assertThat(relu.mean() / std).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(1e-12));
            assertThat(relu.meanSquare() / std / std).isCloseTo(0.5, within(1e-12));
            assertThat(relu.spreadOfSquare()).isCloseTo(5, within(1e-10));
            assertThat(relu.spreadOfSquareSlope()).isCloseTo(1, within(1e-12));
            assertThat(relu.growthOfSquare()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void aVerySmallSignalGoesThroughTanhUnchanged() {
        FunctionMoments tanh = NormalMoments.of(ActivationFunction.TANH).at(1e-140);
        assertThat(tanh.meanSquare() / 1e-280).isCloseTo(1, within(1e-12));
        assertThat(tanh.spreadOfSquare()).as("E D⁴ − 1").isCloseTo(2, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.7, 0, 0.3, 0.99, 1})
    void theArcCosineKernelIsWhatTheDoubleIntegralGives(double c) {
        for (ActivationFunction f : List.of(ActivationFunction.RELU, ActivationFunction.PRELU)) {
            NormalMoments moments = NormalMoments.of(f);
            double[] none = {};
            assertThat(moments.product(1.5, 0.4, c))
                    .isCloseTo(PairIntegral.of(f::value, none, 1.5, 0.4, c), within(1e-8));
            assertThat(moments.slopeProduct(1.5, 0.4, c))
                    .isCloseTo(PairIntegral.of(f::derivative, none, 1.5, 0.4, c), within(1e-3));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.7, 0, 0.3, 0.99, 1})
    void theProductsOfErfAreTheClosedForms(double c) {
        NormalMoments erf = new NormalMoments(Erf.FUNCTION);
        double shared = c * 1.2 * 0.8;
        assertThat(erf.product(1.2, 0.8, c)).isCloseTo(Erf.product(1.44, 0.64, shared), within(1e-10));
        assertThat(erf.slopeProduct(1.2, 0.8, c)).isCloseTo(Erf.slopeProduct(1.44, 0.64, shared), within(1e-10));
    }

    /** The accuracies are those that HermiteSeries states. */
    @ParameterizedTest
    @CsvSource({"TANH, 1, 1e-11, 1e-9", "GELU, 1, 1e-11, 1e-9", "SELU, 1, 1e-5, 2e-3", "TANH, 3, 1e-6, 1e-5"})
    void theSeriesInTheCorrelationGivesTheDoubleIntegral(
            ActivationFunction f, double std, double ofProduct, double ofSlope) {
        NormalMoments moments = NormalMoments.of(f);
        CorrelationSeries series = moments.series(std);
        for (double c : new double[] {-0.6, 0, 0.5, 0.9, 0.99, 1}) {
            assertThat(series.product(c)).isCloseTo(moments.product(std, std, c), within(ofProduct));
            assertThat(series.slope(c) / (std * std)).isCloseTo(moments.slopeProduct(std, std, c), within(ofSlope));
        }
    }

    @Test
    void softmaxAndCorrelationsBeyondOneAreRefused() {
        assertThatThrownBy(() -> NormalMoments.of(ActivationFunction.SOFTMAX))
                .hasMessage("Mean field theory needs an activation function of single values, not softmax");
        assertThatThrownBy(() -> NormalMoments.of(ActivationFunction.TANH).product(1, 1, 1.5))
                .hasMessage("A correlation must lie in [-1, 1], not 1.5");
    }

    @Test
    void notANumberStaysNotANumber() {
        assertThat(NormalMoments.of(ActivationFunction.TANH).at(Double.NaN).meanSquare())
                .isNaN();
        assertThat(NormalMoments.of(ActivationFunction.TANH).product(1, Double.NaN, 0.5))
                .isNaN();
    }
}
