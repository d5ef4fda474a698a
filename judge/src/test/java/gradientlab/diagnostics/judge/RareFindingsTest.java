package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.GradientCheck;
import gradientlab.diagnostics.facts.HeldOut;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules about structure, batch norms, gradients and held-out examples, on networks that are made by hand. */
class RareFindingsTest {

    private static final double LN_10 = Math.log(10);

    private final Chain chain = Chain.of(ActivationFunction.TANH, ActivationFunction.TANH);

    @Test
    void aHealthyChainGivesNoFinding() {
        chain.end = 0.3;

        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void aBatchNormOverOneValueIsNamedAtOnceAndOverFewInARunThatDoesNotLearn() {
        chain.insert(1, Chain.batchNorm());
        chain.rows = 1;
        assertThat(chain.finding(Rule.BATCH_NORM_OF_ONE).cause()).isEqualTo("the batch has a single example");
        chain.rows = 2;
        assertThat(rules()).as("not trained yet").doesNotContain(Rule.BATCH_NORM_OF_ONE);
        chain.end = LN_10;
        assertThat(chain.finding(Rule.BATCH_NORM_OF_ONE).evidence()).startsWith("2 values per unit");
        chain.rows = 32;
        assertThat(rules()).doesNotContain(Rule.BATCH_NORM_OF_ONE);
    }

    @Test
    void runningStatisticsAreComparedWithTheBatchAfterAHundredUpdates() {
        Chain.Part norm = Chain.batchNorm();
        norm.runningMean = 5;
        norm.runningStd = 1;
        chain.insert(1, norm);
        chain.observed = new int[] {0, 100, 110};
        assertThat(chain.finding(Rule.RUNNING_STATISTICS_FAR).change()).isEqualTo(Remedy.lowerDecay("bn", 0.9));
        chain.observed = new int[] {0, 90, 110};
        assertThat(rules()).doesNotContain(Rule.RUNNING_STATISTICS_FAR);
        chain.observed = new int[] {0, 100, 110};
        norm.runningMean = 0;
        norm.runningStd = 0.5; // that of the layer below
        assertThat(rules()).doesNotContain(Rule.RUNNING_STATISTICS_FAR);
    }

    @Test
    void aLayerOfOneUnitIsACauseOnlyWhereTheRunDoesNotLearn() {
        chain.part("h2").units = 1;
        chain.end = LN_10;
        assertThat(chain.finding(Rule.BOTTLENECK).evidence()).startsWith("h2 has one unit");
        chain.end = 0.3;
        assertThat(rules()).isEmpty();
    }

    @Test
    void twoLayersOfWeightsWithNothingBetweenThemAreNamed() {
        chain.part("h1").nonlinearity = ActivationFunction.IDENTITY;
        assertThat(chain.finding(Rule.NO_NONLINEARITY).evidence())
                .isEqualTo("everything between the weights of h1 and those of h2 is linear");
        chain.part("h1").units = 5;
        assertThat(rules()).as("a factorised matrix").doesNotContain(Rule.NO_NONLINEARITY);
    }

    @Test
    void aSoftmaxRightBelowASoftmaxOutputIsNamedWithoutARun() {
        chain.part("h2").nonlinearity = ActivationFunction.SOFTMAX;
        assertThat(rules()).as("the output has weights").doesNotContain(Rule.SOFTMAX_TWICE);
        chain.part("out").weights = Double.NaN;
        chain.part("h2").units = Chain.CLASSES;
        assertThat(chain.finding(Rule.SOFTMAX_TWICE).change())
                .isEqualTo(Remedy.changeActivation("h2", ActivationFunction.IDENTITY));
    }

    @Test
    void aLayerThatCannotBeReadIsAHint() {
        chain.insert(1, new Chain.Part("own", Role.UNKNOWN, ActivationFunction.OTHER));

        Finding finding = chain.finding(Rule.NOT_UNDERSTOOD);

        assertThat(finding.severity()).isEqualTo(Severity.HINT);
        assertThat(finding.change()).isEqualTo(Remedy.OTHER);
    }

    @Test
    void aGradientThatIsNotTheSlopeOfTheLossIsBlamedOnTheForeignPartOrOnAllDownToTheLayer() {
        compared("", 1);
        assertThat(chain.finding(Rule.WRONG_GRADIENT).cause()).contains("from the loss down to h1");
        compared("OwnLayer", 1);
        assertThat(chain.finding(Rule.WRONG_GRADIENT).cause()).contains("OwnLayer");
        compared("OwnLayer", 1.99);
        assertThat(rules()).as("rounding").doesNotContain(Rule.WRONG_GRADIENT);
    }

    /** A gradient of norm 2 along which the loss changes otherwise. */
    private void compared(String foreign, double measured) {
        chain.seen = (iteration, seen) -> seen.with(List.of(new GradientCheck("h1", foreign, 2, measured)));
    }

    @Test
    void heldOutExamplesThatGetWorseWhileTrainingGoesOnShowOverfitting() {
        chain.observed = new int[] {0, 50, 100, 150};
        heldOut(2.3, 1, 1.8, 2);
        assertThat(chain.findings()).as("the loss of training stays").isEmpty();
        chain.lossAt = iteration -> 2.3 - iteration / 100.0;
        assertThat(chain.finding(Rule.OVERFITTING).change()).isEqualTo(Remedy.stopEarly(50));
        heldOut(2.3, 1, 0.9, 0.8);
        assertThat(rules()).isEmpty();
    }

    private void heldOut(double... losses) {
        chain.seen = (iteration, seen) -> seen.with(new HeldOut(losses[iteration / 50], Map.of()));
    }

    private List<Rule> rules() {
        return chain.findings().stream().map(Finding::rule).toList();
    }
}
