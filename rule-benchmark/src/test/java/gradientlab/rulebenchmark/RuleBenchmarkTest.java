package gradientlab.rulebenchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Json;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.MnistOnce;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from training to table, on a handful of runs of the quick suite. */
class RuleBenchmarkTest {

    private static final List<Fault> FEW = List.of(Fault.ZERO_WEIGHTS, Fault.NAN_IN_ONE_BATCH);

    private static BenchmarkResult result;

    @BeforeAll
    static void run() {
        Backend.start();
        result = run(2);
    }

    private static BenchmarkResult run(int workers) {
        return RuleBenchmark.run(MnistOnce.data(), few(), RuleBenchmark.RULE_SETS, workers, Watch.nobody());
    }

    private static Suite few() {
        List<LabelledRun> quick = Suite.quick().runs();
        List<LabelledRun> faulty = quick.stream()
                .filter(run -> run.half() == Half.SCORING && !run.healthy() && FEW.contains(run.fault()))
                .toList();
        return new Suite(quick.stream()
                .filter(run -> faulty.contains(run)
                        || faulty.stream().anyMatch(each -> each.twin().equals(run.id())))
                .toList());
    }

    @Test
    void theResultDoesNotDependOnTheNumberOfWorkers() {
        assertThat(run(1)).isEqualTo(result);
    }

    @Test
    void theLabelsAreChecked() {
        assertThat(result.runs()).hasSize(4).allMatch(run -> run.label() == Label.SCORED);
        assertThat(result.labels()).containsEntry(Label.SCORED, 4L).containsEntry(Label.DID_NOT_LEARN, 0L);
    }

    @Test
    void vanishedGradientsAndNanAreNamed() {
        Score score = result.score(SageMaker.RULES.name(), Half.SCORING);
        assertThat(score.diagnosis().recall()).isEqualTo(1);
        assertThat(score.namedBeforeStep0())
                .as("all weights 0: the hidden gradient is 0 from the start")
                .isEqualTo(1);
        assertThat(result.score("UMLAUT", Half.SCORING)
                        .faults()
                        .get("NAN_IN_ONE_BATCH")
                        .named())
                .isEqualTo(1);
    }

    @Test
    void theTableHasARowPerSetOfRulesAndPerFault() {
        String text = BenchmarkMarkdown.of(result);
        assertThat(text.lines().filter(line -> line.startsWith("| AUTOTRAINER |")))
                .hasSize(2);
        assertThat(text).contains("| all weights 0 | 1 |").contains("4 scored");
    }

    @Test
    void theJsonFileHoldsTheFiguresOfEverySetOfRules(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("benchmark.json");
        Json.write(file, BenchmarkJson.of(result));
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("runs")).hasSize(4);
        JsonNode rules = json.get("ruleSets").get("SageMaker Debugger");
        for (String figure : List.of("precision", "recall", "f1", "falseAlarmRate")) {
            assertThat(rules.has(figure)).as(figure).isTrue();
        }
        assertThat(rules.get("recall").asDouble()).isEqualTo(1);
        assertThat(rules.get("faults").get("ZERO_WEIGHTS").get("named").asInt()).isEqualTo(1);
    }

    @Test
    void aRequestToStopEndsIt() {
        Interruption interruption = new Interruption();
        interruption.request();
        Watch watch = new Watch(name -> List.of(), Progress.NONE, interruption);
        assertThatThrownBy(() -> RuleBenchmark.run(MnistOnce.data(), true, 2, watch))
                .isInstanceOf(Interruption.Interrupted.class);
    }
}
