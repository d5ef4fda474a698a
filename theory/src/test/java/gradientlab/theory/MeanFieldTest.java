package gradientlab.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.activations.ActivationFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeanFieldTest {

    static Stream<JsonNode> tanhHasThePublishedDepthScales() {
        return StreamSupport.stream(PublishedValues.ALL.get("tanhDepthScale").spliterator(), false);
    }

    /** The published file's iterations stop short next to criticality, at σw² = 1.7347: there our own figure alone counts. */
    @ParameterizedTest
    @MethodSource
    void tanhHasThePublishedDepthScales(JsonNode row) {
        DepthScales scales = new MeanField(
                        ActivationFunction.TANH,
                        row.get("sw2").asDouble(),
                        row.get("sb2").asDouble())
                .depthScales()
                .orElseThrow();
        assertThat(scales.variance()).isCloseTo(row.get("q").asDouble(), within(1e-9));
        assertThat(scales.chi()).isCloseTo(row.get("chi1").asDouble(), within(1e-9));
        assertThat(scales.correlation()).isCloseTo(row.get("c").asDouble(), within(1e-6));
        assertThat(scales.ofCorrelation() / row.get("xi_c").asDouble()).isCloseTo(1, within(1e-4));
        if (Math.abs(row.get("sw2").asDouble() - 1.7347) > 1e-3) {
            assertThat(scales.ofCorrelation() / row.get("published").asDouble()).isCloseTo(1, within(2e-4));
        }
    }

    @Test
    void tanhIsCriticalWhereTheTableSays() {
        JsonNode table = PublishedValues.ALL.get("tanhCritical");
        CriticalPoint point = CriticalPoint.of(
                        ActivationFunction.TANH, table.get("sb2").asDouble())
                .orElseThrow();
        assertThat(point.weightVariance()).isCloseTo(table.get("sw2").asDouble(), within(1e-9));
        assertThat(point.variance()).isCloseTo(table.get("q").asDouble(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"RELU, 2, 1", "IDENTITY, 1, 1", "TANH, 1, 0", "SOFTSIGN, 1, 0", "HARD_TANH, 1, 0", "RELU6, 2, 0"})
    void withoutBiasesTheCriticalPointIsThatOfTheSlopeAtZero(ActivationFunction f, double weightVariance, double q) {
        CriticalPoint point = CriticalPoint.of(f, 0).orElseThrow();
        assertThat(point.weightVariance()).isCloseTo(weightVariance, within(1e-6));
        assertThat(point.variance()).isEqualTo(q);
    }

    /** χ₁ of the ReLU is σw²/2, at σw² = 2 biases add up without end; GELU's q* with χ₁ = 1 is one that nets leave. */
    @ParameterizedTest
    @CsvSource({"RELU, 0.05", "LEAKY_RELU, 0.05", "GELU, 0", "GELU, 0.05", "SWISH, 0.05", "CUBE, 0.05"})
    void someFunctionsHaveNoCriticalPoint(ActivationFunction f, double biasVariance) {
        assertThat(CriticalPoint.of(f, biasVariance)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GELU, 0.3", "ELU, 0.05", "SELU, 0.05", "SIGMOID, 0", "SOFTSIGN, 0.01"})
    void atACriticalPointTheGradientIsKept(ActivationFunction f, double biasVariance) {
        CriticalPoint point = CriticalPoint.of(f, biasVariance).orElseThrow();
        MeanField net = new MeanField(f, point.weightVariance(), biasVariance);
        assertThat(net.nextVariance(point.variance()) / point.variance()).isCloseTo(1, within(1e-9));
        assertThat(net.chi(point.variance())).isCloseTo(1, within(1e-9));
    }

    @Test
    void aReluNetKeepsGrowsOrShrinks() {
        DepthScales kept =
                new MeanField(ActivationFunction.RELU, 2, 0).depthScales().orElseThrow();
        assertThat(kept)
                .isEqualTo(new DepthScales(
                        1,
                        1,
                        kept.chi(),
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY));
        assertThat(new MeanField(ActivationFunction.RELU, 2.1, 0).fixedVariance())
                .isEmpty();
        assertThat(new MeanField(ActivationFunction.RELU, 1.9, 0).fixedVariance())
                .hasValue(0);
        // q = 1·q/2 + 0.1
        assertThat(new MeanField(ActivationFunction.RELU, 1, 0.1)
                        .fixedVariance()
                        .getAsDouble())
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void aGradientThatGrowsDownwardsHasANegativeScale() {
        DepthScales chaotic =
                new MeanField(ActivationFunction.TANH, 4, 0.05).depthScales().orElseThrow();
        assertThat(chaotic.ofGradient())
                .isCloseTo(-1 / Math.log(chaotic.chi()), within(1e-12))
                .isNegative();
        assertThat(chaotic.ofCorrelation()).isPositive();
    }

    @Test
    void inTheChaoticPhaseWithoutBiasesTwoInputsOfTanhBecomeIndependent() {
        assertThat(new MeanField(ActivationFunction.TANH, 3, 0)
                        .fixedCorrelation()
                        .getAsDouble())
                .isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"TANH, 1.5", "GELU, 2", "ELU, 1.2", "HARD_TANH, 1.5", "SIGMOID, 3"})
    void theSlopeOfTheVarianceMapIsItsDifference(ActivationFunction f, double weightVariance) {
        MeanField net = new MeanField(f, weightVariance, 0.1);
        double h = 1e-4;
        assertThat(net.varianceSlope(0.8))
                .isCloseTo((net.nextVariance(0.8 + h) - net.nextVariance(0.8 - h)) / (2 * h), within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"TANH, 3", "RELU, 2", "SELU, 1.5"})
    void theCorrelationMapHasOneAsAFixedPointAndChiAsItsSlopeThere(ActivationFunction f, double weightVariance) {
        MeanField net = new MeanField(f, weightVariance, 0);
        double q = net.fixedVariance().orElse(1);
        assertThat(net.nextCorrelation(q, 1)).isEqualTo(1);
        assertThat(net.chi(q, 1)).isCloseTo(net.chi(q), within(1e-9));
    }

    @Test
    void variancesBelowZeroAreRefused() {
        assertThatThrownBy(() -> new MeanField(ActivationFunction.TANH, 0, 0))
                .hasMessage("MeanField.weightVariance must be above 0, not 0.0");
        assertThatThrownBy(() -> new MeanField(ActivationFunction.TANH, 1, -1))
                .hasMessage("MeanField.biasVariance must be 0 or above, not -1.0");
    }
}
