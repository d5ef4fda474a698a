package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Clipping;
import gradientlab.diagnostics.facts.ClippingKind;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.Noise;
import gradientlab.diagnostics.facts.Penalty;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.facts.UpdaterFacts;
import gradientlab.diagnostics.history.History;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about loss and configuration, on facts that are made by hand. */
class FactRulesTest extends FactRun {

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
        end = 1.2;
        assertThat(headline().rule()).as("it might learn more").isEqualTo(Rule.LAYERS_FROZEN);
        end = 0.5;
        assertThat(faults()).as("on purpose").isEmpty();
    }

    @Test
    void aLayerWithAThousandthOfTheOthersRateIsAsGoodAsFrozen() {
        LayerTraining fast = layer;
        layer = layer(new UpdaterFacts("Sgd", 1e-4, "", Double.NaN, Double.NaN, Double.NaN), false);
        assertThat(verdictWith(fast)).startsWith("layers-frozen");
        layer = layer(new UpdaterFacts("Sgd", 1e-2, "", Double.NaN, Double.NaN, Double.NaN), false);
        assertThat(verdictWith(fast)).doesNotContain("layers-frozen");
        layer = layer(new UpdaterFacts("Adam", 1e-5, "", 0.9, 0.999, 1e-8), false);
        assertThat(verdictWith(fast)).as("another updater, another rate").doesNotContain("layers-frozen");
    }

    private String verdictWith(LayerTraining other) {
        History run = history();
        TrainingFacts training = new TrainingFacts(List.of(output), List.of(layer, other), mean, minimised, 0, 0);
        return Said.judge(run.with(training, run.data())).stream()
                .map(finding -> finding.rule().label())
                .collect(Collectors.joining(" "));
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
    void regularisedWeightsThatShrankAreTheCauseThoughTheyWereNotPulledHardAtFirst() {
        end = 2;
        norms = new GradientNorms("h1", 0.1, 0.05, 0.1, 0.1);
        observed = new int[] {0, 100};
        runs.left = 0.1;
        assertThat(headline().rule()).isEqualTo(Rule.OVER_REGULARISED);
        assertThat(headline().evidence())
                .startsWith("regularised weights have shrunk to 10.0 % of the size they started with, limit 30.0 %");
        runs.left = 0.5;
        assertThat(faults()).isEmpty();
        runs.left = 0.1;
        norms = new GradientNorms("h1", 0.1, 0, 0.1, 0.1);
        assertThat(faults()).as("not regularised").isEmpty();
    }

    @Test
    void aScheduleUnderWhichTheSecondHalfHardlyMovesIsTheCause() {
        end = 1.5;
        steps = -5;
        layer = layer(new UpdaterFacts("Sgd", 0.1, "StepSchedule", Double.NaN, Double.NaN, Double.NaN), false);
        assertThat(headline().rule()).isEqualTo(Rule.UPDATE_RATIO);
        assertThat(headline().cause())
                .isEqualTo("the schedule StepSchedule keeps the learning rate too low for the second half of the run");
        assertThat(headline().evidence())
                .isEqualTo("in the last 100 iterations the parameters moved by 0.100 % of their norm at most,"
                        + " limit 2.00 %, and the loss is 1.50 against 2.30 for a guess");
        end = 1;
        assertThat(faults())
                .as("a rate that falls to nothing after it has done its work")
                .isEmpty();
        end = 1.5;
        steps = -3;
        assertThat(faults()).isEmpty();
        steps = -5;
        layer = layer(new UpdaterFacts("Sgd", 0.1, "", Double.NaN, Double.NaN, Double.NaN), false);
        assertThat(faults()).as("a constant rate has its own rule").doesNotContain("schedule");
        layer = layer(new UpdaterFacts("Sgd", 0.1, "StepSchedule", Double.NaN, Double.NaN, Double.NaN), false);
        steps = Double.NaN;
        assertThat(faults()).as("updates that were not measured prove nothing").doesNotContain("update-ratio");
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

        Finding finding = Said.judge(startingWithSteps(-0.3)).get(0);

        assertThat(finding.change()).isEqualTo(Remedy.warmUp());
        assertThat(finding.cause()).startsWith("the first updates are too large for a fresh network");
        assertThat(Said.judge(startingWithSteps(0)).get(0).change())
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
