package gradientlab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.runfolder.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSweepTest {

    private static final List<String> TRAINED = List.of(
            "--width",
            "16",
            "--batch-size",
            "8",
            "--axis",
            "depth=1,3",
            "--axis",
            "norm=none,batch,group",
            "--axis",
            "width=16,17",
            "--axis",
            "seed=1..2",
            "--steps",
            "4");

    @TempDir
    private Path temporary;

    @BeforeEach
    void sparkStaysOnThisMachine() {
        SparkProperties.set(Map.of());
    }

    @AfterEach
    void nothingIsLeftForOtherTests() {
        SparkProperties.clear();
    }

    /** Group norm does not divide a width of 17: four rows are errors. */
    @Test
    void theTableHasTheBytesOfTheSweepOnThisMachine() throws IOException {
        String here = Table.of(temporary.resolve("here"), TRAINED);
        assertThat(here.lines()).hasSize(1 + 24);
        assertThat(here.lines()
                        .filter(line -> line.matches("\\d,group,17,\\d,,,.*"))
                        .count())
                .isEqualTo(4);
        Path out = temporary.resolve("spark");
        assertThat(Table.of(out, TRAINED, "--spark", "local[2]")).isEqualTo(here);
        assertThat(out.resolve("results.parquet"))
                .hasSameBinaryContentAs(temporary.resolve("here").resolve("results.parquet"));
        assertThat(out.resolve("report.html")).exists();
    }

    /** The processor time of a cell is another one each time it is done. */
    @Test
    void aCellWhoseRowIsInTheFolderIsNotDoneAgain() throws IOException {
        List<String> sweep = List.of(
                "--axis",
                "depth=1..6",
                "--steps",
                "0",
                "--measure",
                "signal,seconds",
                "--spark",
                "local[2]",
                "--spark-folder",
                temporary.resolve("rows").toUri().toString());
        System.setProperty("spark.gradientlab.secondsBetweenFiles", "0");
        String first = Table.of(temporary.resolve("first"), sweep);
        try (Stream<Path> files = Files.list(temporary.resolve("rows").resolve("rows"))) {
            Path row = files.filter(file -> file.toString().contains("cells-000000003"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(row);
        }
        List<String> second =
                Table.of(temporary.resolve("second"), sweep).lines().toList();
        List<String> before = first.lines().toList();
        for (int line = 0; line < before.size(); line++) {
            if (line == 1 + 3) {
                assertThat(second.get(line)).isNotEqualTo(before.get(line));
            } else {
                assertThat(second.get(line)).isEqualTo(before.get(line));
            }
        }
    }

    @Test
    void aTaskThatFailsIsTriedAgainOnAnyFileSystemOfHadoop() throws IOException {
        System.setProperty("spark.hadoop.fs.flaky.impl", FlakyFiles.class.getName());
        List<String> sweep = List.of("--axis", "depth=1..6", "--steps", "0", "--measure", "signal");
        String here = Table.of(temporary.resolve("here"), sweep);
        FlakyFiles.REFUSED.clear();
        String flaky = "flaky://" + temporary.resolve("rows");
        assertThat(Table.of(temporary.resolve("spark"), sweep, "--spark", "local[2]", "--spark-folder", flaky))
                .isEqualTo(here);
        assertThat(FlakyFiles.REFUSED).as("every file was refused once").hasSize(6);
    }

    @Test
    void theFolderOfAnotherSweepIsRefusedWithWhatDiffers() throws IOException {
        RowFolder folder = new RowFolder(temporary.resolve("rows").toUri().toString(), new Configuration());
        folder.begin(new Specification(Map.of("axis depth", "1,2,3")));
        folder.begin(new Specification(Map.of("axis depth", "1,2,3")));
        assertThatThrownBy(() -> folder.begin(new Specification(Map.of("axis depth", "1,2"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds the rows of another sweep, with axis depth 1,2,3, not 1,2")
                .hasMessageContaining("--spark-folder");
    }

    /** Of two attempts at the same cells the first counts; nothing unfinished is left. */
    @Test
    void theRowsOfAnAttemptThatComesLateAreDropped() throws IOException {
        Path place = temporary.resolve("rows");
        RowFolder folder = new RowFolder(place.toUri().toString(), new Configuration());
        folder.put(3, 5, new byte[] {1}, "attempt-1");
        folder.put(3, 5, new byte[] {2}, "attempt-2");
        assertThat(folder.finished()).hasToString("{3, 4, 5}");
        assertThat(place.resolve("rows").resolve("cells-000000003-000000005.parquet"))
                .hasBinaryContent(new byte[] {1});
        assertThat(place.resolve("rows").resolve("_attempt-2-cells-000000003-000000005.parquet"))
                .doesNotExist();
    }

    @Test
    void aMasterThatIsNoneIsToldInASentence() {
        assertThatThrownBy(() -> Sessions.open("somewhere"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("--spark somewhere: ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Sessions.open("spark-submit"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("there is none");
    }

    /** The table that {@code ParquetTableTest} of the module sweep has written: what Spark reads is what was put in. */
    @Test
    void sparkReadsTheTablesThatWeWrite() {
        Path golden = Path.of("../sweep/src/test/resources/gradientlab/sweep/parquet/table.parquet");
        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            List<Row> rows = session.read()
                    .parquet(golden.toAbsolutePath().toUri().toString())
                    .collectAsList();
            assertThat(rows).hasSize(74);
            assertThat(rows.get(0).json())
                    .isEqualTo("{\"flag\":true,\"whole\":" + Long.MIN_VALUE + ",\"number\":-0.0,\"text\":\"\"}");
            assertThat(rows.get(1).anyNull()).isTrue();
            assertThat(rows.get(1).isNullAt(0)
                            && rows.get(1).isNullAt(1)
                            && rows.get(1).isNullAt(2)
                            && rows.get(1).isNullAt(3))
                    .isTrue();
            assertThat(rows.get(2).getBoolean(0)).isFalse();
            assertThat(rows.get(2).getLong(1)).isEqualTo(300);
            assertThat(rows.get(2).getDouble(2)).isNaN();
            assertThat(rows.get(2).getString(3)).isEqualTo("σw² 1.76");
            assertThat(rows.get(3).getLong(1)).isEqualTo(Long.MAX_VALUE);
            assertThat(rows.get(3).getDouble(2)).isEqualTo(Double.MIN_VALUE);
            assertThat(rows.get(3).getString(3)).hasSize(200);
            for (int row = 0; row < 70; row++) {
                Row read = rows.get(4 + row);
                assertThat(read.getBoolean(0)).isEqualTo(row % 3 == 0);
                assertThat(read.getLong(1)).isEqualTo(row);
                assertThat(read.getDouble(2)).isEqualTo(row / 10.0);
                assertThat((String) read.getAs(3)).isEqualTo(row % 2 == 0 ? "even" : null);
            }
        }
    }
}
