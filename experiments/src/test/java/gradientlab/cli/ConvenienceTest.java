package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.experiments.GradientLab;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people expect of a command line besides its commands. */
class ConvenienceTest {

    private final LineRun cli = new LineRun();

    @TempDir
    private Path folder;

    @Test
    void helpOfACommandIsItsHelp() {
        assertThat(cli.run("train", "--help")).isZero();
        String help = cli.printed();
        assertThat(cli.run("help", "train")).isZero();
        assertThat(cli.printed()).isEqualTo(help).startsWith("Usage: gradient-lab train");
        assertThat(cli.run("help")).isZero();
        assertThat(cli.printed()).startsWith("Usage: gradient-lab").contains("explore", "reproduce");
    }

    @Test
    void capitalsDoNotMatter() {
        assertThat(cli.run("list")).isZero();
        String listed = cli.printed();
        assertThat(cli.run("LIST")).isZero();
        assertThat(cli.printed()).isEqualTo(listed);
    }

    @Test
    void whatDl4jCannotComputeIsASentence() {
        assertThat(cli.run("checkup", "--activation", "prelu", "--batch-size", "65"))
                .isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint())
                .contains("--activation: DL4J takes at most 64 examples back through prelu, and 65 are wanted");
        String out = folder.resolve("run").toString();
        assertThat(cli.run("train", "--activation", "prelu", "--engine", "dl4j", "--out", out))
                .isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains("and 1000 are wanted");
    }

    /** Sourced by a real bash, which then completes as for a person who presses the tabulator. */
    @Test
    void theShellCompletesCommandsAndOptions() throws Exception {
        assertThat(cli.run("completion")).isZero();
        Path script = folder.resolve("completion.sh");
        Files.writeString(script, cli.printed());
        assertThat(completed(script, "gradient-lab", "expl")).contains("explore");
        assertThat(completed(script, "gradient-lab", "train", "--ini")).contains("--init");
    }

    @Test
    void theExperimentsAreListedAsJson() throws IOException {
        assertThat(cli.run("list", "--json")).isZero();
        JsonNode listed = new ObjectMapper().readTree(cli.printed());
        assertThat(listed).hasSameSizeAs(GradientLab.EXPERIMENTS);
        assertThat(listed.get(0).get("name").asText()).isEqualTo("initial-loss");
        assertThat(listed.findValues("lesson")).filteredOn(JsonNode::asBoolean).hasSize(12);
        assertThat(cli.run("list")).isZero();
        listed.findValuesAsText("summary")
                .forEach(summary -> assertThat(cli.printed()).contains(summary));
    }

    /** What is printed is run.json, and a program can read all of it. */
    @Test
    void aTrainingPrintsItsFiguresAsJsonAndNothingElse() throws IOException {
        Path out = folder.resolve("run");
        assertThat(cli.run("train", "--json", "--epochs", "1", "--batches-per-epoch", "2", "--out", out.toString()))
                .isZero();
        assertThat(cli.printed()).isEqualToIgnoringNewLines(Files.readString(out.resolve("run.json")));
        assertThat(new ObjectMapper()
                        .readTree(cli.printed())
                        .get("runs")
                        .get(0)
                        .get("seed")
                        .asInt())
                .isEqualTo(42);
        assertThat(cli.complaint()).isEmpty();
    }

    @Test
    void aConfigurationOfTheLectureSaysItsProtocolAndNothingElse() throws IOException {
        Path config = folder.resolve("config.json");
        Path out = folder.resolve("lesson");
        Files.writeString(config, "{\"epochs\": 1, \"batchesPerEpoch\": 3, \"seed\": 7}");
        assertThat(cli.run("initial-loss", "--config", config.toString(), "--seed", "8", "--out", out.toString()))
                .isZero();
        String manifest = Files.readString(out.resolve("manifest.json"));
        assertThat(manifest).contains("\"seed\" : \"8\"", "\"batchesPerEpoch\" : \"3\"");
        Files.writeString(config, "{\"init\": \"zeros\"}");
        assertThat(cli.run("initial-loss", "--config", config.toString())).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint())
                .contains("config.json: the lecture's protocol has no 'init': use seed, repeat, epochs,");
    }

    @Test
    void everyExitCodeStandsInTheHelp() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.printed()).contains("Exit codes:", "  0 ", "  1 ", "  2 ", "130", "143");
    }

    /** Every command and every option of the help is in the manual page, which groff reads without a warning. */
    @Test
    void theManualPageHasEveryCommandAndOption() throws Exception {
        assertThat(cli.run("man")).isZero();
        String page = cli.printed();
        assertThat(page).startsWith(".TH GRADIENT").contains(".SS train", "\n.B \\-\\-init", ".B 130");
        GradientLab.EXPERIMENTS.forEach(
                each -> assertThat(page).contains(".SS " + each.name().replace("-", "\\-")));
        Process groff;
        try {
            groff = new ProcessBuilder("groff", "-ww", "-man", "-Tutf8", "-Kutf8", "-P-cbou")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("page.txt").toFile())
                    .start();
        } catch (IOException e) {
            Assumptions.abort("there is no groff here");
            return;
        }
        try (OutputStream in = groff.getOutputStream()) {
            in.write(page.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(groff.waitFor()).isZero();
        assertThat(folder.resolve("page.txt"))
                .content()
                .contains("sweep", "EXIT STATUS")
                .doesNotContain("warning:");
    }

    /** What opens pages: of Windows the shell's protocol handler, of macOS open(1), elsewhere xdg-open(1). */
    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Windows 11, rundll32"})
    void aPageIsOpenedByWhatTheSystemHas(String system, String program) {
        URI page = URI.create("file:///tmp/report.html");
        assertThat(Opening.command(system, page)).startsWith(program).endsWith(page.toString());
    }

    private static String completed(Path script, String... words) throws IOException, InterruptedException {
        String array = String.join(" ", words);
        String bash = "source " + script + "; COMP_WORDS=(" + array + "); COMP_CWORD=" + (words.length - 1)
                + "; _complete_gradient-lab; echo ${COMPREPLY[@]}";
        Process process =
                new ProcessBuilder("bash", "-c", bash).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(answer).isZero();
        return answer;
    }
}
