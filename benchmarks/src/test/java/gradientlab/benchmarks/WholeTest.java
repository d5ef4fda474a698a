package gradientlab.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.lab.run.Json;
import gradientlab.lab.run.RunFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeTest {

    @TempDir
    private Path folder;

    @Test
    void allTakeTurnsAndTheirMediansAreReported() throws IOException {
        List<String> order = new ArrayList<>();
        List<Runner> runners = List.of(runner("a", order, 5, 1, 3), runner("b", order, 2, 2, 2));
        WholeReport report = WholeReport.of("Title", 3, runners, line -> {});
        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(report.medians().get("a")).isEqualTo(new Took(Double.NaN, 3, 6));
        assertThat(report.wallRatio("a", "b")).isEqualTo(1.5);
        assertThat(report.cpuRatio("b", "a")).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(report.wallRatio("a", "nobody")).isNaN();
    }

    private static Runner runner(String name, List<String> order, double... walls) {
        return new Runner(name, () -> {
            order.add(name);
            double wall = walls[(int) order.stream().filter(name::equals).count() - 1];
            return new Took(Double.NaN, wall, 2 * wall);
        });
    }

    @Test
    void theReportIsATableAndSurvivesJson() throws IOException {
        Map<String, Took> medians = new LinkedHashMap<>();
        medians.put("one", new Took(1.234, 2.345, 3.456));
        medians.put("two", new Took(Double.NaN, 1, Double.NaN));
        WholeReport report = new WholeReport("Start", "A machine", "2026-01-01", 5, medians, List.of("a remark"));
        assertThat(report.text()).isEqualTo("""
                        Start; medians of 5 rounds in turn. A machine, 2026-01-01.

                        | | first step (s) | whole (s) | CPU (s) |
                        |---|---|---|---|
                        | one | 1.23 | 2.35 | 3.46 |
                        | two | – | 1.00 | – |

                        - a remark
                        """);
        report.write(folder, "start");
        assertThat(Files.readString(folder.resolve("start.md"))).isEqualTo(report.text());
        assertThat(Json.readResult(folder.resolve("start.json"), WholeReport.class))
                .isEqualTo(report);
    }

    /** What dash and bash print. */
    @Test
    void theTimeOfTheChildrenIsTheSecondLine() {
        assertThat(WholeProcess.childrenSeconds("0m0.000000s 0m0.001000s\n1m3.250000s 0m0.400000s\n"))
                .isCloseTo(63.65, within(1e-9));
        assertThat(WholeProcess.childrenSeconds("0m0.00s 0m0.00s\n0m3,25s 0m0,40s\n"))
                .isCloseTo(3.65, within(1e-9));
    }

    @Test
    void aProcessTellsWhatItPrintedAndThatItFailed() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        WholeProcess process = WholeProcess.run(List.of(java, "--version"), folder, Map.of());
        assertThat(process.output().get(0)).contains(System.getProperty("java.specification.version"));
        assertThatThrownBy(() -> process.answer("step")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> WholeProcess.run(List.of(java, "NoSuchClass"), folder, Map.of()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Exit code 1 of: ")
                .hasMessageEndingWith("NoSuchClass");
    }

    @Test
    void theFirstStepIsWhereItsRecordIsLoaded() throws IOException {
        Path log = Files.writeString(folder.resolve("log"), """
                        [1763951345000ms] gradientlab.lab.run.IterationRecorder source: a
                        [1763951345123ms] gradientlab.lab.run.Iteration source: a
                        """);
        assertThat(StartCommand.firstStepMillis(log)).isEqualTo(1_763_951_345_123L);
        Files.writeString(log, "[1ms] java.lang.Object source: b\n");
        assertThatThrownBy(() -> StartCommand.firstStepMillis(log)).hasMessageContaining(log.toString());
    }

    @Test
    void lessonsAgreeWithinTheSpreadOfSeeds() {
        assertThat(check(new double[] {0.92, 0.50}, new double[] {0.93, 0.48}).agrees())
                .isTrue();
        assertThat(check(new double[] {0.92, 0.96}, new double[] {0.96, 0.92}).agrees())
                .as("too far apart")
                .isFalse();
        assertThat(check(new double[] {0.92, 0.92}, new double[] {0.90, 0.90}).agrees())
                .as("always better")
                .isFalse();
        assertThat(check(new double[] {0.92, 0.10}, new double[] {0.92, 0.92}).agrees())
                .as("one that did not learn")
                .isFalse();
        assertThat(check(new double[] {Double.NaN}, new double[] {0.92}).agrees())
                .isFalse();
    }

    private static LessonCheck check(double[] ours, double[] theirs) {
        return LessonCheck.of(
                DoubleStream.of(ours).mapToObj(WholeTest::figures).toList(),
                new LessonComparison.Results(
                        "1",
                        false,
                        DoubleStream.of(theirs)
                                .mapToObj(accuracy -> new LessonComparison.Tested(0, 0, accuracy))
                                .toList()));
    }

    private static RunFigures figures(double accuracy) {
        return new RunFigures(1, 0, List.of(0.0), List.of(), 0, 0, accuracy, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
