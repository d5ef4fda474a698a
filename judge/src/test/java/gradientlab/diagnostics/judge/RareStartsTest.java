package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.ColumnFacts;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Padding;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.facts.TrainingFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules about weights, biases, features and losses at the start of a run, on networks that are made by hand. */
class RareStartsTest {

    private static final double LN_10 = Math.log(10);

    private final Chain chain = Chain.of(ActivationFunction.TANH, ActivationFunction.TANH);

    @Test
    void aBiasThatIsLargerThanTheSpreadOfZIsWhatSaturates() {
        Chain.Part h1 = chain.part("h1");
        Chain.Part h2 = chain.part("h2");
        h1.mean = 3;
        assertThat(chain.causes()).as("no bias").isEqualTo("undetermined.cause");
        h1.bias = 3;
        assertThat(chain.finding(Rule.HIDDEN_SATURATION).change()).isEqualTo(Remedy.zeroBias("h1", 3));
        assertThat(chain.causes()).isEqualTo("bias-too-large.cause");
        h2.bias = 2;
        assertThat(chain.causes()).isEqualTo("bias-too-large.cause.several");
    }

    @Test
    void aNonlinearityOtherThanTanhIsJudgedByItsSlope() {
        chain.part("h1").nonlinearity = ActivationFunction.SIGMOID;
        chain.part("h1").std = 6;
        assertThat(chain.finding(Rule.HIDDEN_SATURATION).evidence()).contains("(sigmoid, |f'| <");
        chain.part("h2").std = 6;
        assertThat(chain.finding(Rule.HIDDEN_SATURATION).evidence()).endsWith("saturated layers above it: 1");
        chain.part("h1").std = 2;
        chain.part("h2").std = 0.5;
        assertThat(rules()).isEmpty();
    }

    @Test
    void weightsThatAreWiderThanRecommendedAreTheCauseOfSaturation() {
        chain.part("h1").std = 6;
        assertThat(chain.causes()).as("healthy weights").isEqualTo("pre-activations-too-wide.cause");
        chain.part("h1").weights = 2;
        assertThat(chain.causes()).isEqualTo("weights-too-wide.cause");
        chain.part("h2").weights = 2;
        assertThat(chain.causes()).isEqualTo("weights-too-wide.cause.several");
    }

    @Test
    void logitsAreWidenedByWeightsABiasOrTheInputOfTheOutput() {
        chain.loss = 6;
        chain.part("out").std = 5;
        assertThat(causeOfLogits()).isEqualTo("output-input-too-wide.cause");
        chain.part("out").bias = 2.9;
        assertThat(causeOfLogits()).isEqualTo("output-bias-too-large.cause");
        chain.part("out").weights = 2;
        assertThat(causeOfLogits()).isEqualTo("output-weights-too-wide.cause");
    }

    @Test
    void aNonlinearityThatGrowsFasterThanItsInputIsNamedBeforeTheWeights() {
        chain.loss = 6;
        chain.part("out").std = 5;
        chain.part("h1").nonlinearity = ActivationFunction.CUBE;
        chain.part("h1").weights = 0.05;
        assertThat(causeOfLogits()).isEqualTo("output-input-too-wide.cause");
        chain.part("h1").grows = 100;
        assertThat(causeOfLogits()).isEqualTo("growing-nonlinearity.cause");
    }

    private String causeOfLogits() {
        return chain.finding(Rule.OUTPUT_TOO_WIDE).wording().cause().key();
    }

    @Test
    void aRegressionThatStartsFarAboveTheBestConstantIsComparedWithIt() {
        regression(1);
        chain.loss = 30;
        chain.part("out").std = 5;
        assertThat(chain.finding(Rule.INITIAL_LOSS_TOO_HIGH).evidence())
                .isEqualTo("loss 30.0 against 1.00 for the best constant output, limit 5.00 times that");
        chain.loss = 4;
        assertThat(rules()).isEmpty();
    }

    @Test
    void aLossOfWhichNoGuessIsKnownIsComparedWithItsStart() {
        regression(Double.NaN);
        chain.loss = 3;
        chain.end = 3;
        assertThat(chain.finding(Rule.LOSS_NOT_FALLING).evidence())
                .isEqualTo("loss 3.00 after 200 iterations against 3.00 at the start (medians of 20),"
                        + " limit a fall by 2.00 %");
        chain.end = 1;
        assertThat(rules()).isEmpty();
    }

    /** Of one value, whose best constant has this loss. */
    private void regression(double guessing) {
        chain.part("out").nonlinearity = ActivationFunction.IDENTITY;
        chain.training =
                new TrainingFacts(List.of(FactRun.output("identity", LossKind.MSE, 1)), List.of(), true, true, 0, 0);
        var targets = FactRun.targets(TargetKind.VALUE, -2, 2, guessing, FactRun.classes(512, 0), FactRun.RELATED);
        chain.data = new DataFacts(List.of(), List.of(targets), chain.data.batches());
    }

