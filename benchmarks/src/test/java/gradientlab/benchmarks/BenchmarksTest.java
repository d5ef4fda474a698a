package gradientlab.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.engine.Engine;
import gradientlab.mnist.MnistDataset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarksTest {

    private static final Size SMALL = new Size(2, 8, 4, true, 1);

    @Test
    void ourEnginesDoTheSameWork(@TempDir Path folder) throws Exception {
        MnistDataset data = MnistDataset.bundled();
        Size plain = new Size(2, 8, 4, true, 0);
        Task.write(data, plain, folder);
        Worker direct = new EngineWorker(Engine.DIRECT);
        Worker dl4j = new EngineWorker(Engine.DL4J);
        direct.open(folder, SMALL);
        dl4j.open(folder, plain);
        for (long step = 0; step < 5; step++) {
            assertThat(direct.step(step)).isCloseTo(dl4j.step(step), org.assertj.core.api.Assertions.within(1e-5));
        }
    }

    @Test
    void theGridIsWhole() {
        assertThat(Size.all()).hasSize(3 * 2 * 3 * 2 * 3).doesNotHaveDuplicates();
        assertThat(Size.all()).containsAll(Size.usual()).containsAll(Size.quick());
    }

    @Test
    void aSizeSurvivesItsLine() {
        assertThat(Size.ofLine(SMALL.toLine())).isEqualTo(SMALL);
    }

    /** By hand: 32 · (2 · 784 · 128 + 3 · 128 · 10), and 32 · 3 · 128 · 128 for each further layer. */
    @Test
    void aStepHasTheMultiplyAddsOfItsProducts() {
        assertThat(new Size(1, 128, 32, false, 0).multiplyAdds()).isEqualTo(6_545_408);
        assertThat(new Size(5, 128, 32, false, 0).multiplyAdds()).isEqualTo(6_545_408 + 32 * 4 * 3 * 128 * 128);
    }

    @Test
    void theMedianIsTheMiddleOfTheRounds() {
        Timing median = Timing.median(List.of(new Timing(3, 9, 0), new Timing(1, 7, 0), new Timing(2, 8, 0.5)));
        assertThat(median).isEqualTo(new Timing(2, 8, 0.5));
    }

    @Test
    void theTableHasALineForASizeAndADashForWhoDidNotTakePart() {
        Size lecture = new Size(1, 128, 32, false, 0);
        List<Row> rows = List.of(
                new Row(lecture, "direct", 100, 110, 0.25, Double.NaN),
                new Row(SMALL, "direct", 10, 11, 0.5, 1),
                new Row(lecture, "pytorch", 400, 410, 1, Double.NaN));
        Map<String, String> contenders = new LinkedHashMap<>();
        contenders.put("direct", "ours (1.0)");
        contenders.put("pytorch", "theirs (2.0)");
        assertThat(TimesTable.of(new BenchmarkReport("A machine", "2026-01-31", contenders, rows)))
                .isEqualTo("""
                        A machine; 2026-01-31

                        - `direct`: ours (1.0)
                        - `pytorch`: theirs (2.0)

                        CPU time of the training thread per step in µs (ratio to `pytorch`, to `pytorch-openblas`):

                        | size | direct | pytorch |
                        |---|--:|--:|
                        | depth 1, width 128, batch 32 | 100 (0.25, –) | 400 (1.00, –) |
                        | depth 2, width 8, batch 4, batch norm, histograms every 1 | 10 (0.50, 1.00) | – |

                        Wall time per step in µs:

                        | size | direct | pytorch |
                        |---|--:|--:|
                        | depth 1, width 128, batch 32 | 110 | 410 |
                        | depth 2, width 8, batch 4, batch norm, histograms every 1 | 11 | – |
                        """);
    }
}
