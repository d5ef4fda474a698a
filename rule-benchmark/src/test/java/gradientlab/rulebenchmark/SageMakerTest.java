package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thresholds: "List of Debugger built-in rules", Amazon SageMaker AI developer guide. */
class SageMakerTest {

    private static boolean fires(String rule, RunTrace trace) {
        return SageMaker.RULES.rule(rule).fires().test(trace);
    }

    @Test
    void aMeanGradientBelow1e7Vanishes() {
        float under = Math.nextDown(1e-7f);
        float over = Math.nextUp(1e-7f);
        assertThat(fires("VanishingGradient", Traces.of(Traces.dense("a", under, -under))))
                .isTrue();
        assertThat(fires("VanishingGradient", Traces.of(Traces.dense("a", over, -over))))
                .isFalse();
        assertThat(fires("VanishingGradient", Traces.of(Traces.dense("a", 1, 1), Traces.dense("b", 0, 0))))
                .as("one tensor is enough")
                .isTrue();
    }

    @Test
    void oneInfiniteValueExplodesAndTheLargestFloatDoesNot() {
        assertThat(fires("ExplodingTensor", Traces.of(Traces.dense("a", 1, Float.MAX_VALUE))))
                .isFalse();
        assertThat(fires("ExplodingTensor", Traces.of(Traces.dense("a", 1, Float.POSITIVE_INFINITY))))
                .isTrue();
        LayerCapture nan = Traces.nonlinearity(ActivationFunction.TANH, Traces.filled(1, 1, Float.NaN));
        assertThat(fires("ExplodingTensor", Traces.of(nan))).isTrue();
    }

    @Test
    void moreThanHalfOfTheRectifiersActiveForLessThanOnePerCentAreDead() {
        assertThat(fires("DeadRelu", Traces.of(relu(0, 0, 0, 100)))).isTrue();
        assertThat(fires("DeadRelu", Traces.of(relu(0, 0, 100, 100))))
                .as("half")
                .isFalse();
        assertThat(fires("DeadRelu", Traces.of(relu(1, 1, 1, 1))))
                .as("one per cent of 100 examples")
                .isFalse();
        LayerCapture leaky = Traces.nonlinearity(ActivationFunction.LEAKY_RELU, Traces.filled(100, 4, -1));
        assertThat(fires("DeadRelu", Traces.of(leaky))).isFalse();
    }

    private static LayerCapture relu(int... activeExamples) {
        return Traces.nonlinearity(ActivationFunction.RELU, Traces.active(100, 1, -1, activeExamples));
    }

    @Test
    void tanhSaturatesBeyond94999() {
        float limit = 9.4999f;
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.TANH, limit + 1e-4f))))
                .isTrue();
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.TANH, -limit - 1e-4f))))
                .isTrue();
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.TANH, limit - 1e-4f))))
                .isFalse();
        LayerCapture half = Traces.nonlinearity(ActivationFunction.TANH, Traces.active(100, 0, 50, 0, 0, 1, 1));
        assertThat(fires("SaturatedActivation", Traces.of(half)))
                .as("half of the units, and one per cent of the examples")
                .isFalse();
    }

    @Test
    void sigmoidSaturatesBelowMinus23AndAbove17() {
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.SIGMOID, 17))))
                .isTrue();
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.SIGMOID, 16.9999f))))
                .isFalse();
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.SIGMOID, -23.001f))))
                .isTrue();
        assertThat(fires("SaturatedActivation", Traces.of(filled(ActivationFunction.SIGMOID, -22.999f))))
                .isFalse();
    }

    private static LayerCapture filled(ActivationFunction f, float z) {
        return Traces.nonlinearity(f, Traces.filled(100, 4, z));
    }

    @Test
    void weightVariancesMoreThanTenTimesApartArePoor() {
        assertThat(fires(
                        "PoorWeightInitialization", Traces.of(weights("a", 1), weights("b", (float) Math.sqrt(10.01)))))
                .isTrue();
        assertThat(fires("PoorWeightInitialization", Traces.of(weights("a", 1), weights("b", (float) Math.sqrt(9.99)))))
                .isFalse();
        StepSample late = Traces.sample(10, weights("a", 1), weights("b", 100));
        assertThat(fires("PoorWeightInitialization", Traces.with(List.of(late))))
                .as("only the first ten steps are looked at")
                .isFalse();
    }

    private static LayerCapture weights(String name, float size) {
        return Traces.dense(name, Traces.alternating(size, 100), Traces.alternating(1, 100));
    }

    @Test
    void narrowGradientsArePoorWhenTheLossIsFiveStepsWithoutABetterOne() {
        RunTrace narrow = Traces.with(List.of(gradients(5, 0.0004f)));
        RunTrace wide = Traces.with(List.of(gradients(5, 0.0006f)));
        List<Double> stalled = Traces.constant(2.3, 200);
        assertThat(fires("PoorWeightInitialization", Traces.losses(narrow, stalled)))
                .isTrue();
        assertThat(fires("PoorWeightInitialization", Traces.losses(wide, stalled)))
                .as("p95 - p5 is 0.0012")
                .isFalse();
        List<Double> better = new ArrayList<>(stalled);
        better.set(1, 2.2);
        assertThat(fires("PoorWeightInitialization", Traces.losses(narrow, better)))
                .as("the best loss is four steps old")
                .isFalse();
    }

    private static StepSample gradients(int step, float size) {
        return Traces.sample(step, Traces.dense("a", Traces.alternating(1, 100), Traces.alternating(size, 100)));
    }

    @Test
    void anUpdateOfTenTimesTheWeightsIsTooLarge() {
        assertThat(fires("WeightUpdateRatio too large", update(10.01))).isTrue();
        assertThat(fires("WeightUpdateRatio too large", update(9.99))).isFalse();
    }

    @Test
    void anUpdateOf1e8OfTheWeightsIsTooSmall() {
        assertThat(fires("WeightUpdateRatio too small", update(0.99e-8))).isTrue();
        assertThat(fires("WeightUpdateRatio too small", update(1.01e-8))).isFalse();
        assertThat(fires("WeightUpdateRatio too small", Traces.of(weights("a", 1))))
                .as("no update, no ratio")
                .isFalse();
    }

    private static RunTrace update(double ratio) {
        return Traces.with(List.of(Traces.sample(0, Map.of("a_W", ratio), weights("a", 1))));
    }

    @Test
    void aLossThatFallsByLessThanATenthOfAPerCentInTenStepsDoesNotDecrease() {
        assertThat(fires("LossNotDecreasing", Traces.losses(Traces.of(), after(10, 0.9991))))
                .isTrue();
        assertThat(fires("LossNotDecreasing", Traces.losses(Traces.of(), after(10, 0.9989))))
                .isFalse();
        assertThat(fires("LossNotDecreasing", Traces.losses(Traces.of(), after(10, Double.NaN))))
                .isTrue();
        assertThat(fires("LossNotDecreasing", Traces.losses(Traces.of(), after(9, 2))))
                .as("ten steps have not passed")
                .isFalse();
    }

    private static List<Double> after(int steps, double last) {
        List<Double> losses = new ArrayList<>(Traces.constant(1, steps));
        losses.add(last);
        return losses;
    }
}
