package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result of an experiment and its trainings. */
class ContinuedLessonTest {

    private final LineRun cli = new LineRun();

    @TempDir
    private Path temporary;

    private int run(Path folder) {
        return cli.run(
                "torch-linear",
                "--epochs",
                "1",
                "--batches-per-epoch",
                "4",
                "--repeat",
                "1",
                "--out",
                folder.toString());
    }

    private static List<Path> trainings(Path folder) throws IOException {
        try (var folders = Files.list(folder.resolve("trainings"))) {
            return folders.sorted().toList();
        }
    }

    @Test
    void aResultWhoseTrainingIsMissingOrAlteredIsMadeAgainWithItAndNothingElseIs() throws IOException {
        Path folder = temporary.resolve("lesson");
        assertThat(run(folder)).isZero();
        Path result = folder.resolve("results/torch-linear.json");
        Path metrics = trainings(folder).get(0).resolve("metrics.csv");
        Path other = trainings(folder).get(1).resolve("metrics.csv");
        String resultBefore = Files.readString(result);
        String before = Files.readString(metrics);
        FileTime writtenOther = Files.getLastModifiedTime(other);

        FileTime writtenResult = Files.getLastModifiedTime(result);
        assertThat(run(folder)).isZero();
        assertThat(cli.complaint()).isEmpty();
        assertThat(Files.getLastModifiedTime(result)).as("finished").isEqualTo(writtenResult);

        Files.writeString(metrics, before.replace("42,1,1", "42,2,1"));
        assertThat(run(folder)).isZero();
        assertThat(cli.complaint())
                .contains(metrics + ": is not as it was written")
                .hasLineCount(1);
        assertThat(metrics).hasContent(before);
        assertThat(result).hasContent(resultBefore);
        assertThat(Files.getLastModifiedTime(other)).as("whole").isEqualTo(writtenOther);

        Files.delete(metrics);
        assertThat(cli.run("ui", folder.toString())).isEqualTo(Cli.FAILED);
        assertThat(run(folder)).isZero();
        assertThat(metrics).hasContent(before);
        assertThat(cli.run("report", folder.toString())).isZero();
        assertThat(cli.run("report", trainings(folder).get(0).toString())).isZero();
        assertThat(cli.complaint()).isEmpty();
        assertThat(run(folder)).as("a training's own report is no damage").isZero();
        assertThat(cli.complaint()).isEmpty();
    }
}
