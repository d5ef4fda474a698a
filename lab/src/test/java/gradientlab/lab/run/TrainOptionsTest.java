package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.Initialisation;
import gradientlab.model.NormPlace;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidIsTheLectures() {
        assertThat(TrainOptions.NONE.toPlan()).isEqualTo(TrainingPlan.LECTURE);
    }

    @Test
    void everythingSaidIsInThePlan() throws IOException {
        TrainingPlan plan = read("""
                {"init": "normal:0.05", "outputGain": 2, "activation": "relu", "norm": "batch", "normPlace": "after",
                 "hiddenBias": false, "depth": 3, "width": 16, "optimizer": "adam", "lr": 0.01, "batchSize": 8,
                 "epochs": 2, "batchesPerEpoch": 5, "seed": 7, "repeat": 4, "data": "fashion"}
                """).toPlan();
        assertThat(plan.spec().initialisation()).isEqualTo(Initialisation.normal(0.05));
        assertThat(plan.spec().outputGain()).isEqualTo(2);
        assertThat(plan.spec().activation()).isEqualTo(ActivationFunction.RELU);
        assertThat(plan.spec().normalisation()).isEqualTo(Normalisation.BATCH);
        assertThat(plan.spec().normPlace()).isEqualTo(NormPlace.AFTER);
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
        Json.write(file, TrainOptions.of(plan));
        assertThat(TrainOptions.read(file).toPlan()).isEqualTo(plan);
    }

    @Test
    void theFirstToSaySomethingWins() throws IOException {
        TrainOptions line = read("{\"lr\": 0.5}");
        TrainOptions file = read("{\"lr\": 0.1, \"depth\": 4}");
        assertThat(line.orElse(file)).isEqualTo(read("{\"lr\": 0.5, \"depth\": 4}"));
    }

    @Test
    void theBiasFollowsTheNormUnlessItIsSaid() throws IOException {
        assertThat(read("{\"norm\": \"batch\"}").toPlan().spec().hiddenBias()).isFalse();
        assertThat(read("{\"norm\": \"batch\", \"normPlace\": \"after\"}")
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
                "{\"init\": \"glorot\"}       | --init: Unknown initialisation 'glorot': use one of standard-normal,",
                "{\"init\": \"normal:x\"}     | --init: Initialisation 'normal:x': normal:STD needs a number, not 'x'",
                "{\"activation\": \"cube\"}   | --activation: Unknown activation 'cube': use one of identity,",
                "{\"norm\": \"instance\"}     | --norm: Unknown normalisation 'instance': use one of none, batch, layer, group",
                "{\"normPlace\": \"inside\"}  | --norm-place: Unknown place of the normalisation 'inside': use one of before, after",
                "{\"optimizer\": \"lion\"}    | --optimizer: Unknown optimiser 'lion': use one of sgd, momentum, rmsprop, adam",
                "{\"depth\": 0}               | --depth must be at least 1, not 0",
                "{\"width\": -1}              | --width must be at least 1, not -1",
                "{\"lr\": 0}                  | --lr must be above 0, not 0.0",
                "{\"lr\": \"NaN\"}            | --lr must be a finite number, not NaN",
                "{\"outputGain\": \"Infinity\"} | --output-gain must be a finite number, not Infinity",
                "{\"batchSize\": 0}           | --batch-size must be at least 1, not 0",
                "{\"epochs\": 0}              | --epochs must be at least 1, not 0",
                "{\"batchesPerEpoch\": 0}     | --batches-per-epoch must be at least 1, not 0",
                "{\"repeat\": 0}              | --repeat must be at least 1, not 0"
            })
    void aWrongValueIsNamedWithItsOptionAndWhatIsAllowed(String json, String message) throws IOException {
        TrainOptions options = read(json);
        assertThatThrownBy(options::toPlan)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"learningRate\": 1} | unknown key 'learningRate': use init, outputGain, activation,",
                "{\"lr\": \"fast\"}    | key 'lr': ",
                "{\"depth\": [1]}      | key 'depth': ",
                "{\"depth\": 1.5}      | key 'depth': ",
                "depth = 1             | not JSON: "
            })
    void aWrongConfigurationIsNamedWithItsFileAndKey(String text, String message) throws IOException {
        Path file = folder.resolve("config.json");
        Files.writeString(file, text);
        assertThatThrownBy(() -> TrainOptions.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("--config " + file + ": " + message);
    }

    @Test
    void aMissingConfigurationIsNamed() {
        Path file = folder.resolve("none.json");
        assertThatThrownBy(() -> TrainOptions.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("--config " + file + ": there is no such file");
    }

    private TrainOptions read(String json) throws IOException {
        Path file = folder.resolve("options.json");
        Files.writeString(file, json);
        return TrainOptions.read(file);
    }
}
