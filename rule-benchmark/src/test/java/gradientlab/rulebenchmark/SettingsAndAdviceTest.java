package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thresholds: Schoop et al. 2021 (UMLAUT), and the page on the training dashboard in DL4J's documentation. */
class SettingsAndAdviceTest {

    @Test
    void umlautAllowsInputsFromMinusOneToOne() {
        assertThat(Umlaut.RULES.named(Traces.settings(1e-3, -1, 1))).isEmpty();
        assertThat(Umlaut.RULES.named(Traces.settings(1e-3, -1.001, 1))).containsExactly(FaultClass.INPUT_SCALE);
        assertThat(Umlaut.RULES.named(Traces.settings(1e-3, 0, 1.001))).containsExactly(FaultClass.INPUT_SCALE);
    }

    @Test
    void umlautAllowsLearningRatesFrom1e7To001() {
        assertThat(Umlaut.RULES.named(Traces.settings(0.01, 0, 1))).isEmpty();
        assertThat(Umlaut.RULES.named(Traces.settings(0.0101, 0, 1)))
                .containsExactly(FaultClass.LEARNING_RATE_TOO_HIGH);
        assertThat(Umlaut.RULES.named(Traces.settings(1e-7, 0, 1))).isEmpty();
        assertThat(Umlaut.RULES.named(Traces.settings(0.99e-7, 0, 1)))
                .containsExactly(FaultClass.LEARNING_RATE_TOO_LOW);
    }

    @Test
    void umlautSeesNanButNotInfinityInTheLoss() {
        RunTrace quiet = Traces.settings(1e-3, 0, 1);
        assertThat(Umlaut.RULES.named(Traces.losses(quiet, List.of(1.0, Double.POSITIVE_INFINITY))))
                .isEmpty();
        assertThat(Umlaut.RULES.named(Traces.losses(quiet, List.of(1.0, Double.NaN))))
                .containsExactly(FaultClass.NON_FINITE);
    }

    @Test
    void umlautNamesSettingsBeforeStep0() {
        RuleSetVerdict verdict = Umlaut.RULES.judge(Traces.settings(1, 0, 255));
        assertThat(verdict.namedBeforeStep0())
                .containsExactlyInAnyOrder(FaultClass.INPUT_SCALE, FaultClass.LEARNING_RATE_TOO_HIGH);
    }

    @Test
    void dl4jAdvisesUpdateRatiosFromMinusFourToMinusTwo() {
        assertThat(Dl4jAdvice.RULES.named(update(1.01e-2))).contains(FaultClass.LEARNING_RATE_TOO_HIGH);
        assertThat(Dl4jAdvice.RULES.named(update(0.99e-2))).isEmpty();
        assertThat(Dl4jAdvice.RULES.named(update(0.99e-4))).contains(FaultClass.LEARNING_RATE_TOO_LOW);
        assertThat(Dl4jAdvice.RULES.named(update(1.01e-4))).isEmpty();
    }

    private static RunTrace update(double ratio) {
        LayerCapture layer = Traces.dense("a", Traces.alternating(1, 4), Traces.alternating(1, 4));
        return Traces.with(List.of(Traces.sample(0, Map.of("a_W", ratio), layer)));
    }

    /** ±s for an even number of values has a standard deviation of s·√(n / (n − 1)). */
    @Test
    void dl4jAdvisesActivationsWithAStandardDeviationOfAHalfToTwo() {
        assertThat(Dl4jAdvice.RULES.named(activations(0.499f))).contains(FaultClass.VANISHING);
        assertThat(Dl4jAdvice.RULES.named(activations(0.501f))).isEmpty();
        assertThat(Dl4jAdvice.RULES.named(activations(1.999f))).isEmpty();
        assertThat(Dl4jAdvice.RULES.named(activations(2.001f))).contains(FaultClass.EXPLODING);
    }

    private static RunTrace activations(float std) {
        return Traces.of(tanh(std));
    }

    private static LayerCapture tanh(float std) {
        int n = 10_000;
        float size = (float) (std * Math.sqrt((n - 1.0) / n));
        return Traces.nonlinearity(ActivationFunction.TANH, new Matrix(n, 1, Traces.alternating(size, n)));
    }

    @Test
    void dl4jAdviceIsAboutWhatLastsForMoreThanHalfOfTheSamples() {
        StepSample bad = Traces.sample(0, tanh(3));
        StepSample good = Traces.sample(1, tanh(1));
        assertThat(Dl4jAdvice.RULES.named(Traces.with(List.of(bad, good)))).isEmpty();
        assertThat(Dl4jAdvice.RULES.named(Traces.with(List.of(bad, Traces.sample(2, tanh(3)), good))))
                .contains(FaultClass.EXPLODING);
    }

    @Test
    void theSetWithoutARuleLacksThatRuleAlone() {
        PublishedRules fewer = SageMaker.RULES.without("LossNotDecreasing");
        RunTrace stalled = Traces.losses(Traces.of(Traces.dense("a", 0, 0)), Traces.constant(1, 20));
        assertThat(SageMaker.RULES.named(stalled)).contains(FaultClass.NOT_LEARNING, FaultClass.VANISHING);
        assertThat(fewer.named(stalled)).contains(FaultClass.VANISHING).doesNotContain(FaultClass.NOT_LEARNING);
    }
}
