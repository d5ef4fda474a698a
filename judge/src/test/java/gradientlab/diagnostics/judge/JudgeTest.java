package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Rules at their limits, on hand-made runs: just beyond fires, just within does not. */
class JudgeTest {

    private static final double LN_10 = Math.log(10);

    private final Runs runs = new Runs(2);

    @Test
    void aHealthyRunGivesNoFinding() {
        assertThat(rules(runs.history(falling(LN_10, 0.3, 300), 0, 1, 10, 100))).isEmpty();
    }

    @Test
    void anInitialLossOneAndAHalfNatsAboveChanceIsTheLimit() {
        runs.loss = LN_10 + 1.4;
        assertThat(rules(runs.history(0))).isEmpty();
        runs.loss = LN_10 + 1.6;
        assertThat(rules(runs.history(0))).containsExactly(Rule.INITIAL_LOSS_TOO_HIGH);
        assertThat(rules(runs.history(5))).as("not fresh").isEmpty();
    }

    @Test
    void aFreshNetworkThatKnowsTheAnswersIsSuspiciousOnlyWhenItIsCertain() {
        runs.loss = 0.1;
        assertThat(rules(runs.history(0))).as("a loss that is no cross entropy").isEmpty();
        runs.logitStd = 1.99 * 30;
        assertThat(rules(runs.history(0))).contains(Rule.INITIAL_LOSS_TOO_LOW);
    }

    @Test
    void aStandardDeviationOfTwoIsTheLimitOfTheLogits() {
        runs.loss = LN_10 + 1;
        runs.logitStd = 1.95;
        assertThat(rules(runs.history(0))).isEmpty();
        runs.logitStd = 2.05;
        assertThat(rules(runs.history(0))).containsExactly(Rule.OUTPUT_TOO_WIDE);
        runs.loss = LN_10 + 0.4;
        assertThat(rules(runs.history(0))).as("as good as a guess").isEmpty();
    }

    @Test
    void fortyPerCentSaturatedIsTheLimitAndTheFirstLayerIsNamed() {
        runs.z = (iteration, layer, row, unit) -> layer == 2 && unit < 7 ? 3 * sign(row) - 0.5 * sign(row) : 0.1;
        assertThat(rules(runs.history(0))).as("35 %").isEmpty();
        runs.z = (iteration, layer, row, unit) -> layer == 2 && unit < 9 ? 2.5 * sign(row) : 0.1;
        Finding finding = Said.judge(runs.history(0)).get(0);

        assertThat(finding.rule()).isEqualTo(Rule.HIDDEN_SATURATION);
        assertThat(finding.layer()).isEqualTo("h2");
        assertThat(finding.evidence()).startsWith("45.0 % of the activations on a batch of 32 are saturated");
    }

    @Test
    void whatIsNotFiniteIsNotCalledSaturated() {
        runs.z = (iteration, layer, row, unit) -> unit < 9 ? Double.POSITIVE_INFINITY : 0.1;

        // 9 of 20 units, which let no gradient through
        assertThat(runs.at(0).measured("h1").orElseThrow().saturatedShare()).isEqualTo(0.45);
        assertThat(rules(runs.history(0))).contains(Rule.NON_FINITE).doesNotContain(Rule.HIDDEN_SATURATION);
    }

    @Test
    void aWideStartThatNoWeightsExplainYieldsToAStepThatReplacedTheParameters() {
        runs.logitStd = 9;
        runs.loss = 12;
        History run = runs.history(0);
        List<Double> losses = falling(12, 12, 300);

        assertThat(Said.judge(steps(run, losses, 0, 0)).get(0).change().kind())
                .isEqualTo(Remedy.Kind.MULTIPLY_LEARNING_RATE);
        assertThat(Said.judge(steps(run, losses, 0, -0.5)).get(0).rule())
                .as("a third of the parameters")
                .isEqualTo(Rule.INITIAL_LOSS_TOO_HIGH);
        assertThat(Said.judge(steps(run, losses, 100, 0)).get(0).rule())
                .as("long after the start")
                .isEqualTo(Rule.INITIAL_LOSS_TOO_HIGH);
    }

