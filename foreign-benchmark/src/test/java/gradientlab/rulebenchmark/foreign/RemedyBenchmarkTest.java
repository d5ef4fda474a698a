package gradientlab.rulebenchmark.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.cases.CaseRun;
import gradientlab.rulebenchmark.foreign.RemedyTrial.Outcome;
import gradientlab.rulebenchmark.foreign.RemedyTrial.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyBenchmarkTest {

    private static final long SEED = 21;
    private static final Configuration TABLE =
            new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty());

    private static List<RemedyTrial> trials;

    /** Trained once for all tests. */
    @BeforeAll
    static void train() {
        Backend.start();
        List<Configuration> all = new ArrayList<>(List.of(TABLE));
        for (String fault : List.of("rate-x0.001", "all-weights-0", "same-batch")) {
            all.add(TABLE.with(FaultsById.of(fault)));
        }
        trials = RemedyBenchmark.run(
                MnistOnce.data(), new ForeignSuite(Half.TUNING, all, List.of(SEED)), 2, Watch.nobody());
    }

    private static RemedyTrial trialOf(String fault) {
        return trials.stream()
                .filter(trial -> trial.id().endsWith("/" + fault))
                .reduce((one, another) -> {
                    throw new AssertionError("Two trials of " + fault);
                })
                .orElseThrow();
    }

    private static CaseRun run(double metric, boolean finite) {
        return new CaseRun(Map.of(), List.of(), List.of(), metric, 0.25, 1, 1, finite);
    }

    private static RemedyTrial trial(String id, Remedy remedy, Outcome alone, Outcome together) {
        return new RemedyTrial(id, SEED, "a fault", remedy, 0.2, new Result(alone, 0.5), new Result(together, 0.6));
    }

    @Test
    void theRemedyForAPlantedRateBringsTheMetricBack() {
        double healthy = TABLE.train(MnistOnce.data(), SEED, new Interruption()).metric();

        assertThat(trialOf("rate-x0.001")).satisfies(trial -> {
            assertThat(trial.remedy()).isEqualTo(Remedy.RAISE_LEARNING_RATE);
            assertThat(trial.alone().outcome()).isEqualTo(Outcome.HELPED);
            assertThat(trial.alone().metric()).isBetween(trial.before(), healthy + 0.02);
        });
    }

    /** Both hidden layers are constant; with one of them left so, the network learns nothing of the features. */
    @Test
    void theRemedyOfTheHeadlineChangesEveryLayerThatIsConstant() {
        assertThat(trialOf("all-weights-0")).satisfies(trial -> {
            assertThat(trial.remedy().kind()).isEqualTo(Remedy.Kind.BREAK_SYMMETRY);
            assertThat(trial.remedy().likewise()).isNotEmpty();
            assertThat(trial.alone().outcome()).isEqualTo(Outcome.HELPED);
        });
    }

    @Test
    void aFaultThatOnlyAPersonCanCorrectIsNotApplied() {
        assertThat(trialOf("same-batch")).satisfies(trial -> {
            assertThat(trial.remedy()).isEqualTo(Remedy.CHECK_DATA);
            assertThat(trial.alone().outcome()).isEqualTo(Outcome.NO_CHANGE);
            assertThat(trial.alone().metric()).isNaN();
        });
    }

    /** Errors are 1 − metric; the limit is a tenth of the first. */
    @ParameterizedTest
    @CsvSource({
        "0.5, true, 0.55, true, HELPED",
        "0.5, true, 0.54, true, UNCHANGED",
        "0.5, true, 0.46, true, UNCHANGED",
        "0.5, true, 0.44, true, WORSE",
        "0.5, false, 0.5, true, HELPED",
        "0.5, true, 0.9, false, WORSE",
        "NaN, false, NaN, false, UNCHANGED"
    })
    void theOutcomeComparesTheErrors(double before, boolean finite, double after, boolean still, Outcome outcome) {
        assertThat(Outcome.of(run(before, finite), run(after, still))).isEqualTo(outcome);
    }

    @Test
    void theTextCountsByKindAndTellsNoSingleRunOfTheScoringHalf() {
        Remedy rate = Remedy.LOWER_LEARNING_RATE;
        List<RemedyTrial> trials = List.of(
                trial("a/b/c", rate, Outcome.HELPED, Outcome.HELPED),
                trial("a/b/d", rate, Outcome.WORSE, Outcome.HELPED),
                trial("a/b/e", Remedy.CHECK_DATA, Outcome.NO_CHANGE, Outcome.NO_CHANGE));

        assertThat(RemedyReport.markdown(Map.of(Half.TUNING, trials)))
                .contains(
                        "| multiply learning rate | 2 | 1 | 0 | 1 | 2 |",
                        "| all | 2 | 1 | 0 | 1 | 2 |",
                        "a/b/d",
                        "50.0 % helped (100.0 %")
                .doesNotContain("a/b/c");
        assertThat(RemedyReport.markdown(Map.of(Half.SCORING, trials)))
                .contains("| multiply learning rate | 2 | 1 | 0 | 1 | 2 |")
                .doesNotContain("a/b/");
        assertThat(RemedyReport.json(Map.of(Half.SCORING, trials))).containsKey("scoring");
    }
}
