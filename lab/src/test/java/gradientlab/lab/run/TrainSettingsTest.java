package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.Initialisation;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrainSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidIsTheLectures() {
        assertThat(TrainSettings.NONE.toPlan()).isEqualTo(TrainingPlan.LECTURE);
    }

    @Test
    void everythingSaidIsInThePlan() throws IOException {
        TrainingPlan plan = read("""
                {"init": "normal:0.05", "outputScale": 2, "activation": "relu", "norm": "batch", "normPosition": "after",
                 "hiddenBias": false, "depth": 3, "width": 16, "optimizer": "adam", "lr": 0.01, "batchSize": 8,
                 "epochs": 2, "batchesPerEpoch": 5, "seed": 7, "repeat": 4, "data": "fashion"}
                """).toPlan();
        assertThat(plan.spec().initialisation()).isEqualTo(Initialisation.normal(0.05));
        assertThat(plan.spec().outputScale()).isEqualTo(2);
        assertThat(plan.spec().activation()).isEqualTo(ActivationFunction.RELU);
        assertThat(plan.spec().normalisation()).isEqualTo(Normalisation.BATCH);
        assertThat(plan.spec().normPosition()).isEqualTo(NormPosition.AFTER);
        assertThat(plan.spec().hiddenBias()).isFalse();
        assertThat(plan.spec().hidden()).isEqualTo(List.of(16, 16, 16));
        assertThat(plan.spec().optimiser()).isEqualTo(Optimiser.ADAM);
        assertThat(plan.spec().learningRate()).isEqualTo(0.01);
        assertThat(plan.spec().seed()).isEqualTo(7);
        assertThat(List.of(plan.batchSize(), plan.epochs(), plan.batchesPerEpoch(), plan.repeat()))
                .isEqualTo(List.of(8, 2, 5, 4));
        assertThat(plan.data()).isEqualTo("fashion");
    }

    @Test
    void thePlanOfARunIsReadBackFromItsSpec() throws IOException {
        TrainingPlan plan = TrainingPlan.LECTURE
                .with(b -> b.normalisation(Normalisation.BATCH).hidden(2, 64))
                .lasting(3, 4);
        Path file = folder.resolve("spec.json");
        Json.write(file, TrainSettings.of(plan));
        assertThat(TrainSettings.read(file).toPlan()).isEqualTo(plan);
    }

    @Test
    void theFirstToSaySomethingWins() throws IOException {
        TrainSettings line = read("{\"lr\": 0.5}");
        TrainSettings file = read("{\"lr\": 0.1, \"depth\": 4}");
        assertThat(line.orElse(file)).isEqualTo(read("{\"lr\": 0.5, \"depth\": 4}"));
    }

    @Test
    void theBiasFollowsTheNormUnlessItIsSaid() throws IOException {
        assertThat(read("{\"norm\": \"batch\"}").toPlan().spec().hiddenBias()).isFalse();
        assertThat(read("{\"norm\": \"batch\", \"normPosition\": \"after\"}")
                        .toPlan()
                        .spec()
                        .hiddenBias())
                .isTrue();
        assertThat(read("{\"norm\": \"batch\", \"hiddenBias\": true}")
                        .toPlan()
                        .spec()
                        .hiddenBias())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"init\": \"glorot\"}       | init: Unknown initialisation 'glorot': use one of standard-normal,",
                "{\"init\": \"normal:x\"}     | init: Initialisation 'normal:x': normal:STD needs a number, not 'x'",
                "{\"activation\": \"cube\"}   | activation: Unknown activation 'cube': use one of identity,",
                "{\"norm\": \"instance\"}     | norm: Unknown normalisation 'instance': use one of none, batch, layer, group",
                "{\"normPlace\": \"inside\"}  | normPlace: Unknown position of the normalisation 'inside': use one of before, after",
                "{\"normPosition\": \"inside\"}  | normPosition: Unknown position of the normalisation 'inside': use one of before, after",
                "{\"optimizer\": \"lion\"}    | optimizer: Unknown optimiser 'lion': use one of sgd, nesterov, rmsprop, adam",
                "{\"depth\": 0}               | depth must be at least 1, not 0",
                "{\"width\": -1}              | width must be at least 1, not -1",
                "{\"lr\": 0}                  | lr must be above 0, not 0.0",
                "{\"lr\": \"NaN\"}            | lr must be a finite number, not NaN",
                "{\"outputScale\": \"Infinity\"} | outputScale must be a finite number, not Infinity",
                "{\"batchSize\": 0}           | batchSize must be at least 1, not 0",
                "{\"epochs\": 0}              | epochs must be at least 1, not 0",
                "{\"batchesPerEpoch\": 0}     | batchesPerEpoch must be at least 1, not 0",
                "{\"repeat\": 0}              | repeat must be at least 1, not 0",
                "{\"seeds\": 0}               | seeds must be at least 1, not 0"
            })
    void aWrongValueIsNamedWithItsFileAndSettingAndWhatIsAllowed(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("options.json") + ": " + message);
    }

    /** Eight groups of two units or more: the rule of Normalisation.GROUP, which one setting alone cannot break. */
    @Test
    void aWidthThatTheNormCannotSplitIsNamed() throws IOException {
        TrainSettings settings = read("{\"norm\": \"group\", \"width\": 10}");
        assertThatThrownBy(settings::toPlan)
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("width: ")
                .hasMessageContaining("8 groups")
                .hasMessageEndingWith("not [10]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"learningRate\": 1} | unknown key 'learningRate': use init, outputScale, activation,",
                "{\"lr\": \"fast\"}    | lr needs a number, not 'fast'",
                "{\"depth\": [1]}      | depth needs a whole number from 1 to 2147483647, not [1]",
                "{\"depth\": 1.5}      | depth needs a whole number from 1 to 2147483647, not 1.5",
                "{\"depth\": 2147483648} | depth needs a whole number from 1 to 2147483647, not 2147483648",
                "{\"seed\": 9223372036854775808} | seed needs a whole number from -9223372036854775808 to",
                "{\"lr\": 1e400}      | lr must be a finite number, not Infinity",
                "{\"lr\": 1, \"lr\": 2} | not a JSON object: Duplicate field 'lr'",
                "[1]                  | not a JSON object: ",
                "null                 | not a JSON object: null",
                "depth = 1             | not a JSON object: "
            })
    void aWrongConfigurationIsNamedWithItsFileAndKey(String text, String message) throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> TrainSettings.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": " + message);
    }

    @Test
    void aMissingConfigurationIsNamed() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> TrainSettings.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": there is no such file");
    }

    /** The spec of a run.json of November 2026. */
    @Test
    void formerKeysAndNamesAreUnderstood() throws IOException {
        TrainSettings former = read("""
                {"init": "standard-normal", "outputGain": 0.5, "activation": "tanh", "norm": "batch", "normPlace": "after",
                 "hiddenBias": true, "depth": 1, "width": 128, "optimizer": "momentum", "lr": 0.1, "batchSize": 32,
                 "epochs": 10, "batchesPerEpoch": 101, "seed": 42, "repeat": 1}
                """);
        TrainingPlan plan = former.toPlan();
        assertThat(plan.spec().outputScale()).isEqualTo(0.5);
        assertThat(plan.spec().normPosition()).isEqualTo(NormPosition.AFTER);
        assertThat(plan.spec().optimiser()).isEqualTo(Optimiser.NESTEROV);
        assertThat(read("{\"seeds\": 3}").toPlan().repeat()).isEqualTo(3);
    }

    @Test
    void aSettingGivenByBothOfItsKeysIsRefused() {
        assertThatThrownBy(() -> read("{\"repeat\": 2, \"seeds\": 3}"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("seeds is given twice, under two of its names");
    }

    /** Files written before null was refused anywhere said so of what they left out. */
    @Test
    void aValueThatIsNullIsNotSaid() throws IOException {
        assertThat(read("{\"lr\": null, \"depth\": 4}")).isEqualTo(read("{\"depth\": 4}"));
    }

    /** A value that is not the lecture's, for every row. */
    @ParameterizedTest
    @EnumSource
    void everySettingGoesThroughPlanConfigurationAndRunJson(Setting setting) throws IOException {
        Object other = other(setting);
        TrainSettings said = new TrainSettings(Map.of(setting, other));
        TrainingPlan plan = said.toPlan();
        assertThat(setting.of(plan)).isEqualTo(other).isNotEqualTo(setting.of(TrainingPlan.LECTURE));
        for (String key : setting.keys()) {
            String value = Json.MAPPER.writeValueAsString(other);
            assertThat(read("{\"" + key + "\": " + value + "}")).isEqualTo(said);
        }
        Path file = folder.resolve("run.json");
        Provenance provenance = Json.MAPPER.readValue(PROVENANCE, Provenance.class);
        Json.write(file, new RunRecord(TrainSettings.of(plan), List.of(), provenance));
        assertThat(Json.MAPPER.readTree(file.toFile()).get("spec").has(setting.key()))
                .isTrue();
        assertThat(Json.read(file, RunRecord.class).spec().toPlan()).isEqualTo(plan);
    }

    private static Object other(Setting setting) {
        return switch (setting.type()) {
            case TEXT -> setting.names().isEmpty() ? "folder" : setting.names().get(1);
            case COUNT -> 3;
            case LONG -> 7L;
            case NUMBER, POSITIVE -> 0.25;
            case FLAG -> false;
        };
    }

    /** A run.json as it was written before three of its words changed. */
    @Test
    void aFormerRunJsonGivesItsPlan() throws IOException {
        RunRecord former = readRun("""
                {"spec": {"init": "torch-linear", "outputGain": 0.5, "activation": "relu", "norm": "batch",
                  "normPlace": "after", "hiddenBias": true, "depth": 2, "width": 64, "optimizer": "momentum", "lr": 0.02,
                  "batchSize": 32, "epochs": 10, "batchesPerEpoch": 101, "seed": 42, "repeat": 3},
                 "runs": [], "provenance": PROVENANCE}
                """);
        TrainingPlan plan = former.spec().toPlan();
        assertThat(plan.spec().outputScale()).isEqualTo(0.5);
        assertThat(plan.spec().normPosition()).isEqualTo(NormPosition.AFTER);
        assertThat(plan.spec().optimiser()).isEqualTo(Optimiser.NESTEROV);
        assertThat(TrainSettings.of(plan).toJson())
                .containsEntry("outputScale", 0.5)
                .containsEntry("normPosition", "after")
                .containsEntry("optimizer", "nesterov")
                .doesNotContainKeys("outputGain", "normPlace");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lr\": 0}      | spec: lr must be above 0, not 0.0",
                "{\"speed\": 1}   | spec: unknown key 'speed': use init, outputScale,",
                "{\"norm\": \"group\", \"width\": 10} | width: ",
                "null             | spec must be given, not null"
            })
    void aDamagedRunJsonIsNamedInASentence(String spec, String message) {
        assertThatThrownBy(() -> readRun("{\"spec\": " + spec + ", \"runs\": [], \"provenance\": PROVENANCE}"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("run.json") + ": not a RunRecord: " + message);
    }

    private static final String PROVENANCE = """
            {"data": "", "dataSha256": {}, "gradientLab": "", "gitCommit": "", "dl4j": "", "backend": "", "engine": "",
             "java": "", "os": "", "cores": 1, "started": ""}""";

    private RunRecord readRun(String json) throws IOException {
        Path file = folder.resolve("run.json");
        Files.writeString(file, json.replace("PROVENANCE", PROVENANCE));
        return Json.read(file, RunRecord.class);
    }

    private TrainSettings read(String json) throws IOException {
        Path file = folder.resolve("options.json");
        Files.writeString(file, json);
        return TrainSettings.read(file);
    }
}
