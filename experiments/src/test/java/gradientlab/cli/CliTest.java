package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.experiments.GradientLab;
import gradientlab.experiments.lesson.Lessons;
import gradientlab.lab.Experiment;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    @TempDir
    private Path folder;

    private final LineRun line = new LineRun();

    static List<Experiment<?>> everyExperimentRunsOnItsOwn() {
        return Lessons.ALL;
    }

    @ParameterizedTest
    @MethodSource
    void everyExperimentRunsOnItsOwn(Experiment<?> experiment) {
        Path to = folder.resolve("run");
        int code = cli(
                experiment.name(),
                "--epochs",
                "1",
                "--batches-per-epoch",
                "10",
                "--repeat",
                "1",
                "--out",
                to.toString());
        assertThat(complaint()).isEmpty();
        assertThat(code).isZero();
        assertThat(printed()).contains("backend CPU", "Report: " + to.resolve("report.html"));
        assertThat(to.resolve("report.html")).isRegularFile();
        assertThat(to.resolve("results/" + experiment.name() + ".json")).isRegularFile();
        assertThat(to.resolve("figures")).isDirectoryContaining("glob:**.png").isDirectoryContaining("glob:**.svg");
    }

    @Test
    void oneStepIsEnoughForEveryFigure() {
        Path to = folder.resolve("one-step");
        int code = cli("gradient-flow", "--epochs", "1", "--batches-per-epoch", "1", "--out", to.toString());
        assertThat(complaint()).isEmpty();
        assertThat(code).isZero();
        assertThat(to.resolve("report.html")).isRegularFile();
    }

    @Test
    void anExperimentIsContinuedWhereItStoppedAndNotWithOtherSettings() throws IOException {
        String[] command = {
            "batch-norm-inference",
            "--quick",
            "--repeat",
            "2",
            "--out",
            folder.resolve("run").toString()
        };
        assertThat(cli(command)).isZero();
        Path result = folder.resolve("run/results/batch-norm-inference.json");
        String first = Files.readString(result);
        List<Path> cells = cells("batch-norm-inference");
        assertThat(cells).hasSize(2);
        // A cell that is whole is taken as it is; one that was altered or is missing is made again, with the same bits.
        String cell = Files.readString(cells.get(0));
        FileTime written = Files.getLastModifiedTime(cells.get(1));
        Files.writeString(cells.get(0), cell.replaceAll("\"accuracy\" : [0-9.]+", "\"accuracy\" : 0.125"));
        Files.delete(result);
        assertThat(cli(command)).isZero();
        assertThat(complaint())
                .contains(cells.get(0) + ": ", result + ": is listed in manifest.json", "it is made again")
                .hasLineCount(2);
        assertThat(Files.readString(result)).isEqualTo(first);
        assertThat(Files.readString(cells.get(0))).isEqualTo(cell);
        assertThat(Files.getLastModifiedTime(cells.get(1))).isEqualTo(written);

        command[3] = "1";
        assertThat(cli(command)).isEqualTo(Cli.FAILED);
        assertThat(complaint())
                .contains("cannot be continued", "repeat 2, not 1", "choose another folder")
                .hasLineCount(1);
    }

    private List<Path> cells(String grid) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("run/cells").resolve(grid))) {
            return files.sorted().toList();
        }
    }

    @Test
    void trainWritesARunFolderThatIsDrawnAgainWithoutTraining() throws IOException {
        Path to = folder.resolve("run");
        assertThat(train("--init", "torch-linear", "--repeat", "2", "--out", to.toString()))
                .isZero();
        String page = Files.readString(to.resolve("report.html"));
        Files.delete(to.resolve("report.html"));
        Files.delete(to.resolve("figures/loss-per-epoch.svg"));
        assertThat(cli("report", to.toString())).isZero();
        assertThat(Files.readString(to.resolve("report.html"))).isEqualTo(page);
        assertThat(to.resolve("figures/loss-per-epoch.svg")).isRegularFile();
        assertThat(Files.readAllLines(to.resolve("metrics.csv"))).hasSize(1 + 2 * 2 * 5);
    }

    @Test
    void theSpecOfARunIsAConfigurationThatGivesTheSameBits() throws IOException {
        Path first = folder.resolve("first");
        train("--init", "xavier-uniform", "--norm", "batch", "--out", first.toString());
        var run = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(first.resolve("run.json").toFile());
        Path config = folder.resolve("config.json");
        Files.writeString(config, run.get("spec").toString());
        Path second = folder.resolve("second");
        assertThat(cli("train", "--config", config.toString(), "--out", second.toString()))
                .isZero();
        var again = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(second.resolve("run.json").toFile());
        assertThat(again.get("runs")).isEqualTo(run.get("runs"));
        assertThat(second.resolve("metrics.csv")).hasSameTextualContentAs(first.resolve("metrics.csv"));
    }

    @Test
    void trainDiagnosesItsFirstRepetitionWithoutChangingIt() throws IOException {
        Path to = folder.resolve("run");
        assertThat(train("--out", to.toString())).isZero();
        assertThat(printed()).contains("Diagnosis", "[output-too-wide] output, iteration 0", "tanh-1     128");
        assertThat(to.resolve("history.json")).isRegularFile();
        var trained = new gradientlab.lab.run.Trainer(
                        gradientlab.mnist.MnistOnce.data(), gradientlab.lab.run.Watch.nobody())
                .train("undiagnosed", gradientlab.lab.run.TrainingPlan.LECTURE.lasting(2, 5));
        assertThat(new gradientlab.lab.run.RunFolder(to).record().runs()).containsExactly(trained.figures());
    }

    @Test
    void quietPrintsThePathOfTheReportAlone() {
        Path to = folder.resolve("run");
        assertThat(train("--quiet", "--out", to.toString())).isZero();
        assertThat(printed()).isEqualTo("Report: " + to.resolve("report.html") + System.lineSeparator());
    }

    @Test
    void theDashboardPrintsItsAddressAndEndsWithTheRun() {
        assertThat(train(
                        "--ui", "--ui-port", "0", "--out", folder.resolve("run").toString()))
                .isZero();
        assertThat(printed()).containsPattern("Dashboard: http://127\\.0\\.0\\.1:\\d+/gradients");
    }

    @Test
    void aTakenPortThatWasAskedForIsOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(train(
                            "--ui",
                            "--ui-port",
                            port,
                            "--out",
                            folder.resolve("run").toString()))
                    .isEqualTo(Cli.FAILED);
            assertThat(complaint()).contains(port).hasLineCount(1);
        }
    }

    /** The lecture's net: logits of std 9 to 13, three quarters of the hidden activations saturated. */
    @Test
    void theCheckupOfTheLecturesNetNamesWideOutputAndSaturationBeforeAStep() throws IOException {
        assertThat(cli("checkup", "--init", "standard-normal", "--json")).isZero();
        var findings = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(printed())
                .get("findings");
        assertThat(findings.findValuesAsText("rule")).contains("output-too-wide", "hidden-saturation");
        findings.forEach(finding -> {
            assertThat(finding.get("iteration").asInt()).isZero();
            assertThat(finding.get("evidence").asText()).containsPattern("\\d").contains("limit");
            assertThat(finding.get("remedy").asText()).isNotBlank();
        });
        assertThat(cli("checkup", "--init", "standard-normal")).isZero();
        assertThat(printed())
                .contains("[output-too-wide] at output", "[hidden-saturation] at tanh-1", "remedy:")
                .contains("Tried on a copy: the finding goes away, the loss is 2.37 instead of 12.6.");
    }

    @Test
    void theCheckupSpeaksRussian() throws IOException {
        assertThat(cli("checkup", "--init", "standard-normal", "--language", "ru"))
                .isZero();
        assertThat(printed())
                .contains("Слишком большой разброс логитов [output-too-wide]: output", "Что не так", "причина:")
                .containsPattern("std логитов \\d+,\\d+, порог 2,00");
        assertThat(cli("--language=ru", "checkup", "--init", "standard-normal", "--json"))
                .isZero();
        assertThat(printed()).contains("\"rule\" : \"output-too-wide\"", "std логитов");
    }

    @Test
    void aLanguageThatIsNotSpokenIsNamed() {
        assertThat(cli("list", "--language", "de")).isEqualTo(Cli.WRONG_USAGE);
        assertThat(complaint()).contains("--language", "There is no language 'de': use one of en, ru");
    }

    /** The loss of that net is 10.3 above ln 10. */
    @Test
    void aLimitOfTheCheckupIsChangedByItsName() {
        assertThat(cli(
                        "checkup",
                        "--limit",
                        "initialLossExcess=20",
                        "--limit",
                        "logitStd=20",
                        "--limit",
                        "saturatedShare=1"))
                .isZero();
        assertThat(printed()).contains("Nothing found: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"torch-linear", "xavier-uniform", "kaiming-normal", "lecun-normal", "orthogonal"})
    void theCheckupOfAGoodNetFindsNothing(String init) throws IOException {
        assertThat(cli("checkup", "--init", init)).isZero();
        assertThat(printed()).contains("Nothing found: ");
        assertThat(cli("checkup", "--init", init, "--json")).isZero();
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(printed())
                        .get("findings"))
                .isEmpty();
    }

    @Test
    void aRemedyIsProvenOnRequest() {
        assertThat(cli(
                        "checkup",
                        "--init",
                        "normal:0.01",
                        "--depth",
                        "5",
                        "--prove",
                        "--epochs",
                        "3",
                        "--batches-per-epoch",
                        "60"))
                .isZero();
        assertThat(printed()).contains("[vanishing-delta]", "Proof of the remedy", "(kaiming-normal), bias 0: helped;");
    }

    @Test
    void listNamesEveryExperimentInALine() {
        assertThat(cli("list")).isZero();
        assertThat(printed().lines()).hasSameSizeAs(GradientLab.EXPERIMENTS);
        assertThat(printed()).contains("matrix-product ");
    }

    @Test
    void helpNamesTheCommands() {
        assertThat(cli()).isZero();
        assertThat(printed()).contains("lesson", "train", "report", "reference", "batch-norm");
    }

    @Test
    void aBatchLargerThanTheTrainingSetIsWrongUsage() {
        assertThat(train("--batch-size", "60001")).isEqualTo(Cli.WRONG_USAGE);
        assertThat(complaint()).contains("60001", "60000");
    }

    @Test
    void missingDataIsOneSentenceWithItsPath() {
        Path none = folder.resolve("none");
        assertThat(train("--data", none.toString())).isEqualTo(Cli.FAILED);
        assertThat(complaint()).contains(none.toString()).hasLineCount(1);
    }

    private int train(String... more) {
        List<String> args = new ArrayList<>(List.of("train", "--epochs", "2", "--batches-per-epoch", "5"));
        args.addAll(List.of(more));
        return cli(args.toArray(String[]::new));
    }

    private int cli(String... args) {
        return line.run(args);
    }

    private String printed() {
        return line.printed();
    }

    private String complaint() {
        return line.complaint();
    }
}
