package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
