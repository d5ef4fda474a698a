package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {

    @TempDir
    private static Path folder;

    private final LineRun cli = new LineRun();

    @BeforeAll
    static void train() {
        assertThat(new LineRun()
                        .run(
                                "train",
                                "--quiet",
                                "--epochs",
                                "1",
                                "--batches-per-epoch",
                                "3",
                                "--out",
                                folder.resolve("run").toString()))
                .isZero();
    }

    private int export(String format, String run, String to) {
        return cli.run(
                "export",
                format,
                folder.resolve(run).toString(),
                "--to",
                folder.resolve(to).toString());
    }

    @ParameterizedTest
    @CsvSource({"tensorboard, **/events.out.tfevents.*", "csv, **.csv", "JSON, **.json"})
    void aRunIsWrittenAndTheFilesAreNamed(String format, String file) throws IOException {
        String to = "to-" + format;
        assertThat(export(format, "run", to)).isZero();
        assertThat(cli.complaint()).isEmpty();
        assertThat(cli.printed()).hasLineCount(1).startsWith("Exported: ");
        Path written = Path.of(cli.printed().substring("Exported: ".length()).strip());
        assertThat(written).startsWith(folder.resolve(to)).isNotEmptyFile();
        assertThat(written.getFileSystem().getPathMatcher("glob:" + file).matches(written))
                .isTrue();
        assertThat(export(format, "run", to)).as("the same bytes once more").isZero();
        Files.writeString(written, "mine");
        assertThat(export(format, "run", to)).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains(written + " is there with other content")
                .hasLineCount(1);
        assertThat(written).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "tensorboard, none, none holds neither run.json nor provenance.json",
        "xml, run, 'expected one of [TENSORBOARD, CSV, JSON]'"
    })
    void whatCannotBeExportedIsASentence(String format, String run, String sentence) {
        assertThat(export(format, run, "nowhere")).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains(sentence).doesNotContain("Exception");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderToWriteToIsAskedFor() {
        assertThat(cli.run("export", "csv", folder.resolve("run").toString())).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains("--to");
    }
}
