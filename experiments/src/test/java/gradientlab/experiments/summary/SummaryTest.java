package gradientlab.experiments.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.engine.Engine;
import gradientlab.experiments.GradientLab;
import gradientlab.experiments.StoryCheck;
import gradientlab.experiments.summary.DepthGrid.Point;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.Scale;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every claim in the quick version, three seeds. A difference counts when it is larger than four standard errors, from
 * the spread over the seeds.
 */
class SummaryTest {

    /** One lab for all: what is done is not done again. */
    private static final Lab LAB = new Lab(
            MnistOnce.data(),
            TrainingPlan.LECTURE.repeated(3),
            Watch.nobody(),
            new Lab.Ways(2, Engine.AUTO, Scale.QUICK, null));

    static List<Experiment<?>> theResultSurvivesJsonAndTellsTheSameStory() {
        return Summary.ALL;
    }

    @ParameterizedTest
    @MethodSource
    <R extends Record> void theResultSurvivesJsonAndTellsTheSameStory(Experiment<R> experiment, @TempDir Path folder)
            throws IOException {
        StoryCheck.survivesJson(experiment, experiment.run(LAB), folder);
        assertThat(experiment.isLesson()).isFalse();
    }

    @Test
    void noTwoFiguresOrExperimentsShareAName() {
        List<String> figures = new ArrayList<>();
        Summary.ALL.forEach(each -> figures(each).forEach(figure -> figures.add(figure.name())));
        assertThat(figures).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9.-]+"));
        assertThat(GradientLab.EXPERIMENTS.stream().map(Experiment::name)).doesNotHaveDuplicates();
    }

    private static <R extends Record> List<Figure> figures(Experiment<R> experiment) {
        return experiment.section(experiment.run(LAB)).figures();
    }

    @Test
    void theBitsDoNotDependOnHowManyNetworksTrainAtOnce() {
        Lab crowd = new Lab(
                MnistOnce.data(),
                TrainingPlan.LECTURE.repeated(3),
                Watch.nobody(),
                new Lab.Ways(3, Engine.AUTO, Scale.QUICK, null));
        assertThat(new BatchNormInference().run(crowd)).isEqualTo(new BatchNormInference().run(LAB));
    }

    @Test
    void theReadmeHasTheRow() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        for (Experiment<?> each : GradientLab.EXPERIMENTS) {
            String row = "| `" + each.name() + "` | `" + each.getClass().getSimpleName() + "` |";
            assertThat(lines).anyMatch(line -> line.startsWith(row));
        }
    }

    /** NumPy, He's initialisation, 5 seeds: 18 % dead after a step at 10, 28 % at 100. */
    @Test
    void oneBigStepKillsReluUnitsForGoodAndNoLeakyOnes() {
        DeadReluStep.Result result = new DeadReluStep().run(LAB);
        List<BigStep.Outcome> relu = result.of(ActivationFunction.RELU, 100);
        assertThatAbove(Seeds.spread(relu, BigStep.Outcome::deadAfter), 0.1 * BigStep.UNITS);
        assertThat(relu).allSatisfy(outcome -> {
            assertThat(outcome.deadBefore()).isZero();
            assertThat(outcome.deadOnAll()).isPositive();
            assertThat(outcome.deadOnAllRecovered())
                    .as("silent on every training example")
                    .isZero();
            assertThat(outcome.accuracyAfter()).isLessThan(outcome.accuracyBefore() - 0.3);
            assertThat(outcome.accuracyAtEnd()).as("the rest learns on").isGreaterThan(outcome.accuracyAfter() + 0.3);
        });
        assertThat(result.of(ActivationFunction.LEAKY_RELU, 100))
                .allMatch(outcome -> outcome.deadAfter() == 0 && outcome.deadAtEnd() == 0);
    }

    @Test
    void aSmallNetMakesUpForItsScaleAndNotForSymmetry() {
        SmallNetsForgive.Result result = new SmallNetsForgive().run(LAB);
        List<SmallNetsForgive.Run> wide = result.of("standard-normal");
        List<SmallNetsForgive.Run> good = result.of("torch-linear");
        MeanStd gapClosed = MeanStd.of(IntStream.range(0, wide.size())
                .mapToObj(i -> (good.get(i).shortAccuracy() - wide.get(i).shortAccuracy())
                        - (good.get(i).longAccuracy() - wide.get(i).longAccuracy()))
                .toList());
        assertThatAbove(gapClosed, 0.1);
        assertThat(result.of("zeros"))
                .allSatisfy(run -> assertThat(run.longAccuracy()).isLessThan(0.15));
    }

    @Test
    void deeperIsWorseWithoutNormalisationAndNotWithIt() {
        DeeperIsWorse.Result result = new DeeperIsWorse().run(LAB);
        assertThatLess(loss(result, 1, "torch-linear", "none"), loss(result, 5, "torch-linear", "none"));
        assertThatLess(loss(result, 5, "torch-linear", "batch"), loss(result, 5, "torch-linear", "none"));
        assertThatLess(loss(result, 5, "lsuv", "none"), loss(result, 5, "normal:0.01", "none"));
        assertThat(result.reference()).hasSizeGreaterThan(10).allMatch(comparison -> comparison.agrees());
    }

    private static MeanStd loss(DeeperIsWorse.Result result, int depth, String initialisation, String norm) {
        return result.at(new Point(depth, "tanh", initialisation, norm)).endLoss();
    }

    /** Each sum doubles the variance: after 19 branches 2^9.5 in std; a norm in the branch adds the same each time. */
    @Test
    void skipsAloneExplodeAndWithANormOrFixupTheyTrainWhereThePlainNetDoesNot() {
        ResidualNets.Result result = new ResidualNets().run(LAB);
        assertThat(Math.log(growth(result, ResidualNets.Kind.SKIP)) / Math.log(2))
                .isCloseTo(9.5, within(2.0));
        assertThat(growth(result, ResidualNets.Kind.SKIP_LAYER)).isBetween(3.0, 15.0);
        assertThat(growth(result, ResidualNets.Kind.FIXUP)).isCloseTo(1, within(1e-6));
        MeanStd plain = result.at(ResidualNets.Kind.PLAIN, 20).endLoss();
        assertThatLess(result.at(ResidualNets.Kind.SKIP_BATCH, 20).endLoss(), plain);
        assertThatLess(result.at(ResidualNets.Kind.SKIP_LAYER, 20).endLoss(), plain);
        assertThatLess(result.at(ResidualNets.Kind.FIXUP, 20).endLoss(), plain);
    }

    private static double growth(ResidualNets.Result result, ResidualNets.Kind kind) {
        return Math.exp(Seeds.mean(
                result.at(kind, 20).runs(),
                run -> Math.log(run.zStd().get(19) / run.zStd().get(0))));
    }

    @Test
    void batchNormBreaksAtSmallBatchesAndTheOthersDoNot() {
        NormalisationLayers.Result result = new NormalisationLayers().run(LAB);
        for (Normalisation norm : List.of(Normalisation.LAYER, Normalisation.GROUP)) {
            assertThatLess(accuracy(result, Normalisation.BATCH, 1), accuracy(result, norm, 1));
            assertThatLess(accuracy(result, Normalisation.BATCH, 2), accuracy(result, norm, 2));
            assertThat(result.of(norm, 2)).allSatisfy(run -> {
                assertThat(run.noise()).isLessThan(1e-5);
                assertThat(run.aloneDifference()).isLessThan(1e-5);
            });
        }
        assertThatLess(noise(result, 32), noise(result, 2));
        assertThatAbove(noise(result, 32), 0);
        assertThat(result.of(Normalisation.BATCH, 32))
                .allSatisfy(run -> assertThat(run.aloneDifference()).isGreaterThan(0.1));
    }

    private static MeanStd accuracy(NormalisationLayers.Result result, Normalisation norm, int size) {
        return Seeds.spread(result.of(norm, size), NormRun::accuracy);
    }

    private static MeanStd noise(NormalisationLayers.Result result, int size) {
        return Seeds.spread(result.of(Normalisation.BATCH, size), NormRun::noise);
    }

    /** PyTorch says the same: Adam and RMSProp help small and usual weights and do not rescue N(0, 1). */
    @Test
    void adamAndRmspropHelpSmallWeightsAndDoNotRescueWideOnes() {
        BetterOptimisers.Result result = new BetterOptimisers().run(LAB);
        for (Optimiser optimiser : List.of(Optimiser.ADAM, Optimiser.RMSPROP)) {
            assertThatAbove(BetterOptimisers.difference(result, optimiser, "normal:0.01"), 1);
            assertThatBelow(BetterOptimisers.difference(result, optimiser, "standard-normal"), 0);
        }
    }

    @Test
    void inferenceNeedsNoCompanyAndTheNormCanBeFoldedAway() {
        assertThat(new BatchNormInference().run(LAB).runs()).hasSize(3).allSatisfy(run -> {
            assertThat(run.alone()).isLessThan(1e-5 * run.largestLogit());
            assertThat(run.foldedDifference()).isLessThan(1e-5 * run.largestLogit());
            assertThat(run.foldedAccuracy()).isCloseTo(run.accuracy(), within(2e-4));
            assertThat(run.refusal()).contains("needs at least 2 examples", "running statistics");
            int last = run.runningLoss().size() - 1;
            assertThat(run.runningLoss().get(1) - run.batchLoss().get(1))
                    .as("after one step the running statistics know little")
                    .isGreaterThan(0.1);
            assertThat(run.runningLoss().get(last)).isCloseTo(run.batchLoss().get(last), within(0.1));
        });
    }

    private static double standardError(MeanStd spread) {
        return spread.std() / Math.sqrt(spread.count());
    }

    private static void assertThatAbove(MeanStd spread, double bound) {
        assertThat(spread.mean() - 4 * standardError(spread)).as("%s", spread).isGreaterThan(bound);
    }

    private static void assertThatBelow(MeanStd spread, double bound) {
        assertThat(spread.mean() + 4 * standardError(spread)).as("%s", spread).isLessThan(bound);
    }

    private static void assertThatLess(MeanStd smaller, MeanStd larger) {
        double error = Math.hypot(standardError(smaller), standardError(larger));
        assertThat(larger.mean() - smaller.mean())
                .as("%s < %s", smaller, larger)
                .isGreaterThan(4 * error);
    }
}
