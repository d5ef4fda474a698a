package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.InitialisationScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryNeedTest {

    private static final int EXAMPLES = 60_000;

    /** 1.5 GB of heap in a machine of 8 GB. */
    private static final Memory SMALL = new Memory(1.5e9, 8e9);

    private static TrainingPlan plan(String key, Object value) {
        return TrainSettings.of(Map.of(key, value)).toPlan();
    }

    /** 784·128 + 128 + 128·10 + 10 parameters and as many gradients, 4 bytes each. */
    @Test
    void outsideTheHeapAreParametersAndGradients() {
        MemoryNeed need = MemoryNeed.of(TrainingPlan.LECTURE, EXAMPLES);
        assertThat(need.machine()).isEqualTo(101_770 * 4.0 * 2);
        assertThat(need.largest()).isEqualTo(784 * 128);
        assertThat(MemoryNeed.of(plan("optimizer", "adam"), EXAMPLES).machine()).isEqualTo(101_770 * 4.0 * 4);
    }

    /** 1010 steps with two weight matrices each, and 1,000 examples of 128 units. */
    @Test
    void theHeapHoldsWhatIsMeasuredAndRecorded() {
        assertThat(MemoryNeed.of(TrainingPlan.LECTURE, EXAMPLES).heap())
                .isCloseTo(101_770 * 8 + 128_000 * 8 + 1010 * (150 + 2 * 56) + 16_000 + 784 * 128 * 4, within(1.0));
    }

    /** By hand, with a width w and the lecture's 784 inputs: 4·784·w bytes and so on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "depth           | 1000000    | depth must be lower than 1000000: parameters, gradients and the updater's"
                        + " state need at least 132.1 GB, and this machine has 8.0 GB",
                "width           | 100000000  | width must be lower than 100000000: one layer would have 7.84e+10 weights,",
                "width           | 2000000    | width must be lower than 2000000: parameters, gradients and the updater's"
                        + " state need at least 12.7 GB, and this machine has 8.0 GB",
                "epochs          | 2147483647 | epochs must be lower than 2147483647: the training needs at least",
                "repeat          | 2147483647 | repeat must be lower than 2147483647: ",
            })
    void whatIsAskedIsComparedWithWhatThereIsAndTheSettingIsNamed(String key, int value, String sentence) {
        assertThatThrownBy(() -> MemoryNeed.require(plan(key, value), EXAMPLES, SMALL))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("Infinity")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({"depth, 1000", "width, 4096", "batchSize, 60000", "epochs, 1000", "repeat, 100"})
    void whatWorksIsNotRefused(String key, int value) {
        assertThatCode(() -> MemoryNeed.require(plan(key, value), EXAMPLES, SMALL))
                .doesNotThrowAnyException();
    }

    @Test
    void aListOfLayersThatFillsTheHeapIsNotMade() {
        assertThatThrownBy(() -> plan("depth", Integer.MAX_VALUE))
                .isInstanceOf(SettingException.class)
                .hasMessageMatching("depth must be at most \\d+ in [\\d.]+ GB of heap, not 2147483647");
    }

    @Test
    void aThousandLayersThatBreakARuleAreNamedOnce() {
        assertThatThrownBy(() -> TrainSettings.of(Map.of("depth", 1000, "width", 3, "norm", "group"))
                        .toPlan())
                .hasMessage("width: MlpSpec.hidden must be sizes that group normalisation can split into 8 groups of 2"
                        + " units or more, not [3]");
    }

    /** One image of one colour: the outputs of a layer do not vary. */
    @Test
    void dataThatAnInitialisationCannotWorkWithAreRefusedBeforeTheTraining() {
        Trainer trainer = new Trainer(images(28), Watch.nobody());
        TrainingPlan plan = TrainSettings.of(Map.of("batchSize", 1)).toPlan();
        assertThatThrownBy(() -> trainer.check(plan.with(b -> b.initialisation(InitialisationScheme.LSUV))))
                .isInstanceOf(SettingException.class)
                .hasMessage(
                        "init: LSUV needs outputs of layer \"hidden-1\" that vary on the batch: their standard deviation"
                                + " is 0.0");
        assertThatCode(() -> trainer.check(plan)).doesNotThrowAnyException();
    }

    @Test
    void imagesOfAnotherSizeThanTheNetworkAreRefused() {
        TrainingPlan plan = TrainSettings.of(Map.of("batchSize", 1)).toPlan();
        assertThatThrownBy(() -> new Trainer(images(10), Watch.nobody()).check(plan))
                .hasMessage("data must hold images of 784 pixels, one for each input of the network, not of 10 x 10");
    }

    private static MnistDataset images(int side) {
        LabelledImages one = LabelledImages.of(side, side, new float[side * side], new int[] {3});
        return new MnistDataset("one", one, one, Map.of());
    }
}
