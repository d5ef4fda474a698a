package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.engine.Engine;
import gradientlab.lab.ReportStyle;
import gradientlab.lab.run.Backend;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.Watch;
import gradientlab.language.Language;
import gradientlab.language.Words;
import gradientlab.mnist.MnistOnce;
import gradientlab.runfolder.Verification;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final Words ENGLISH = SweepReport.WORDS.in(Language.ENGLISH);

    @TempDir
    private Path folder;

    private static final Provenance NOW = Provenance.now(MnistOnce.data(), Backend.start(), Engine.AUTO);

    private static SweepSpec spec(Integer steps, Map<String, Object> axes) {
        TrainSettings base = TrainSettings.of(Map.of("width", 16, "batchSize", 8));
        // Each number more is a figure more to draw.
        List<String> measures = steps == 0 ? List.of("signal", "findings") : List.of("last-loss", "findings");
        return new SweepSpec(new SweepFile(base, axes, null, null, steps, measures), Engine.AUTO);
    }

    private static SweepSpec trained() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("depth", List.of(1, 3));
        axes.put("norm", "none,batch,group");
        axes.put("seed", "1..2");
        return spec(4, axes);
    }

    private Path run(String name, SweepSpec spec, int workers, Watch watch) throws IOException {
        Path path = folder.resolve(name);
        try (WorkFolder work = WorkFolder.claim(path);
                Sweep sweep = Sweep.begin(spec, MnistOnce.data(), work, NOW)) {
            sweep.run(watch, workers);
            sweep.write(ReportStyle.DEFAULT);
        }
        return path;
    }

    private Path run(String name, SweepSpec spec, int workers) throws IOException {
        return run(name, spec, workers, Watch.nobody());
    }

    @Test
    void theTableHasTheSameBytesWithOneWorkerAndWithTwoAndAfterAStop() throws IOException {
        String atOnce = Files.readString(run("one", trained(), 1).resolve("results.csv"));
        assertThat(atOnce.lines()).hasSize(1 + 12);
        assertThat(run("two", trained(), 2).resolve("results.csv")).hasContent(atOnce);
        assertReadBack(folder.resolve("one"), trained());

        Interruption stop = new Interruption();
        Watch stopping = new Watch(name -> List.of(), (name, steps) -> stop::request, stop);
        Path stopped = run("stopped", trained(), 2, stopping);
        assertThat(Files.readAllLines(stopped.resolve("results.csv")))
                .as("what was under way when it was stopped is finished or not")
                .hasSizeBetween(1 + 1, 1 + 2);
        assertThat(run("stopped", trained(), 2).resolve("results.csv")).hasContent(atOnce);
        assertThat(Verification.of(stopped).faults()).isEmpty();
        assertThat(stopped.resolve("results.parquet"))
                .hasSameBinaryContentAs(folder.resolve("one").resolve("results.parquet"));
    }

    private static void assertReadBack(Path table, SweepSpec spec) throws IOException {
        List<SweptCell> cells = SweptCell.in(table);
        assertThat(cells)
                .extracting(SweptCell::plan)
                .isEqualTo(IntStream.range(0, spec.cells()).mapToObj(spec::plan).toList());
        assertThat(cells)
                .allSatisfy(cell -> assertThat(cell.measures()).containsOnlyKeys("last-loss"))
                .extracting(cell -> cell.measures().get("last-loss"))
                .as("of each cell its own")
                .doesNotHaveDuplicates();
    }

    @Test
    void finishedCellsAreNotDoneAgain() throws IOException {
        Path path = run("run", spec(0, Map.of("depth", "1..3")), 1);
        Progress none = (name, steps) -> {
            throw new AssertionError("There is work: " + name);
        };
        run("run", spec(0, Map.of("depth", "1..3")), 1, new Watch(name -> List.of(), none, new Interruption()));
        assertThat(path.resolve("report.html")).content().contains("3 of 3 cells are finished.", "<svg");
    }

    @Test
    void anotherSweepIsRefusedInTheFolderWithWhatDiffers() throws IOException {
        run("run", spec(0, Map.of("depth", "1..2")), 1);
        assertThatThrownBy(() -> run("run", spec(0, Map.of("depth", "1..3")), 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be continued")
                .hasMessageContaining("axis depth 1,2, not 1,2,3");
        assertThatThrownBy(() -> run("run", spec(1, Map.of("depth", "1..2")), 1))
                .hasMessageContaining("steps 0, not 1");
    }

    @Test
    void aCellThatCannotBeBuiltIsARowWithASentenceAndTheOthersGoOn() throws IOException {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("norm", "group");
        axes.put("width", List.of(16, 17));
        Path path = run("run", spec(0, axes), 1);
        List<String> lines = Files.readAllLines(path.resolve("results.csv"));
        assertThat(lines.get(1)).startsWith("group,16,").contains("train --norm group");
        assertThat(lines.get(2)).startsWith("group,17,,,").contains("width", "17");
        assertThat(Files.readAllLines(path.resolve("summary.csv")).get(2)).startsWith("group,17,1,1,NaN,NaN,0");
    }

    /** By hand: losses 1 and 3 have mean 2 and std √2; where one is NaN so is the mean, and n says so. */
    @Test
    void theSummaryHasMeanStdAndNumberOverTheSeeds() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("depth", List.of(1, 2));
        axes.put("seed", "1..2");
        SweepSpec spec =
                new SweepSpec(new SweepFile(null, axes, null, null, 1, List.of("last-loss", "findings")), Engine.AUTO);
        SweepSummary.Builder summary = new SweepSummary.Builder(spec);
        summary.add(0, new CellRow(List.of("1.0", ""), ""));
        summary.add(1, new CellRow(List.of("3.0", ""), ""));
        summary.add(2, new CellRow(List.of("NaN", ""), ""));
        summary.add(3, new CellRow(List.of("3.0", ""), ""));
        List<SweepSummary.Point> points = summary.build().points();
        assertThat(points.get(0))
                .isEqualTo(new SweepSummary.Point(
                        Map.of("depth", 1), 2, 0, Map.of("last-loss", new SweepSummary.Figure(2, Math.sqrt(2), 2))));
        assertThat(points.get(1).measures().get("last-loss"))
                .isEqualTo(new SweepSummary.Figure(Double.NaN, Double.NaN, 1));
    }

    @Test
    void twoNumericAxesMakeAMapForEachMeasureAndEachOfTheOthers() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("depth", List.of(1, 2));
        axes.put("lr", List.of(0.1, 0.2));
        axes.put("activation", "tanh,relu");
        SweepSpec spec =
                new SweepSpec(new SweepFile(null, axes, null, null, 1, List.of("last-loss", "signal")), Engine.AUTO);
        SweepSummary.Builder summary = new SweepSummary.Builder(spec);
        for (int cell = 0; cell < spec.cells() - 1; cell++) {
            summary.add(cell, new CellRow(List.of(String.valueOf(cell), "0.01"), ""));
        }
        assertThat(new SweepFigures(spec, summary.build(), ENGLISH).all())
                .hasSize(4)
                .extracting(figure -> figure.plot().getClass().getSimpleName())
                .containsOnly("Heat");
    }

    /** Schoenholz et al. 2017: the critical σw of tanh without biases is 1, which is 0.6 times its gain of 5/3. */
    @Test
    void theReportSaysAtWhichStdOfTheWeightsTheGradientIsKept() {
        assertThat(SweepTheory.sentence(spec(0, Map.of("weight-std", "0.5,1")), ENGLISH))
                .contains("delta of a tanh net keeps its size from layer to layer at weight-std 0.600.");
        assertThat(SweepTheory.sentence(spec(0, Map.of("weight-std", "1", "activation", "tanh,relu")), ENGLISH))
                .isEmpty();
    }

    @Test
    void aMapWithoutRoomForItsRowsIsNotDrawnAndThatIsSaid() {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("depth", "1..61");
        axes.put("lr", List.of(0.1, 0.2));
        SweepSpec spec = spec(0, axes);
        SweepFigures figures = new SweepFigures(spec, new SweepSummary.Builder(spec).build(), ENGLISH);
        assertThat(figures.all()).isEmpty();
        assertThat(figures.left()).isEqualTo(" There is no map: an axis has more than 60 values.");
    }
}
