package gradientlab.rulebenchmark.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.cases.CaseBenchmark;
import gradientlab.rulebenchmark.cases.CaseVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForeignBenchmarkTest {

    private static final Configuration TABLE =
            new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty());
    private static final Configuration GRAPH =
            new Configuration(Family.MERGED, Variant.TANH_DECAY_WARM_UP, Optional.empty());

    private static ForeignSuite suite(Configuration healthy, String... faults) {
        List<Configuration> all = new ArrayList<>(List.of(healthy));
        Faults.ALL_FAULTS.stream()
                .filter(each -> List.of(faults).contains(each.id()))
                .forEach(each -> all.add(healthy.with(each)));
        return new ForeignSuite(healthy.family().half(), all, List.of(21L));
    }

    private static CaseBenchmark run(ForeignSuite suite, int workers) {
        Backend.start();
        return ForeignBenchmark.run(MnistOnce.data(), suite, workers, Watch.nobody());
    }

    private static CaseBenchmark table;
    private static CaseBenchmark graph;

    /** Trained once for all tests. */
    @BeforeAll
    static void train() {
        table = run(suite(TABLE, "rate-x300", "all-weights-0"), 2);
        graph = run(suite(GRAPH, "hidden-weights-0"), 2);
    }

    @Test
    void aHealthyTableIsNoAlarmAndTwoFaultsOfItAreNamed() {
        assertThat(table.dropped()).isEmpty();
        assertThat(table.verdicts())
                .extracting(CaseVerdict::id)
                .containsExactly(
                        "table-classes/tanh-sgd",
                        "table-classes/tanh-sgd/rate-x300",
                        "table-classes/tanh-sgd/all-weights-0");
        assertThat(table.scores())
                .filteredOn(score -> score.rules().equals("Gradient Lab"))
                .singleElement()
                .satisfies(score -> {
                    assertThat(score.detectionRecall()).isEqualTo(1);
                    assertThat(score.falseAlarmRate()).isZero();
                });
    }

    /** Dropout draws from ND4J's random numbers, of which every thread has its own. */
    @Test
    void theResultDoesNotDependOnTheNumberOfWorkers() {
        ForeignSuite suite =
                suite(new Configuration(Family.TABLE_BIT, Variant.RELU_DROPOUT_ADAM, Optional.empty()), "rate-x0.001");

        assertThat(run(suite, 1)).isEqualTo(run(suite, 2));
    }

    @Test
    void aGraphOfTwoInputsIsTrainedAndJudged() {
        assertThat(graph.dropped()).isEmpty();
        assertThat(graph.verdicts()).hasSize(2);
    }

    @Test
    void aChangeAfterTheFaultCanUndoIt() {
        Backend.start();
        ForeignFault fault = Faults.ALL_FAULTS.stream()
                .filter(each -> each.id().equals("rate-x0.001"))
                .findFirst()
                .orElseThrow();
        Interruption nobody = new Interruption();
        double healthy = TABLE.train(MnistOnce.data(), 21, nobody).metric();
        double faulty = TABLE.with(fault).train(MnistOnce.data(), 21, nobody).metric();
        double helped = TABLE.with(fault)
                .train(setup -> setup.rate *= 1e3, MnistOnce.data(), 21, nobody)
                .metric();

        assertThat(faulty).isLessThan(healthy);
        assertThat(helped).isEqualTo(healthy);
    }

    @Test
    void whatDoesNotHurtIsLeftOut() {
        ForeignFault harmless =
                new ForeignFault("nothing", Kind.LR_TOO_LOW, false, (family, setup) -> true, setup -> {});
        CaseBenchmark result =
                run(new ForeignSuite(Half.TUNING, List.of(TABLE, TABLE.with(harmless)), List.of(21L)), 2);

        assertThat(result.dropped())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).startsWith("the faulty program does not suffer here"));
    }

    @Test
    void theTextTellsNoSingleRunOfTheScoringHalf() {
        Map<Half, CaseBenchmark> both = Map.of(Half.TUNING, table, Half.SCORING, graph);

        assertThat(ForeignReport.markdown(both))
                .contains("## Scoring half", "table-classes/tanh-sgd/all-weights-0")
                .doesNotContain("merged/");
        assertThat(ForeignReport.json(both)).containsKeys("ruleSets", "verdicts", "dropped", "tuning");
    }
}
