package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.engine.Engine;
import gradientlab.mnist.Everywhere;
import gradientlab.mnist.MnistOnce;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFolderTest {

    private static final TrainingPlan PLAN = TrainingPlan.LECTURE.lasting(2, 3).repeated(2);

    @TempDir
    private Path path;

    @Test
    void whatWasWrittenIsReadBack() throws IOException {
        List<TrainedRun> runs = runs(PLAN);
        RunFolder folder = written(PLAN, runs);

        RunRecord record = folder.record();
        assertThat(record.spec().toPlan()).isEqualTo(PLAN);
        assertThat(record.runs())
                .isEqualTo(runs.stream().map(TrainedRun::figures).toList());
        assertThat(record.provenance().dl4j()).isEqualTo("1.0.0-M2.1");
        assertThat(folder.metrics())
                .isEqualTo(
                        Map.of(42L, runs.get(0).iterations(), 43L, runs.get(1).iterations()));
        assertThat(folder.snapshots().start()).isEqualTo(runs.get(0).start());
        assertThat(folder.snapshots().end()).isEqualTo(runs.get(0).end());
    }

    @Test
    void theFilesAreTheSameEverywhere() throws Exception {
        TrainingPlan one = PLAN.repeated(1);
        List<TrainedRun> trained = runs(one);
        Provenance once = Provenance.now(MnistOnce.data(), Backend.start(), Engine.AUTO);
        Everywhere.same(() -> {
            Map<String, String> contents = new TreeMap<>();
            new RunFiles()
                    .training(trained.get(0), once)
                    .all()
                    .forEach((name, bytes) -> contents.put(name, HexFormat.of().formatHex(bytes)));
            return contents;
        });
    }

    @Test
    void runJsonHasTheKeysThatScriptsRelyOn() throws IOException {
        written(PLAN, runs(PLAN));
        JsonNode json = Json.MAPPER.readTree(path.resolve("run.json").toFile());
        assertThat(json.at("/spec/init").asText()).isEqualTo("standard-normal");
        assertThat(json.at("/runs/1/seed").asLong()).isEqualTo(43);
        assertThat(json.at("/runs/0/epochLoss").size()).isEqualTo(2);
        for (String key : List.of("initialLoss", "testLoss", "testAccuracy", "saturatedAtStart", "saturatedAtEnd")) {
            assertThat(json.at("/runs/0/" + key).isNumber()).as(key).isTrue();
        }
        assertThat(json.at("/provenance/dataSha256/train-images-idx3-ubyte").asText())
                .isEqualTo("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db");
        for (String key : List.of("dl4j", "java", "os", "backend", "gitCommit")) {
            assertThat(json.at("/provenance/" + key).asText()).as(key).isNotBlank();
        }
    }

    @Test
    void notANumberSurvives() throws IOException {
        TrainingPlan wild = PLAN.repeated(1)
                .with(b -> b.learningRate(1e30).activation(gradientlab.activations.ActivationFunction.RELU));
        RunFolder folder = written(wild, runs(wild));
        assertThat(folder.record().runs().get(0).testLoss()).isNaN();
        assertThat(folder.metrics().get(42L).get(5).loss()).isNaN();
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Files.writeString(path.resolve("run.json"), "{\"spec\": 1");
        assertThatThrownBy(() -> new RunFolder(path).record())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path.resolve("run.json") + ": not a RunRecord: ");
    }

    @Test
    void aShortLineIsNamed() throws IOException {
        Path file = path.resolve("metrics.csv");
        Files.writeString(file, "seed,iteration,epoch,loss,log10_ratio.output.W\n1,0,1,2.3\n");
        assertThatThrownBy(() -> MetricsCsv.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ", line 2: expected 5 values, found 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed,iteration,epoch,loss,log10_ratio.a.W;1,0,1,x,0 | , line 2: loss must be a number, not 'x'",
                "seed,iteration,epoch,loss,log10_ratio.a.W;1,0,1.5,2,0 | , line 2: epoch must be a number, not '1.5'",
                "seed,iteration,epoch,loss;1,99999999999,1,2 | , line 2: iteration must be a number, not '99999999999'",
                "seed,epoch,iteration,loss;1,0,1,2 | , line 1: must be seed,iteration,epoch,loss and different columns",
                "seed,iteration,epoch,loss,log10_ratio.a.W,log10_ratio.a.W | , line 1: must be seed,iteration,epoch,loss and",
                "seed,iteration,epoch,loss | : holds no step"
            })
    void aDamagedMetricsFileIsNamedWithLineAndColumn(String lines, String sentence) throws IOException {
        Path file = path.resolve("metrics.csv");
        Files.writeString(file, lines.replace(';', '\n'));
        assertThatThrownBy(() -> MetricsCsv.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + sentence);
    }

    /** A mapper makes 0 of a number that is missing, and null of the rest. */
    @Test
    void whatIsMissingIsNamedAndNotReadAsZero() throws IOException {
        written(PLAN, runs(PLAN.repeated(1)));
        Path file = path.resolve("run.json");
        String whole = Files.readString(file);
        Files.writeString(file, whole.replaceFirst("\"testLoss\" : [^,]*,", ""));
        assertThatThrownBy(() -> new RunFolder(path).record())
                .hasMessageStartingWith(file + ": not a RunRecord: runs[0].testLoss: ");
        Files.writeString(file, whole.replaceFirst("\"epochLoss\" : \\[ [^,]*,", "\"epochLoss\" : [ null,"));
        assertThatThrownBy(() -> new RunFolder(path).record())
                .hasMessage(file + ": not a RunRecord: runs[0].epochLoss[0] is missing or null");
        Files.writeString(file, whole.replaceFirst("(?s)\"provenance\".*", "\"provenance\" : null}"));
        assertThatThrownBy(() -> new RunFolder(path).record())
                .hasMessage(file + ": not a RunRecord: provenance is missing or null");
    }

    private static List<TrainedRun> runs(TrainingPlan plan) {
        Trainer trainer = new Trainer(MnistOnce.data(), Watch.nobody());
        return Stream.iterate(0, i -> i + 1)
                .limit(plan.repeat())
                .map(i -> trainer.train("run", plan.repetition(i)))
                .toList();
    }

    private RunFolder written(TrainingPlan plan, List<TrainedRun> runs) throws IOException {
        Provenance provenance = Provenance.now(MnistOnce.data(), Backend.start(), Engine.AUTO);
        RunFiles files = new RunFiles()
                .snapshots(runs.get(0))
                .repetitions(plan, runs.stream().map(Repetition::of).toList(), provenance);
        try (WorkFolder work = WorkFolder.reopen(path)) {
            work.put(files.all());
        }
        return new RunFolder(path);
    }
}
