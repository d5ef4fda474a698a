package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.engine.Engine;
import gradientlab.lab.run.TrainSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepSpecTest {

    @TempDir
    private Path folder;

    private SweepFile file(String json) throws IOException {
        return SweepFile.read(Files.writeString(folder.resolve("sweep.json"), json.replace('\'', '"')));
    }

    private SweepSpec spec(String json) throws IOException {
        return new SweepSpec(file(json), Engine.AUTO);
    }

    @Test
    void theGridIsTheProductOfTheAxesAndTheLastRunsFastest() throws IOException {
        SweepSpec spec = spec("{'axes': {'depth': [2, 3], 'init': 'xavier-normal,kaiming-normal', 'seed': '1..3'}}");
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < spec.cells(); i++) {
            cells.add(String.valueOf(spec.point(i).values()));
        }
        assertThat(cells)
                .hasSize(2 * 2 * 3)
                .doesNotHaveDuplicates()
                .startsWith("[2, xavier-normal, 1]", "[2, xavier-normal, 2]", "[2, xavier-normal, 3]")
                .endsWith("[3, kaiming-normal, 3]");
    }

    @Test
    void cellsDrawnAtRandomAreTheSameEachTimeAndOthersWithAnotherSeed() throws IOException {
        String axes = "{'axes': {'depth': '1..100', 'width': '1..100'}, 'random': 20, 'randomSeed': ";
        assertThat(points(spec(axes + "5}")))
                .hasSize(20)
                .doesNotHaveDuplicates()
                .isEqualTo(points(spec(axes + "5}")))
                .isNotEqualTo(points(spec(axes + "6}")));
    }

    private static List<Map<Knob, Object>> points(SweepSpec spec) {
        List<Map<Knob, Object>> points = new ArrayList<>();
        for (int i = 0; i < spec.cells(); i++) {
            points.add(spec.point(i));
        }
        return points;
    }

    @Test
    void theStdsOfWeightsAndBiasesMakeTheInitialisationScaled() throws IOException {
        SweepSpec spec = spec("{'base': {'init': 'scaled:1:0.2'}, 'axes': {'weight-std': [0.5, 2]}}");
        assertThat(spec.plan(1).spec().initialisation()).hasToString("scaled:2.0:0.2");
    }

    @Test
    void aCellLeadsToTheCommandThatTrainsIt() throws IOException {
        SweepSpec spec = spec("{'base': {'width': 16}, 'axes': {'depth': [2]}, 'steps': 7}");
        assertThat(spec.command(0)).endsWith(" train --depth 2 --width 16 --epochs 1 --batches-per-epoch 7");
    }

    @Test
    void whatIsSaidBesideAFileWins() throws IOException {
        SweepFile file =
                file("{'base': {'width': 16, 'lr': 0.5}, 'axes': {'depth': [2], 'batchSize': [8]}, 'steps': 7}");
        SweepFile said = new SweepFile(
                TrainSettings.of(Map.of("width", 32)),
                new TreeMap<>(Map.of("batch-size", "4")),
                null,
                null,
                9,
                List.of());
        SweepSpec spec = new SweepSpec(said.orElse(file), Engine.AUTO);
        assertThat(spec.command(0))
                .endsWith(" train --depth 2 --width 32 --lr 0.5 --batch-size 4 --epochs 1 --batches-per-epoch 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} | a sweep needs an axis",
                "{'axes': {'depth': [2], 'depth': [3]}} | Duplicate field 'depth'",
                "{'axes': {'batchSize': [2], 'batch-size': [3]}} | axis batch-size is given twice",
                "{'axes': {'depth': []}} | axis depth needs at least one value",
                "{'base': {'repeat': 3}, 'axes': {'depth': [2]}} | a cell is one training",
                "{'base': {'init': 'xavier-normal'}, 'axes': {'weight-std': [2]}} | the axes weight-std, weight-variance and bias-std make",
                "{'axes': {'weight-std': [2], 'init': ['lsuv']}} | the axes weight-std, weight-variance and bias-std make",
                "{'axes': {'depth': [2]}, 'steps': -1} | steps must be at least 0, not -1",
                "{'axes': {'epochs': [2]}, 'steps': 5} | steps 5 and epochs both say how long",
                "{'axes': {'depth': [2]}, 'steps': 0, 'measures': ['last-loss']} | measure last-loss needs a training",
                "{'axes': {'depth': [2]}, 'measures': ['lost']} | measure lost: there is no such measure; use first-loss",
                "{'axes': {'depth': '1..1000', 'width': '1..1000'}} | a sweep may have 100000 cells, and these axes have 1000000",
                "{'axes': {'depth': [2]}, 'random': 2} | random must be 1 to 1, the number of cells, not 2",
                "{'axes': {'depth': [2]}, 'stpes': 2} | stpes",
                "{'base': {'depth': 0}, 'axes': {'width': [2]}} | depth must be at least 1, not 0",
            })
    void whatCannotBeIsSaidInOneSentence(String row) {
        String[] jsonAndSentence = row.split(" \\| ?");
        assertThatThrownBy(() -> spec(jsonAndSentence[0]))
                .isInstanceOfAny(IllegalArgumentException.class, IOException.class)
                .hasMessageContaining(jsonAndSentence.length > 1 ? jsonAndSentence[1] : "")
                .hasMessageNotContaining("\n");
    }

    /** tanh's gain is 5/3, that of the ReLU √2: σw² of 2 is F = √2/(5/3) = 0.848528… and 1. */
    @Test
    void theVarianceOfTheWeightsHasNoGain() throws IOException {
        SweepSpec spec = spec("{'axes': {'activation': 'tanh,relu', 'weight-variance': '2'}}");
        assertThat(spec.plan(0).spec().initialisation().amount()).isCloseTo(Math.sqrt(2) * 3 / 5, within(1e-12));
        assertThat(spec.plan(1).spec().initialisation().amount()).isCloseTo(1, within(1e-12));
        assertThatThrownBy(() -> spec("{'axes': {'weight-std': '2', 'weight-variance': '2'}}"))
                .hasMessageContaining("say the same twice");
    }

    @Test
    void stepsBeyondOnePassAreRefusedWithTheWayToTakeThem() throws IOException {
        SweepSpec spec = spec("{'axes': {'batch-size': [10, 30]}, 'steps': 4}");
        spec.requireOnePass(91);
        assertThatThrownBy(() -> spec.requireOnePass(90))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "steps must be at most 3, the batches of 30 that one pass over 90 examples has, not 4: for more"
                                + " give epochs, and batches-per-epoch, in their place");
    }

    @Test
    void anotherProcessHasTheSameSweep() throws IOException {
        SweepSpec spec = spec("{'base': {'width': 64}, 'axes': {'depth': '1..9', 'weight-std': [0.1, 1]}, 'random': 5,"
                + " 'steps': 3, 'measures': ['signal']}");
        SweepSpec sent = SweepSpec.of(spec.toBytes());
        assertThat(sent.parts()).isEqualTo(spec.parts());
        for (int cell = 0; cell < spec.cells(); cell++) {
            assertThat(sent.plan(cell)).isEqualTo(spec.plan(cell));
        }
    }

    @Test
    void aSettingBesideAFileTakesThePlaceOfItsAxis() throws IOException {
        SweepFile said = new SweepFile(TrainSettings.of(Map.of("norm", "batch")), null, null, null, null, null);
        assertThat(said.orElse(TrainabilitySweep.preset(true)).toAxes())
                .extracting(axis -> axis.knob().name())
                .containsExactly("activation", "depth", "weight-variance");
    }
}
