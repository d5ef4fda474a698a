package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.facts.BatchFacts;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.Clipping;
import gradientlab.diagnostics.facts.ClippingKind;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.Penalty;
import gradientlab.diagnostics.facts.Relation;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.facts.UpdaterFacts;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about data, labels, loss and configuration, on facts that are made by hand. */
class FactRulesTest {

    private static final double LN_10 = Math.log(10);
    private static final int STEPS = 200;
    private static final Relation RELATED = new Relation(300, true, 0.9, 0.1, 0.02, 0.5, 0.01);
    private static final Relation UNRELATED = new Relation(300, true, 0.11, 0.1, 0.02, 0.005, 0.01);

    private final Runs runs = new Runs(2);
    private OutputFacts output = output("softmax", LossKind.MCXENT, 10);
    private TargetFacts targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), RELATED);
    private BatchFacts batches = new BatchFacts(STEPS, 60, 32, 32, 60, 1920, 1800, 0);
    private LayerTraining layer = layer(new UpdaterFacts("Sgd", 0.1, "", Double.NaN, Double.NaN, Double.NaN), false);
    private boolean mean = true;
    private boolean minimised = true;
    private double end = LN_10;
    private double steps = -3;
    private GradientNorms norms;
    private double penalty = Double.NaN;

    private static OutputFacts output(String activation, LossKind loss, int units) {
        return new OutputFacts("out", "OutputLayer", activation, loss, "Loss" + loss, false, true, units);
    }

    private static ClassFacts classes(int distinct, int uniform) {
        return new ClassFacts(distinct, 1.0 / distinct, 60, uniform, 0.01);
    }

    private static TargetFacts targets(
            TargetKind kind, double min, double max, double guessing, ClassFacts classes, Relation relation) {
        double middle = (min + max) / 2;
        double std = (max - min) / 4;
        List<Column> each = List.of(new Column(0, middle, std, min, max, 0, false));
        return new TargetFacts(
                "out", kind, 10, 1920, 1, 0, 0, each, min, max, 1, max == 0, false, classes, guessing, relation);
    }

    private static LayerTraining layer(UpdaterFacts updater, boolean frozen) {
        return new LayerTraining(
                "h1",
                "DenseLayer",
                420,
                List.of("W"),
                frozen,
                updater,
                Penalty.NONE,
                Noise.NONE,
                Noise.NONE,
                Clipping.NONE,
                Double.NaN);
    }

    private History history() {
        Observation seen = runs.at(0);
        if (norms != null) {
            seen = seen.with(List.of(), List.of(norms));
        }
        List<Double> losses = IntStream.range(0, STEPS)
                .mapToObj(i -> LN_10 + (end - LN_10) * Math.min(1, 2.0 * i / STEPS))
                .toList();
        List<Double> penalties = Double.isNaN(penalty) ? List.of() : Collections.nCopies(STEPS, penalty);
        List<Double> all = IntStream.range(0, STEPS)
                .mapToObj(i -> losses.get(i) + (penalties.isEmpty() ? 0 : penalty))
                .toList();
        return new History(
                runs.structure(),
                List.of(seen),
                0,
                all,
                Collections.nCopies(STEPS, steps),
                penalties,
                new TrainingFacts(List.of(output), List.of(layer), mean, minimised, 0, 0),
                new DataFacts(List.of(), List.of(targets), batches));
    }

    private Finding headline() {
        List<Finding> findings = Judge.judge(history());
        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).severity()).isEqualTo(Severity.FAULT);
        return findings.get(0);
    }

    private String faults() {
        return Judge.judge(history()).stream()
                .filter(finding -> finding.severity() == Severity.FAULT)
                .map(finding -> finding.rule().label())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aRunThatLearnsHasNoFault() {
        end = 0.5;

        assertThat(faults()).isEmpty();
    }

    @Test
    void aRunThatGoesNowhereWithoutAReasonSaysSo() {
        assertThat(headline().rule()).isEqualTo(Rule.LOSS_NOT_FALLING);
        assertThat(headline().cause()).startsWith("not determined");
        assertThat(headline().change()).isEqualTo(Remedy.OTHER);
    }

    @Test
    void targetsThatAreAllTheSameAreLost() {
        end = 0.01;
        targets = targets(TargetKind.ONE_HOT, 0, 1, 0, classes(1, 60), Relation.NONE);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_CONSTANT);
        targets = targets(TargetKind.BINARY, 0, 0, 0, classes(1, 60), Relation.NONE);
        assertThat(headline().cause()).endsWith("all of them are 0");
    }

    @Test
    void targetsThatDoNotFollowAreSaidToOnlyOfARunThatDoesNotLearn() {
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 0), UNRELATED);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_UNRELATED);
        assertThat(headline().evidence())
                .startsWith("of 300 examples")
                .contains("0.500 standard deviations, limit 3.00");
        end = 0.5;
        assertThat(faults()).as("a relation that hides, such as parity").isEmpty();
    }

    @Test
    void batchesOfASingleClassAreSorted() {
        end = 1.5;
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10, classes(10, 40), RELATED);

        assertThat(headline().rule()).isEqualTo(Rule.LABELS_SORTED);
        assertThat(headline().evidence()).startsWith("40 of 60 batches hold a single class");
    }

    @Test
    void oneSmallBatchAgainAndAgainIsNoDataSet() {
        end = 0.01;
        batches = new BatchFacts(STEPS, 60, 32, 32, 1, 1920, 32, 0);
        assertThat(headline().rule()).isEqualTo(Rule.BATCH_REPEATED);
        batches = new BatchFacts(STEPS, 60, 4, 4, 1, 240, 4, 0);
        assertThat(faults()).as("XOR has four examples").isEmpty();
        batches = new BatchFacts(STEPS, 60, 150, 150, 1, 9000, 150, 0);
        assertThat(faults()).as("the whole of a small data set").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "softmax,  MCXENT, 1,  a softmax over one unit is 1",
        "sigmoid,  MCXENT, 10, the loss takes the outputs for probabilities that sum to 1",
        "identity, MCXENT, 10, the loss takes the outputs for probabilities that sum to 1",
        "sigmoid,  MCXENT, 1,  the loss of one unit counts only the examples whose target is 1",
        "identity, XENT,   10, the loss takes the outputs for probabilities",
        "softmax,  MSE,    10, the gradient of a squared or absolute error through softmax",
        "sigmoid,  MSE,    10, the gradient of a squared or absolute error through sigmoid",
    })
    void anOutputThatDoesNotFitItsLossIsTheCause(String activation, LossKind loss, int units, String cause) {
        output = output(activation, loss, units);

        assertThat(headline().rule()).isEqualTo(Rule.OUTPUT_MISMATCH);
        assertThat(headline().cause()).startsWith(cause);
        assertThat(headline().change().kind()).isEqualTo(Remedy.Kind.CHANGE_OUTPUT);
    }

    @ParameterizedTest
    @CsvSource({"softmax, MSE, 10", "sigmoid, XENT, 1", "softmax, MCXENT, 10", "identity, MSE, 1", "tanh, MSE, 2"})
    void anOutputThatLearnsOrFitsPasses(String activation, LossKind loss, int units) {
        output = output(activation, loss, units);
        end = 0.3;

        assertThat(faults()).isEmpty();
    }

    @Test
    void targetsOutOfReachAreNamedWithTheRange() {
        output = output("sigmoid", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -3, 9, 8, classes(512, 0), RELATED);
        end = 7.9;
        assertThat(headline().rule()).isEqualTo(Rule.TARGETS_OUT_OF_RANGE);
        assertThat(headline().evidence()).isEqualTo("targets from -3.00 to 9.00, but sigmoid gives 0 to 1.00");
        targets = targets(TargetKind.CLASS_INDEX, 0, 9, 8, classes(10, 0), RELATED);
        assertThat(headline().cause()).startsWith("the targets are class numbers");
    }

    /** Of several targets that may be 1 only the mean of the column counts here: 1.5 of a row. */
    @ParameterizedTest
    @CsvSource({
        "softmax,  MSE,    1,  VALUE,       9, a softmax over one unit is 1,                          IDENTITY",
        "identity, XENT,   1,  VALUE,       9, a cross entropy takes the targets for probabilities,   IDENTITY",
        "softmax,  MCXENT, 10, MULTI_LABEL, 3, several targets of a row are 1,                        SIGMOID",
        "sigmoid,  HINGE,  10, ONE_HOT,     1, a hinge loss asks for targets of -1 and 1,             SOFTMAX",
        "identity, HINGE,  1,  BINARY,      1, a hinge loss asks for targets of -1 and 1,             SIGMOID",
    })
    void theTargetsDecideWhichOutputWouldFit(
            String activation, LossKind loss, int units, TargetKind kind, double max, String cause, String better) {
        output = output(activation, loss, units);
        targets = targets(kind, 0, max, LN_10, classes(2, 0), RELATED);

        assertThat(headline().rule()).isEqualTo(Rule.OUTPUT_MISMATCH);
        assertThat(headline().cause()).startsWith(cause);
        assertThat(headline().change().activation()).isEqualTo(better);
    }

    @Test
    void rowsOfZerosAndASingleOneAreNotSeveral() {
        end = 0.3;
        targets = targets(TargetKind.MULTI_LABEL, 0, 1, LN_10, classes(2, 0), RELATED);

        assertThat(faults()).isEmpty();
    }

    @Test
    void targetsThatAreTheSameWithinEachBatchAreLost() {
        output = output("identity", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -1, 1, 1, classes(60, 60), RELATED);
        assertThat(headline().rule()).isEqualTo(Rule.LABELS_CONSTANT);
        assertThat(headline().cause()).startsWith("the targets were averaged over the batch");
        targets = targets(TargetKind.VALUE, -1, 1, 1, classes(60, 59), RELATED);
        assertThat(headline().rule()).isNotEqualTo(Rule.LABELS_CONSTANT);
    }

    @Test
    void anAbsoluteErrorIsNotComparedWithTheEntropyOfAGuess() {
        output = output("softmax", LossKind.MAE, 10);
        targets = targets(TargetKind.ONE_HOT, 0, 1, Double.NaN, classes(10, 0), RELATED);
        end = 0.9; // below half of ln 10, but not below half of the start, which is ln 10 here
        assertThat(faults()).isEmpty();
        end = 2;
        assertThat(headline().rule()).isEqualTo(Rule.OUTPUT_MISMATCH);
    }

    @Test
    void targetsOfARegressionThatAreFarFromOneAreNotScaled() {
        output = output("identity", LossKind.MSE, 1);
        targets = targets(TargetKind.VALUE, -10, 50, 200, classes(512, 0), RELATED);
        end = 199;

        assertThat(headline().rule()).isEqualTo(Rule.TARGETS_NOT_SCALED);
        assertThat(headline().change().number("std")).isEqualTo(15);
        end = 9;
        assertThat(faults()).as("they are learned all the same").isEmpty();
        targets = targets(TargetKind.VALUE, -100, 500, 20_000, classes(512, 0), RELATED);
        assertThat(headline().rule()).as("far beyond").isEqualTo(Rule.TARGETS_NOT_SCALED);
    }

    @Test
    void aLossThatIsClimbedIsReadFromTheConfiguration() {
        minimised = false;
        assertThat(headline().rule()).isEqualTo(Rule.GRADIENT_ASCENT);
        minimised = true;
        layer = layer(new UpdaterFacts("Sgd", -0.1, "", Double.NaN, Double.NaN, Double.NaN), false);
        assertThat(headline().evidence()).isEqualTo("the learning rate is -0.100");
    }

    @Test
    void aSummedGradientIsTheCauseOnlyWhereStepsAreLarge() {
        mean = false;
        targets = targets(TargetKind.ONE_HOT, 0, 1, LN_10 / 32, classes(10, 0), RELATED);
        assertThat(faults()).doesNotContain("loss-summed");
        steps = -0.5;
        assertThat(headline().rule()).isEqualTo(Rule.LOSS_SUMMED);
        assertThat(headline().change().number("factor")).isEqualTo(1.0 / 32);
    }

    @Test
    void layersThatWereNeverTrainedAndAreFrozenAreNamed() {
        layer = layer(layer.updater(), true);

        assertThat(headline().rule()).isEqualTo(Rule.LAYERS_FROZEN);
        assertThat(headline().change()).isEqualTo(Remedy.unfreeze("h1"));
    }

    @Test
    void regularisationThatPullsHarderThanTheDataIsTheCause() {
        end = 2;
        norms = new GradientNorms("h1", 0.1, 0.5, 0.1, 0.1);
        penalty = 4;
        assertThat(headline().rule()).isEqualTo(Rule.OVER_REGULARISED);
        assertThat(headline().change().number("factor")).isEqualTo(0.02);
        norms = new GradientNorms("h1", 0.1, 0.05, 0.1, 0.1);
        penalty = 0.01;
        assertThat(faults()).isEmpty();
    }

    @Test
    void dropoutThatLeavesLittleIsTheCause() {
        end = 2.2;
        layer = new LayerTraining(
                "h1",
                "DenseLayer",
                420,
                List.of("W"),
                false,
                layer.updater(),
                Penalty.NONE,
                new Noise("Dropout", 0.97),
                Noise.NONE,
                Clipping.NONE,
                Double.NaN);

        assertThat(headline().rule()).isEqualTo(Rule.DROPOUT_TOO_STRONG);
        assertThat(headline().evidence()).startsWith("Dropout drops 97.0 % of the values");
    }

    @Test
    void clippingThatLeavesNothingIsTheCauseWhereNothingMoves() {
        norms = new GradientNorms("h1", 1, 0, 1, 1e-6);
        steps = -7;
        layer = new LayerTraining(
                "h1",
                "DenseLayer",
                420,
                List.of("W"),
                false,
                layer.updater(),
                Penalty.NONE,
                Noise.NONE,
                Noise.NONE,
                new Clipping(ClippingKind.CLIP_PER_LAYER, 1e-6),
                Double.NaN);
        assertThat(headline().rule()).isEqualTo(Rule.CLIPPED_TO_NOTHING);
        steps = -2;
        assertThat(faults()).as("an updater that normalises moves all the same").doesNotContain("clipped");
    }

    @Test
    void parametersThatHardlyMoveProveALowLearningRate() {
        steps = -5;
        end = 2.1;
        assertThat(headline().rule()).isEqualTo(Rule.UPDATE_RATIO);
        assertThat(headline().evidence())
                .isEqualTo("in 200 iterations the parameters moved by 0.200 % of their norm at most, limit 10.0 %,"
                        + " and the loss is 2.10 against 2.30 for a guess");
        assertThat(headline().change()).isEqualTo(Remedy.RAISE_LEARNING_RATE);
        end = 1.2;
        assertThat(faults()).isEmpty();
    }

    @Test
    void firstStepsOfAnUpdaterThatNormalisesAskForAWarmUp() {
        layer = layer(new UpdaterFacts("Adam", 0.1, "", 0.9, 0.999, 1e-8), false);

        Finding finding = Judge.judge(startingWithSteps(-0.3)).get(0);

        assertThat(finding.change()).isEqualTo(Remedy.warmUp());
        assertThat(finding.cause()).startsWith("the first updates are too large for a fresh network");
        assertThat(Judge.judge(startingWithSteps(0)).get(0).change())
                .as("they replaced the parameters, which makes the later ones look small")
                .isEqualTo(Remedy.multiplyLearningRate(0.01));
    }

    /** Three of this size, then 10^-3. */
    private History startingWithSteps(double log10) {
        List<Double> ratios =
                IntStream.range(0, STEPS).mapToObj(i -> i < 3 ? log10 : -3.0).toList();
        History run = history();
        return new History(
                run.structure(), run.observations(), 0, run.losses(), ratios, List.of(), run.training(), run.data());
    }

    @Test
    void softmaxBelowTheOutputIsTheCauseOfARunThatDoesNotLearn() {
        runs.nonlinearity = ActivationFunction.SOFTMAX;
        assertThat(headline().rule()).isEqualTo(Rule.SOFTMAX_TWICE);
        assertThat(headline().change()).isEqualTo(Remedy.changeActivation("h1", ActivationFunction.RELU));
        end = 0.5;
        assertThat(faults()).isEmpty();
    }
}
