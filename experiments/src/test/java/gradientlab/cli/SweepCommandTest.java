package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

    private final LineRun cli = new LineRun();

    @TempDir
    private Path temporary;

    private Path file;
    private Path folder;

    @BeforeEach
    void aSweepIsWrittenDown() throws IOException {
        folder = temporary.resolve("run");
        file = Files.writeString(temporary.resolve("sweep.json"), """
                {"base": {"width": 16}, "axes": {"depth": [2, 3], "seed": "1..2"}, "steps": 0, "measures": ["signal"]}
                """);
    }

    @Test
    void aFileIsSweptAndTheSummaryPrintedAsJsonAndTheSameCommandDoesNothingAgain() throws IOException {
        assertThat(cli.run("sweep", file.toString(), "--json", "--out", folder.toString()))
                .isZero();
        JsonNode points = new ObjectMapper().readTree(cli.printed()).get("points");
        assertThat(points.findValuesAsText("depth")).containsExactly("2", "3");
        assertThat(points.findValuesAsText("n")).containsExactly("2", "2");

        assertThat(cli.run("sweep", file.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(cli.printed())
                .contains("Finished before: 4 of 4 cells", "4 of 4 cells are finished.")
                .contains("Report: " + folder.resolve("report.html"));
    }

    @Test
    void anotherSweepIsRefusedUnlessTheFolderIsMovedAside() {
        String[] deeper = {"sweep", file.toString(), "--axis", "depth=4", "--quiet", "--out", folder.toString()};
        assertThat(cli.run("sweep", file.toString(), "--quiet", "--out", folder.toString()))
                .isZero();
        assertThat(cli.run(deeper)).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains("cannot be continued, its results were made with axis depth 2,3, not 4")
                .hasLineCount(1);
        deeper[4] = "--force";
        assertThat(cli.run(deeper)).isZero();
        assertThat(temporary.resolve("run.1").resolve("results.csv")).exists();
    }

    @Test
    void whatIsWrongInAFileIsSaidWithItsName() throws IOException {
        Files.writeString(file, "{\"axes\": {\"depth\": \"3..1\"}}");
        assertThat(cli.run("sweep", file.toString())).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains(file + ": axis depth needs the smaller number first, not '3..1'");
    }

    @Test
    void theTrainabilityMapIsASweepWhoseOptionsChangeIt() throws IOException {
        assertThat(cli.run(
                        "trainability-map",
                        "--quick",
                        "--norm",
                        "none",
                        "--activation",
                        "tanh",
                        "--width",
                        "16",
                        "--axis",
                        "depth=2..8:3",
                        "--steps",
                        "0",
                        "--measure",
                        "signal",
                        "--out",
                        folder.toString()))
                .isZero();
        assertThat(cli.printed()).contains("Sweep over depth, weight-variance", "9 of 9 cells are finished.");
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("weight-variance 1.0 to 4.0 (3 values)", "at weight-variance 1.76.")
                .contains("Lines: mean field theory of nets that are fresh");
    }

    @Test
    void withoutTheModuleSparkTheCommandSaysHowToBuildIt() {
        assertThat(cli.run("sweep", file.toString(), "--spark", "local[2]", "--out", folder.toString()))
                .isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint())
                .contains("--spark needs the module spark, which the default build leaves out: mvn -Pspark");
        assertThat(folder).doesNotExist();
        assertThat(cli.run("sweep", file.toString(), "--spark-folder", "file:/x"))
                .isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains("--spark-folder belongs to --spark");
    }
}
