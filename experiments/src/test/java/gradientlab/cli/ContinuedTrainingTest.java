package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a folder in which there are results already. */
class ContinuedTrainingTest {

    @TempDir
    private static Path once;

    private final LineRun cli = new LineRun();

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeAll
    static void aTrainingIsFinished() {
        assertThat(train(new LineRun(), once.resolve("run"), "--repeat", "2")).isZero();
    }

    /** A folder may be copied: its manifest names its files by their paths within. */
    @BeforeEach
    void itIsInAFolderOfItsOwn() throws IOException {
        folder = temporary.resolve("run");
        try (Stream<Path> files = Files.walk(once.resolve("run"))) {
            for (Path file : files.toList()) {
                Files.copy(file, temporary.resolve(once.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private int train(String... more) {
        return train(cli, folder, more);
    }

    private static int train(LineRun cli, Path folder, String... more) {
        List<String> args = new ArrayList<>(
                List.of("train", "--epochs", "1", "--batches-per-epoch", "4", "--out", folder.toString()));
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private JsonNode runs() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("run.json").toFile()).get("runs");
    }

    @Test
    void theSameCommandTrainsNothingAgainAndLeavesWhatIsThere() throws IOException {
        FileTime written = Files.getLastModifiedTime(folder.resolve("run.json"));
        assertThat(train("--repeat", "2")).isZero();
        assertThat(cli.printed()).contains("Finished before: 2 of 2 repetitions", "Report: ");
        assertThat(Files.getLastModifiedTime(folder.resolve("run.json"))).isEqualTo(written);
    }

    @Test
    void moreRepetitionsGoOnWhereFewerEndedWithTheBitsOfAllAtOnce() throws IOException {
        JsonNode two = runs();
        assertThat(train("--repeat", "3")).isZero();
        assertThat(cli.printed()).contains("Finished before: 2 of 3 repetitions");
        String metrics = text("metrics.csv");
        JsonNode three = runs();
        assertThat(three).hasSize(3).startsWith(two.get(0), two.get(1));
        folder = temporary.resolve("at-once");
        assertThat(train("--repeat", "3")).isZero();
        assertThat(text("metrics.csv")).isEqualTo(metrics);
        assertThat(runs()).isEqualTo(three);
        assertThat(train("--repeat", "1")).isZero();
        assertThat(runs()).as("what is finished stays").isEqualTo(three);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lr 0.2", "--engine dl4j"})
    void anotherTrainingIsRefusedAndChangesNothing(String other) throws IOException {
        String before = text("run.json");
        assertThat(train(other.split(" "))).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains(folder + ": cannot be continued, its results were made with ", "--force")
                .hasLineCount(1);
        assertThat(text("run.json")).isEqualTo(before);
    }

    @Test
    void forceMovesAsideWhatIsThere() throws IOException {
        String before = text("run.json");
        assertThat(train("--lr", "0.2", "--force")).isZero();
        assertThat(cli.printed()).contains("Moved aside: " + folder + ".1");
        assertThat(text("run.json")).contains("\"lr\" : 0.2");
        assertThat(temporary.resolve("run.1/run.json")).hasContent(before);
        assertThat(cli.run("report", folder + ".1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run.json", "metrics.csv", "history.json"})
    void aFileThatIsDamagedIsSaidAndMadeAgainWithTheSameBits(String name) throws IOException {
        String metrics = text("metrics.csv");
        JsonNode runs = runs();
        String before = text(name);
        Files.writeString(folder.resolve(name), before.replaceFirst("[0-9]\\.[0-9]", "7.7"));
        assertThat(text(name)).isNotEqualTo(before);
        assertThat(train("--repeat", "2")).isZero();
        assertThat(cli.complaint())
                .contains(folder.resolve(name) + ": ", "; it is made again")
                .hasLineCount(1);
        assertThat(runs()).isEqualTo(runs);
        assertThat(text("metrics.csv")).isEqualTo(metrics);
        if (!name.equals("run.json")) {
            assertThat(text(name)).isEqualTo(before);
        }
    }

    @Test
    void alteredNumbersAreRefusedByTheChecksumAndShownWithAWarningOnRequest() throws IOException {
        Path run = folder.resolve("run.json");
        Files.writeString(run, text("run.json").replaceFirst("\"testAccuracy\" : 0\\.", "\"testAccuracy\" : 9."));
        assertThat(cli.run("ui", folder.toString())).isEqualTo(Cli.FAILED);
        assertThat(cli.run("report", folder.toString())).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains(run + ": is not as it was written", "report --anyway")
                .hasLineCount(1);
        assertThat(text("report.html")).doesNotContain("class=\"warning\"");
        assertThat(cli.run("report", "--anyway", folder.toString())).isZero();
        assertThat(text("report.html"))
                .contains("<p class=\"warning\" role=\"alert\">Some files are not as they were written")
                .contains(run.toString());
    }

    @Test
    void aFolderWithoutManifestIsShownButNotContinued() throws IOException {
        Files.delete(folder.resolve("manifest.json"));
        assertThat(cli.run("report", folder.toString())).isZero();
        assertThat(cli.complaint())
                .contains("has no manifest.json", "cannot be verified")
                .hasLineCount(1);
        assertThat(train("--repeat", "2")).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains("cannot be continued, it holds results without a manifest.json")
                .hasLineCount(1);
    }

    @Test
    void aFolderInWhichAnotherProcessWritesIsRefusedBeforeTheFirstStep() throws IOException {
        WorkFolder other = WorkFolder.claim(folder);
        assertThat(train("--repeat", "3")).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains(folder + ": another process writes into this folder")
                .hasLineCount(1);
        assertThat(cli.printed()).isEmpty();
        other.close();
    }

    @Test
    void aCheckpointThatIsDamagedIsSaidAndGone() throws IOException {
        Path checkpoint = Files.writeString(folder.resolve("checkpoint"), "nothing of the kind");
        assertThat(train("--repeat", "3")).isZero();
        assertThat(cli.complaint())
                .contains(checkpoint + ": belongs to something else, or is damaged; the repetition begins anew")
                .hasLineCount(1);
        assertThat(checkpoint).doesNotExist();
        assertThat(runs()).hasSize(3);
    }

    @Test
    void anIntervalThatCannotBeIsWrongUsage() {
        assertThat(train("--checkpoint-every", "-1")).isEqualTo(Cli.WRONG_USAGE);
        assertThat(cli.complaint()).contains("--checkpoint-every must be 0 to 1000000 seconds, not -1.0");
        assertThat(train("--checkpoint-every", "NaN")).isEqualTo(Cli.WRONG_USAGE);
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefusedBeforeTheFirstStep() throws IOException {
        folder = Files.writeString(temporary.resolve("file"), "a file");
        assertThat(train()).isEqualTo(Cli.FAILED);
        assertThat(cli.complaint())
                .contains(folder + ": is a file, not a folder")
                .hasLineCount(1);
        assertThat(cli.printed()).isEmpty();
    }
}