    @Test
    void saturationThatComesWithTheTrainingIsBlamedOnTheLearningRateOnlyWhereAStepWasAsLargeAsTheWeights() {
        runs.z = (iteration, layer, row, unit) -> iteration >= 10 ? 2.5 * sign(row) : 0.1;
        History run = runs.history(0, 5, 10, 20);
        List<Double> losses = falling(LN_10, 2, 20);

        Finding large = Said.judge(steps(run, losses, 7, -0.5)).get(0);
        Finding late = Said.judge(steps(run, losses, 15, -0.5)).get(0);

        assertThat(large.iteration()).isEqualTo(10);
        assertThat(large.layer()).isEqualTo("h1");
        assertThat(large.change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
        assertThat(large.cause()).contains("made at iteration 7 is 0.316 times as large");
        assertThat(late.change()).isEqualTo(Remedy.OTHER);
        assertThat(late.cause()).startsWith("not determined").contains("0.100 %");
    }

    @Test
    void saturationDoesNotHoldParametersThatSmallStepsLeaveWhereTheyAre() {
        runs.z = (iteration, layer, row, unit) -> layer == 2 && unit < 9 ? 2.5 * sign(row) : 0.1;
        History run = runs.history(0);
        List<Double> losses = Collections.nCopies(200, LN_10);
        List<Double> small = Collections.nCopies(200, -4.0);
        List<Double> usual = Collections.nCopies(200, -2.5);

        assertThat(Said.judge(new History(run.structure(), run.observations(), 0, losses, usual))
                        .get(0)
                        .rule())
                .isEqualTo(Rule.HIDDEN_SATURATION);
        assertThat(Said.judge(new History(run.structure(), run.observations(), 0, losses, small))
                        .get(0)
                        .change())
                .as("200 steps of 10^-4 are 2 %% of the way")
                .isEqualTo(Remedy.RAISE_LEARNING_RATE);
    }

    @Test
    void aLossThatJumpsOverWeightsThatStartTooWideIsNotBlamedOnTheLearningRate() {
        runs.z = (iteration, layer, row, unit) -> 2.5 * sign(row);
        List<Double> wild = noisy(3, 1.5);
        assertThat(find(Rule.LOSS_OSCILLATING, runs.history(wild, 0)).change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
        runs.weightStd = 1;
        assertThat(find(Rule.LOSS_OSCILLATING, runs.history(wild, 0)).change().kind())
                .isEqualTo(Remedy.Kind.SCALE_WEIGHTS);
    }

    /** Steps of 10^-3, but for one. */
    private static History steps(History run, List<Double> losses, int iteration, double log10) {
        List<Double> ratios = IntStream.range(0, losses.size())
                .mapToObj(i -> i == iteration ? log10 : -3.0)
                .toList();
        return new History(run.structure(), run.observations(), 0, losses, ratios);
    }

    @Test
    void halfOfTheUnitsMayBeDeadAtFirstSightAndAQuarterMayDieLater() {
        runs.nonlinearity = ActivationFunction.RELU;
        runs.z = (iteration, layer, row, unit) -> unit < 10 ? -1 : sign(row);
        assertThat(rules(runs.history(0, 1, 2)))
                .as("a deep rectifier network at birth")
                .isEmpty();
        runs.z = (iteration, layer, row, unit) -> layer == 1 && unit < 11 ? -1 : sign(row);
        assertThat(rules(runs.history(0))).containsExactly(Rule.DEAD_UNITS);
        runs.z = (iteration, layer, row, unit) -> layer == 1 && unit < 5 && iteration > 0 ? -1 : sign(row);
        assertThat(rules(runs.history(0, 1, 2))).as("5 of 20").isEmpty();
        runs.z = (iteration, layer, row, unit) -> layer == 1 && unit < 6 && iteration > 0 ? -1 : sign(row);
        assertThat(rules(runs.history(0, 1))).containsExactly(Rule.STEP_KILLED_UNITS);
        assertThat(rules(runs.history(0, 1, 2))).containsExactly(Rule.DEAD_UNITS, Rule.STEP_KILLED_UNITS);
        assertThat(Said.judge(runs.history(0, 1, 2)))
                .extracting(Finding::severity)
                .as("nobody can say why, and no harm is seen")
                .containsExactly(Severity.HINT, Severity.HINT);
        assertThat(Said.judge(steps(runs.history(0, 1, 2), falling(LN_10, 2, 3), 0, -0.5)))
                .extracting(Finding::severity)
                .as("one cause, one consequence")
                .containsExactly(Severity.FAULT, Severity.ALSO_SEEN);
        runs.rows = 15;
        assertThat(rules(runs.history(0, 1, 2))).as("too few examples").isEmpty();
    }

    @Test
    void theStepThatKilledIsExactWhereBothSidesWereSeenAndAnIntervalOtherwise() {
        runs.nonlinearity = ActivationFunction.RELU;
        runs.z = (iteration, layer, row, unit) -> layer == 2 && unit >= 8 && iteration > 7 ? -1 : sign(row);
        History apart = runs.history(0, 5, 10);

        Finding exact = killed(runs.history(0, 7, 8));
        Finding interval = killed(apart);
        List<Double> ratios =
                IntStream.range(0, 10).mapToObj(i -> i == 7 ? 0.5 : -3.0).toList();
        Finding largest = killed(new History(
                apart.structure(),
                apart.observations(),
                0,
                IntStream.range(0, 10).mapToObj(i -> 2.3).toList(),
                ratios));

        assertThat(exact.layer()).isEqualTo("h2");
        assertThat(exact.iteration()).isEqualTo(7);
        assertThat(exact.evidence()).startsWith("the update made at iteration 7 killed 12 of 20 units (units 8, 9");
        assertThat(interval.evidence()).startsWith("the updates from iteration 5 to 10 killed 12");
        assertThat(largest.iteration()).isEqualTo(7);
        assertThat(largest.evidence()).contains("of which the largest is the update made at iteration 7");
    }

    @Test
    void theDeltaOfWhatTrainedPassesAndOfWhatDidNotDoesNot() {
        assertThat(depth(5, Math.pow(0.105, -0.25)))
                .as("torch linear, 5 layers")
                .isEmpty();
        assertThat(depth(20, 1 / 0.95)).as("Xavier, 20 layers").isEmpty();
        assertThat(depth(20, 1 / 1.3)).as("batch norm, 20 layers").isEmpty();
        assertThat(depth(20, 1 / 1.135)).as("Kaiming tanh, 20 layers").isEmpty();
        assertThat(depth(20, 1 / 0.571)).as("torch linear, 20 layers").containsExactly(Rule.VANISHING_DELTA);
        assertThat(depth(5, Math.pow(1.7e-4, -0.25))).as("N(0, 0.01)").containsExactly(Rule.VANISHING_DELTA);
        assertThat(depth(5, Math.pow(43, -0.25))).as("N(0, 1) tanh").containsExactly(Rule.EXPLODING_DELTA);
        assertThat(depth(4, 1 / 8.0)).as("N(0, 1) rectifier").containsExactly(Rule.EXPLODING_DELTA);
        assertThat(depth(2, 1 / 8.0)).as("two layers").isEmpty();
    }

    @Test
    void theLayerAtWhichDeltaFallsIsNamed() {
        Runs deep = new Runs(6);
        deep.delta = layer -> layer <= 3 ? 1e-8 : 1e-3;

        Finding finding = Said.judge(deep.history(0)).get(0);

        assertThat(finding.evidence()).contains("from h4 to h3").contains("1.0e-05");
        assertThat(finding.layer())
                .as("its own slope takes more than the weights above")
                .isEqualTo("h3");
    }

    @Test
    void theUpdateRatioNeverMakesAFindingAlone() {
        runs.updateRatio = -0.5;
        assertThat(rules(runs.history(falling(LN_10, 0.3, 300), 0, 1, 10, 100))).isEmpty();
        assertThat(rules(runs.history(falling(LN_10, LN_10, 300), 0, 1, 10, 100)))
                .containsExactlyInAnyOrder(Rule.LOSS_NOT_FALLING, Rule.UPDATE_RATIO);
        runs.updateRatio = -7;
        assertThat(rules(runs.history(falling(LN_10, 0.3, 300), 0, 1, 10, 100))).isEmpty();
        Finding low = find(Rule.UPDATE_RATIO, runs.history(falling(LN_10, LN_10, 300), 0, 1));
        assertThat(low.layer()).isEqualTo("h1");
        assertThat(low.change()).isEqualTo(Remedy.RAISE_LEARNING_RATE);
        runs.updateRatio = -3;
        assertThat(rules(runs.history(falling(LN_10, LN_10, 300), 0, 1))).containsExactly(Rule.LOSS_NOT_FALLING);
    }

    @Test
    void aLossFallsWhenItEndsFivePerCentBelowThatOfAGuess() {
        assertThat(rules(runs.history(falling(LN_10, 0.9 * LN_10, 200), 0))).isEmpty();
        assertThat(rules(runs.history(falling(LN_10, 0.97 * LN_10, 200), 0))).containsExactly(Rule.LOSS_NOT_FALLING);
        assertThat(rules(runs.history(falling(2.6, LN_10, 200), 0)))
                .as("falls to the loss of a guess")
                .containsExactly(Rule.LOSS_NOT_FALLING);
        assertThat(rules(runs.history(falling(LN_10, LN_10, 99), 0)))
                .as("too early to say")
                .isEmpty();
        assertThat(rules(runs.history(falling(0.2, 0.2, 300), 0)))
                .as("low already")
                .isEmpty();
        assertThat(rules(runs.history(falling(LN_10, 4, 300), 0))).as("rising").containsExactly(Rule.LOSS_NOT_FALLING);
    }

    @Test
    void theLearningRateIsBlamedForAJumpingLossOnlyWhereTheLogitsStartNarrow() {
        List<Double> wild = noisy(3, 1.5);
        assertThat(find(Rule.LOSS_OSCILLATING, runs.history(wild, 0)).change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
        runs.logitStd = 9;
        runs.loss = 12;
        Remedy output = find(Rule.LOSS_OSCILLATING, runs.history(wild, 0)).change();
        assertThat(output.kind()).isEqualTo(Remedy.Kind.SCALE_WEIGHTS);
        assertThat(output.layer()).isEqualTo("out");
        assertThat(output.number("std")).isEqualTo(0.01);
        assertThat(output.number("from")).as("as the weights were made").isCloseTo(0.3, within(1e-6));
    }

    @Test
    void aLossThatJumpsOscillatesButNotTheNoiseOfSmallBatches() {
        List<Double> wild = noisy(3, 1.5);

        assertThat(rules(runs.history(wild, 0))).contains(Rule.LOSS_OSCILLATING);
        assertThat(rules(runs.history(noisy(3, 0.2), 0))).doesNotContain(Rule.LOSS_OSCILLATING);
        runs.rows = 1;
        assertThat(rules(runs.history(wild, 0))).doesNotContain(Rule.LOSS_OSCILLATING);
    }

    @Test
    void theSameHistoryUnderOtherLimitsGivesOtherFindings() {
        runs.logitStd = 1.6;
        runs.loss = LN_10 + 1;
        Limits strict = Limits.DEFAULT.with("logitStd", 1);

        assertThat(rules(runs.history(0))).isEmpty();
        assertThat(Said.judge(runs.history(0), strict))
                .extracting(Finding::rule)
                .containsExactly(Rule.OUTPUT_TOO_WIDE);
        assertThat(Said.judge(runs.history(0), strict).get(0).source()).isEqualTo(Limit.LOGIT_STD.source());
    }

    @Test
    void aHistoryOutOfOrderIsRefused() {
        assertThatThrownBy(() -> runs.history(5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Observations come in ascending order, but iteration 5 came after 5.");
    }

    @Test
    void aRunWithoutObservationsGivesNoFinding() {
        assertThat(rules(runs.history())).isEmpty();
    }

    @Test
    void aHistoryWrittenAndReadAgainIsJudgedTheSame() throws Exception {
        runs.logitStd = 5;
        runs.loss = 9;
        runs.z = (iteration, layer, row, unit) -> iteration == 2 ? Double.NaN : 2.5 * sign(row);
        History history = runs.history(falling(LN_10, LN_10, 300), 0, 1, 2);
        ObjectMapper json = new ObjectMapper();

        History again = json.readValue(json.writeValueAsString(history), History.class);

        assertThat(again).isEqualTo(history);
        assertThat(Said.judge(again)).isEqualTo(Said.judge(history)).hasSizeGreaterThan(3);
        String findings = json.writeValueAsString(Said.judge(history).get(0));
        assertThat(json.readValue(findings, Finding.class))
                .isEqualTo(Said.judge(history).get(0));
    }

    @Test
    void theFirstValueThatIsNotFiniteIsThatOfTheLowestTensor() {
        runs.z = (iteration, layer, row, unit) ->
                layer == 2 && row == 3 && unit == 4 && iteration == 6 ? Double.NEGATIVE_INFINITY : 0.1;

        Finding finding = find(Rule.NON_FINITE, runs.history(0, 6));

        assertThat(finding.layer()).isEqualTo("h2");
        assertThat(finding.unit()).isEqualTo(4);
        assertThat(finding.iteration()).isEqualTo(6);
        assertThat(finding.evidence()).contains("-Infinity in pre-activation", "example 3");
    }

    private static List<Rule> depth(int layers, double growthUpwards) {
        Runs deep = new Runs(layers);
        deep.delta = layer -> 1e-3 * Math.pow(growthUpwards, layer - layers);
        return rules(deep.history(0));
    }

    private static List<Double> falling(double from, double to, int iterations) {
        return IntStream.range(0, iterations)
                .mapToObj(i -> from + (to - from) * i / (iterations - 1))
                .toList();
    }

    private static List<Double> noisy(double level, double swing) {
        Random random = new Random(3);
        return IntStream.range(0, 300)
                .mapToObj(i -> level + swing * random.nextGaussian())
                .toList();
    }

    private static double sign(int row) {
        return row % 2 == 0 ? 1 : -1;
    }

    private static Finding killed(History history) {
        return find(Rule.STEP_KILLED_UNITS, history);
    }

    private static Finding find(Rule rule, History history) {
        return Said.judge(history).stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + Said.judge(history)));
    }

    private static List<Rule> rules(History history) {
        return Said.judge(history).stream().map(Finding::rule).toList();
    }
}
