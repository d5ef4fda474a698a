package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.limits.Limits;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Networks looked over before their first step: the healthy pass, the planted fault is found at its layer. */
class PreflightTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final IWeightInit HE = WeightInit.RELU.getWeightInitFunction();
    private static final IWeightInit ZERO = WeightInit.ZERO.getWeightInitFunction();
    private static final DataSet DIGITS = Patients.digits(1, Patients.BATCH);

    static Stream<Arguments> healthy() {
        return Stream.of(
                arguments("Xavier tanh", Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER)),
                arguments("Xavier tanh, 5 layers", Patients.mlp(0.1, 5, Activation.TANH, WeightInit.XAVIER)),
                arguments("Xavier tanh, 20 layers", Patients.mlp(0.1, 20, Activation.TANH, WeightInit.XAVIER)),
                arguments("LeCun tanh", Patients.mlp(0.1, 2, Activation.TANH, WeightInit.LECUN_NORMAL)),
                arguments("torch.nn.Linear, 5 layers", Patients.mlp(0.1, 5, Activation.TANH, WeightInit.UNIFORM)),
                arguments("He rectifier", Patients.mlp(0.1, 3, Activation.RELU, WeightInit.RELU)),
                arguments("He rectifier, 20 layers", Patients.mlp(0.1, 20, Activation.RELU, WeightInit.RELU)),
                arguments("sigmoid, 2 layers", Patients.mlp(0.1, 2, Activation.SIGMOID, WeightInit.XAVIER)),
                arguments("ELU", Patients.mlp(0.1, 3, Activation.ELU, WeightInit.XAVIER)),
                arguments("zero output", Patients.mlp(0.1, 2, Activation.TANH, XAVIER, ZERO)),
                arguments("N(0, 0.01), 2 layers", Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(0.01), XAVIER)),
                arguments("batch norm", Patients.normed(0.1, 5, Patients.normal(1), false, 0.9)),
                arguments("batch norm, 20 layers", Patients.normed(0.1, 20, XAVIER, false, 0.9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void aHealthyNetworkPassesWithoutAFinding(String name, MultiLayerNetwork network) {
        assertThat(Preflight.of(network, DIGITS).report())
                .matches("Nothing found: \\d+ rules looked at \\d+ layers on a batch of \\d+, loss \\d\\.\\d+\\.");
    }

    @Test
    void standardisedFeaturesPass() {
        DataSet batch = new DataSet(Nd4j.create(DataType.FLOAT, Patients.BATCH, Patients.PIXELS), DIGITS.getLabels());
        INDArray features = DIGITS.getFeatures();
        batch.setFeatures(features.sub(features.meanNumber()).div(features.stdNumber()));

        for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
            WeightInit init = activation == Activation.RELU ? WeightInit.RELU : WeightInit.XAVIER;

            assertThat(Preflight.of(Patients.mlp(0.1, 3, activation, init), batch)
                            .report())
                    .startsWith("Nothing found");
        }
    }

    @Test
    void theLecturesBrokenNetworkIsTooSureAndSaturated() {
        Checkup checkup =
                Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), Patients.normal(1)), DIGITS);

        assertThat(rules(checkup))
                .containsExactly(Rule.INITIAL_LOSS_TOO_HIGH, Rule.OUTPUT_TOO_WIDE, Rule.HIDDEN_SATURATION);
        assertThat(checkup.findings()).extracting(Finding::layer).containsExactly("out", "out", "hidden1");
        assertThat(checkup.findings())
                .extracting(finding -> finding.change().kind())
                .containsOnly(Remedy.Kind.SCALE_WEIGHTS);
        Remedy hidden = checkup.findings().get(2).change();
        assertThat(hidden.layer()).isEqualTo("hidden1");
        // gain 5/3 over the root of the fan-in
        assertThat(hidden.number("std")).isEqualTo(5.0 / 3 / Math.sqrt(144));
        assertThat(hidden.number("from")).isBetween(0.95, 1.05);
        assertThat(checkup.findings().get(1).remedy())
                .matches("out: draw the weights with std 0\\.01 instead of (1\\.0|0\\.9).*, bias 0");
        assertThat(checkup.findings().get(2).remedy()).contains("hidden1", "0.139", "fan-in 144");
        assertThat(checkup.findings()).extracting(Finding::iteration).containsOnly(0);
        assertThat(checkup.healthy()).isFalse();
    }

    @Test
    void withASmallOutputTheHiddenLayerIsStillSaturated() {
        Checkup checkup = Preflight.of(Patients.mlp(0.1, 1, Activation.TANH, Patients.normal(1), XAVIER), DIGITS);

        assertThat(rules(checkup)).containsExactly(Rule.HIDDEN_SATURATION);
    }

    @Test
    void pixelsUpTo255AreNotScaledAndEverythingElseIsBlamedOnThem() {
        DataSet raw = new DataSet(DIGITS.getFeatures().mul(255), DIGITS.getLabels());
        Checkup checkup = Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER), raw);

        assertThat(rules(checkup)).startsWith(Rule.INPUT_NOT_SCALED).contains(Rule.HIDDEN_SATURATION);
        assertThat(checkup.findings().get(0).layer()).isEqualTo("input");
        assertThat(checkup.findings())
                .extracting(finding -> finding.change().kind())
                .containsOnly(Remedy.Kind.SCALE_INPUT);
    }

    @Test
    void pixelsDividedBy255TwiceAreTooSmall() {
        DataSet faint = new DataSet(DIGITS.getFeatures().div(255), DIGITS.getLabels());

        assertThat(rules(Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER), faint)))
                .containsExactly(Rule.INPUT_TOO_SMALL);
    }

    @Test
    void constantAndZeroInitialisationMakeUnitsIdentical() {
        IWeightInit constant = new WeightInitConstant(0.02);
        Checkup same = Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, constant, XAVIER), DIGITS);
        Checkup zero = Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, ZERO, XAVIER), DIGITS);

        assertThat(rules(same)).containsExactly(Rule.SYMMETRIC_UNITS);
        assertThat(same.findings().get(0).change().all())
                .extracting(Remedy::kind, Remedy::layer)
                .containsExactly(
                        tuple(Remedy.Kind.BREAK_SYMMETRY, "hidden1"), tuple(Remedy.Kind.BREAK_SYMMETRY, "hidden2"));
        assertThat(rules(zero)).containsExactly(Rule.SYMMETRIC_UNITS, Rule.VANISHING_DELTA);
        assertThat(zero.findings())
                .extracting(finding -> finding.change().kind())
                .containsOnly(Remedy.Kind.BREAK_SYMMETRY);
    }

    @Test
    void narrowWeightsLoseTheGradientOverDepth() {
        Checkup checkup = Preflight.of(Patients.mlp(0.1, 5, Activation.TANH, Patients.normal(0.01), XAVIER), DIGITS);

        assertThat(rules(checkup)).containsExactly(Rule.VANISHING_DELTA);
        assertThat(checkup.findings().get(0).change().kind()).isEqualTo(Remedy.Kind.SCALE_WEIGHTS);
    }

    @Test
    void theOneLayerWithNarrowWeightsIsNamed() {
        MultiLayerNetwork network = Patients.mlp(0.1, 6, Activation.TANH, WeightInit.XAVIER);
        network.getParam("3_W").muli(1e-4);

        Finding finding = Preflight.of(network, DIGITS).findings().get(0);

        assertThat(finding.rule()).isEqualTo(Rule.VANISHING_DELTA);
        assertThat(finding.layer()).isEqualTo("hidden4");
        assertThat(finding.evidence()).contains("from hidden4 to hidden3");
        assertThat(finding.remedy()).startsWith("hidden4: draw the weights with std 0.208");
    }

    @Test
    void aDeepSigmoidNetworkLosesTheGradientInItsNonlinearity() {
        Checkup checkup = Preflight.of(Patients.mlp(0.1, 8, Activation.SIGMOID, WeightInit.XAVIER), DIGITS);

        assertThat(rules(checkup)).containsExactly(Rule.VANISHING_DELTA);
        assertThat(checkup.findings().get(0).change().kind()).isEqualTo(Remedy.Kind.CHANGE_ACTIVATION);
    }

    @Test
    void aDeepTorchLinearNetworkLosesTheGradient() {
        assertThat(rules(Preflight.of(Patients.mlp(0.1, 20, Activation.TANH, WeightInit.UNIFORM), DIGITS)))
                .containsExactly(Rule.VANISHING_DELTA);
    }

    @Test
    void wideRectifiersMakeTheGradientExplode() {
        MultiLayerNetwork network = Patients.mlp(0.1, 5, Activation.RELU, WeightInit.RELU);
        network.getParam("3_W").muli(3000);

        Checkup checkup = Preflight.of(network, DIGITS);

        assertThat(rules(checkup)).contains(Rule.EXPLODING_DELTA, Rule.OUTPUT_TOO_WIDE);
        Finding finding = finding(checkup, Rule.EXPLODING_DELTA);
        assertThat(finding.layer()).isEqualTo("hidden4");
        assertThat(finding.change().kind()).isEqualTo(Remedy.Kind.SCALE_WEIGHTS);
    }

    @Test
    void fiveLayersOfNZeroOneExplode() {
        Checkup checkup =
                Preflight.of(Patients.mlp(0.1, 5, Activation.TANH, Patients.normal(1), Patients.normal(1)), DIGITS);

        assertThat(rules(checkup)).contains(Rule.HIDDEN_SATURATION, Rule.EXPLODING_DELTA);
    }

    @Test
    void aBiasFarBelowZeroKillsRectifiers() {
        MultiLayerNetwork network = Patients.mlp(0.1, 3, Activation.RELU, WeightInit.RELU);
        network.getParam("1_b").assign(-20);

        Checkup checkup = Preflight.of(network, DIGITS);

        Finding dead = finding(checkup, Rule.DEAD_UNITS);
        assertThat(dead.layer()).isEqualTo("hidden2");
        assertThat(dead.change().kind()).isEqualTo(Remedy.Kind.ZERO_BIAS);
        assertThat(dead.evidence()).startsWith("64 of 64 units are dead");
    }

    @Test
    void fewerExamplesThanTheLimitSayNothingAboutDeadUnits() {
        MultiLayerNetwork network = Patients.mlp(0.1, 3, Activation.RELU, WeightInit.RELU);

        assertThat(Preflight.of(network, Patients.digits(3, 2)).report()).startsWith("Nothing found");
    }

    @Test
    void aNaNInTheFeaturesAndOneInTheWeightsAreLocated() {
        MultiLayerNetwork network = Patients.mlp(0.1, 3, Activation.TANH, WeightInit.XAVIER);
        DataSet batch = DIGITS.copy();
        batch.getFeatures().putScalar(7, 31, Double.NaN);
        Finding input = finding(Preflight.of(network, batch), Rule.NON_FINITE);
        network.getParam("1_W").putScalar(5, 9, Double.POSITIVE_INFINITY);
        Finding weight = finding(Preflight.of(network, DIGITS), Rule.NON_FINITE);

        assertThat(input.layer()).isEmpty();
        assertThat(input.unit()).isEqualTo(31);
        assertThat(input.evidence()).contains("NaN in input", "example 7");
        assertThat(input.change()).isEqualTo(Remedy.CHECK_DATA);
        assertThat(weight.layer()).isEqualTo("hidden2");
        assertThat(weight.unit()).isEqualTo(9);
        assertThat(weight.evidence()).contains("Infinity in W");
    }

    @Test
    void aTrainedNetworkIsNotJudgedAsAFreshOne() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, XAVIER, Patients.normal(1));
        assertThat(rules(Preflight.of(network, DIGITS))).contains(Rule.OUTPUT_TOO_WIDE);
        network.getLayerWiseConfigurations().setIterationCount(10);

        assertThat(Preflight.of(network, DIGITS).report())
                .matches("Nothing found: \\d+ rules looked at \\d+ layers on a batch of \\d+, loss \\d\\.\\d+\\.");
    }

    @Test
    void anOldCheckupCanBeJudgedAgainUnderOtherLimits() {
        Checkup checkup = Preflight.of(Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER), DIGITS);

        assertThat(Judge.judge(checkup.history(), Limits.DEFAULT)).isEqualTo(checkup.findings());
    }

    private static List<Rule> rules(Checkup checkup) {
        return checkup.findings().stream().map(Finding::rule).toList();
    }

    private static Finding finding(Checkup checkup, Rule rule) {
        return checkup.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among\n" + checkup.report()));
    }
}
