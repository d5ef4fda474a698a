package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thresholds: Zhang et al. 2021, AUTOTRAINER, and the defaults of its implementation. */
class AutoTrainerTest {

    private static final AutoTrainer RULES = new AutoTrainer();
    private static final List<Check> POOR = Traces.accuracies(0.1, 0.3, 0.5, 0.6, 0.69);

    private static RunTrace trace(List<Check> checks, LayerCapture... layers) {
        return Traces.checks(Traces.with(List.of(Traces.sample(TracedTraining.EPOCH, layers))), checks);
    }

    @Test
    void aGradientThatLosesAThousandfoldAndIsSmallVanishes() {
        assertThat(RULES.named(trace(POOR, gradient(0.99e-4f), gradient(0.1f)))).containsExactly(FaultClass.VANISHING);
        assertThat(RULES.named(trace(POOR, gradient(1.01e-4f), gradient(0.11f))))
                .as("the ratio alone")
                .isEmpty();
        assertThat(RULES.named(trace(POOR, gradient(0.99e-4f), gradient(0.098f))))
                .as("the norm alone")
                .isEmpty();
    }

    @Test
    void aGradientThatGrowsSeventyfoldExplodes() {
        assertThat(RULES.named(trace(POOR, gradient(70.1f), gradient(1)))).containsExactly(FaultClass.EXPLODING);
        assertThat(RULES.named(trace(POOR, gradient(69.9f), gradient(1)))).isEmpty();
    }

    /** One other value keeps the share of zeros low. */
    private static LayerCapture gradient(float norm) {
        return Traces.dense("a", norm);
    }

    @Test
    void aWeightAboveFiveExplodes() {
        assertThat(RULES.named(trace(POOR, weight(-5.01f)))).containsExactly(FaultClass.EXPLODING);
        assertThat(RULES.named(trace(POOR, weight(5)))).isEmpty();
    }

    private static LayerCapture weight(float value) {
        return Traces.dense("a", new float[] {value}, new float[] {1});
    }

    @Test
    void activationsOfTenOnAverageExplode() {
        assertThat(RULES.named(trace(POOR, weight(1), relu(10)))).containsExactly(FaultClass.EXPLODING);
        assertThat(RULES.named(trace(POOR, weight(1), relu(9.99f)))).isEmpty();
    }

    private static LayerCapture relu(float value) {
        return Traces.nonlinearity(ActivationFunction.RELU, Traces.filled(2, 2, value));
    }

    @Test
    void seventyPerCentOfZerosAmongTheGradientsAreDyingRectifiers() {
        assertThat(RULES.named(trace(POOR, Traces.dense("a", 0, 0, 0, 0, 0, 0, 0, 1, 1, 1))))
                .containsExactly(FaultClass.DEAD_UNITS);
        assertThat(RULES.named(trace(POOR, Traces.dense("a", 0, 0, 0, 0, 0, 0, 1, 1, 1, 1))))
                .isEmpty();
    }

    @Test
    void aRunThatConvergesIsNotAskedAboutItsGradients() {
        List<Check> good = Traces.accuracies(0.1, 0.71, 0.75, 0.8, 0.85);
        assertThat(RULES.named(trace(good, gradient(1e3f), gradient(1)))).isEmpty();
    }

    @Test
    void gainsBelowAHundredthInEveryEpochAreSlow() {
        assertThat(RULES.named(trace(Traces.accuracies(0.1, 0.109, 0.118), weight(1))))
                .containsExactly(FaultClass.NOT_LEARNING);
        assertThat(RULES.named(trace(Traces.accuracies(0.1, 0.111, 0.118), weight(1))))
                .isEmpty();
    }

    @Test
    void swingsOfThreeHundredthsInAFifthOfTheEpochsAreUnstable() {
        assertThat(RULES.named(trace(Traces.accuracies(0.75, 0.9, 0.869, 0.9, 0.95), weight(1))))
                .containsExactly(FaultClass.UNSTABLE);
        assertThat(RULES.named(trace(Traces.accuracies(0.75, 0.9, 0.871, 0.9, 0.95), weight(1))))
                .isEmpty();
    }

    @Test
    void aLossOfAThousandOrNoNumberIsAnExplosion() {
        RunTrace quiet = trace(Traces.accuracies(0.8, 0.85, 0.9), weight(1));
        assertThat(RULES.named(quiet)).isEmpty();
        assertThat(RULES.named(Traces.losses(quiet, first(999.9)))).isEmpty();
        assertThat(RULES.named(Traces.losses(quiet, first(1000)))).contains(FaultClass.EXPLODING);
        assertThat(RULES.named(Traces.losses(quiet, first(Double.NaN)))).contains(FaultClass.NON_FINITE);
    }

    private static List<Double> first(double loss) {
        List<Double> losses = new ArrayList<>(Traces.falling(200));
        losses.set(0, loss);
        return losses;
    }

    @Test
    void nothingIsNamedBeforeTheFirstEpochEnds() {
        RuleSetVerdict verdict = RULES.judge(trace(POOR, gradient(1e3f), gradient(1)));
        assertThat(verdict.named()).containsExactly(FaultClass.EXPLODING);
        assertThat(verdict.namedBeforeStep0()).isEmpty();
    }
}