    @Test
    void aColumnThatIsWideOrFarFromZeroIsNamedByItsNumber() {
        columns(new Column(4, 0, 30, -50, 50, 0, false));
        assertThat(chain.finding(Rule.INPUT_COLUMNS).evidence()).startsWith("column 4 of 20 has mean 0 and");
        columns(new Column(7, 9, 2, 4, 14, 0, false));
        assertThat(chain.finding(Rule.INPUT_COLUMNS).line()).contains("input, feature 7, iteration 0");
        assertThat(chain.causes()).isEqualTo("input-columns.cause.offset");
        columns(new Column(7, 5, 2, 0, 10, 0, false));
        assertThat(rules()).isEmpty();
    }

    private void columns(Column worst) {
        List<Column> one = List.of(worst);
        var columns = new ColumnFacts(20, 20, 0, 0, 0, 1, 0, 1, 1, 0.05, 0, false, -3, 3, one, one, one, List.of());
        chain.data = new DataFacts(
                List.of(new InputFacts("input", InputKind.TABLE, 400, 0, columns, Padding.NONE)),
                List.of(),
                chain.data.batches());
    }

    @Test
    void whatIsNotFiniteIsBlamedOnWhereItFirstShows() {
        chain.observed = new int[] {0, 5};
        assertThat(rules()).isEmpty();
        chain.part("h2").broken = 5;
        assertThat(chain.finding(Rule.NON_FINITE).cause()).startsWith("an update made the parameter so");
        chain.end = LN_10;
        chain.steps = -0.5;
        assertThat(chain.finding(Rule.NON_FINITE).cause()).isEqualTo("the updates grew until a number overflowed");
        assertThat(chain.finding(Rule.NON_FINITE).evidence())
                .contains("NaN in W")
                .doesNotContain("example");
        chain.part("h2").broken = 0;
        assertThat(chain.causes()).contains("non-finite.cause.start");
        chain.part("h1").nonlinearity = ActivationFunction.CUBE;
        chain.part("h1").grows = Double.POSITIVE_INFINITY;
        assertThat(chain.finding(Rule.NON_FINITE).change())
                .isEqualTo(Remedy.changeActivation("h1", ActivationFunction.TANH));
        float[] features = chain.input.values().clone();
        features[45] = Float.NaN;
        chain.input = new Matrix(chain.input.rows(), chain.input.columns(), features);
        assertThat(chain.finding(Rule.NON_FINITE).cause()).isEqualTo("the features contain it");
        assertThat(chain.finding(Rule.NON_FINITE).line()).contains("network, feature 5, iteration 0");
        assertThat(chain.finding(Rule.NON_FINITE).evidence()).contains("example 2");
    }

    @Test
    void weightsOfOneValueMakeUnitsIdentical() {
        chain.part("h1").constant = true;
        assertThat(chain.causes()).isEqualTo("symmetric-units.cause");
        chain.part("h1").gradient = 1;
        assertThat(chain.finding(Rule.SYMMETRIC_UNITS).severity()).isEqualTo(Severity.HINT);
        assertThat(chain.causes()).as("one step tells them apart").isEqualTo("symmetric-units.cause.apart");
        chain.part("h1").gradient = Double.NaN;
        chain.part("h2").constant = true;
        assertThat(chain.causes()).isEqualTo("symmetric-units.cause.several");
        assertThat(chain.finding(Rule.SYMMETRIC_UNITS).remedy()).contains("h1").contains("h2");
    }

    @Test
    void aGradientIsLostInAFlatNonlinearityOrInNarrowWeights() {
        chain.part("h1").delta = 1e-6;
        chain.part("h1").nonlinearity = ActivationFunction.SIGMOID;
        assertThat(chain.finding(Rule.VANISHING_DELTA).wording().remedy().key()).isEqualTo("small-slope.remedy");
        assertThat(chain.finding(Rule.VANISHING_DELTA).remedy()).startsWith("h1: use relu instead of sigmoid");
        chain.part("h2").weights = 0.001;
        assertThat(cause()).isEqualTo("vanishing-delta.cause.narrow");
        chain.part("h2").constant = true;
        assertThat(cause()).isEqualTo("vanishing-delta.cause.constant");
        chain.part("h1").delta = 1e-4;
        assertThat(rules()).doesNotContain(Rule.VANISHING_DELTA);
    }

    private String cause() {
        return chain.finding(Rule.VANISHING_DELTA).wording().cause().key();
    }

    private List<Rule> rules() {
        return chain.findings().stream().map(Finding::rule).toList();
    }
}
