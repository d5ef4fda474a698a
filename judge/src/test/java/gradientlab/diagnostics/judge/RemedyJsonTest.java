package gradientlab.diagnostics.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.databind.ObjectMapper;

class RemedyJsonTest {

    private final ObjectMapper json = new ObjectMapper();

    private static Stream<Remedy> remedies() {
        return Stream.of(
                Remedy.scaleWeights("h", 0.06, Double.NaN),
                Remedy.breakSymmetry("h", 0.06).with(List.of(Remedy.breakSymmetry("g", 0.6))),
                Remedy.LOWER_LEARNING_RATE,
                Remedy.RAISE_LEARNING_RATE,
                Remedy.scaleInput("input", Statistics.of(new float[] {0, 255})),
                Remedy.addNormalisation("h"),
                Remedy.dropBias("h"),
                Remedy.zeroBias("h", 3),
                Remedy.changeActivation("h", ActivationFunction.TANH),
                Remedy.enlargeBatch(16),
                Remedy.lowerDecay("h", 0.9),
                Remedy.scaleRecurrentWeights("h", 0.18, 0.01),
                Remedy.setForgetBias("h", 3.4),
                Remedy.scaleColumns("input"),
                Remedy.changeOutput("out", ActivationFunction.SOFTMAX),
                Remedy.scaleTargets("out", 12),
                Remedy.warmUp(),
                Remedy.regulariseLess(0.01),
                Remedy.keep("h", 0.5),
                Remedy.stopEarly(200),
                Remedy.clipLess("h"),
                Remedy.unfreeze("h"),
                Remedy.CHECK_DATA,
                Remedy.OTHER);
    }

    @ParameterizedTest
    @MethodSource("remedies")
    void aRemedyWrittenAndReadAgainIsTheSame(Remedy remedy) throws Exception {
        assertThat(json.readValue(json.writeValueAsString(remedy), Remedy.class))
                .isEqualTo(remedy);
        assertThat(remedy.kind().numbers()).containsAll(remedy.numbers().keySet());
    }

    @Test
    void everyKindIsMadeByOneOfThem() {
        assertThat(remedies().map(Remedy::kind)).contains(Remedy.Kind.values());
    }

    @Test
    void theJsonHasKindLayerAndNumbersByName() throws Exception {
        assertThat(json.writeValueAsString(Remedy.scaleWeights("out", 0.01, 1.5)))
                .isEqualTo("{\"kind\":\"SCALE_WEIGHTS\",\"layer\":\"out\","
                        + "\"numbers\":{\"from\":1.5,\"std\":0.01},\"activation\":\"\",\"likewise\":[]}");
    }

    @Test
    void aRemedyStoredBeforeItHadOtherLayersIsAboutOneAlone() throws Exception {
        Remedy read = json.readValue(
                "{\"kind\":\"ZERO_BIAS\",\"layer\":\"h\",\"numbers\":{\"from\":3.0},\"activation\":\"\"}",
                Remedy.class);

        assertThat(read).isEqualTo(Remedy.zeroBias("h", 3));
        assertThat(read.all()).containsExactly(read);
    }

    /** The names are those of the enum that the remedy was at commit c64d4ba. */
    @ParameterizedTest
    @CsvSource({
        "SHRINK_OUTPUT,         SCALE_WEIGHTS",
        "SCALE_HIDDEN_WEIGHTS,  SCALE_WEIGHTS",
        "BREAK_SYMMETRY,        BREAK_SYMMETRY",
        "LOWER_LEARNING_RATE,   MULTIPLY_LEARNING_RATE",
        "RAISE_LEARNING_RATE,   MULTIPLY_LEARNING_RATE",
        "SCALE_INPUT,           SCALE_INPUT",
        "ADD_NORMALISATION,     ADD_NORMALISATION",
        "DROP_BIAS,             DROP_BIAS",
        "ZERO_BIAS,             ZERO_BIAS",
        "CHANGE_ACTIVATION,     CHANGE_ACTIVATION",
        "ENLARGE_BATCH,         ENLARGE_BATCH",
        "LOWER_DECAY,           LOWER_DECAY",
        "CHECK_DATA,            CHECK_DATA",
        "OTHER,                 OTHER"
    })
    void aNameThatFindingsWereStoredWithIsARemedy(String name, Remedy.Kind kind) {
        assertThat(Remedy.valueOf(name).kind()).isEqualTo(kind);
    }

    @Test
    void aLearningRateStoredByNameHasItsFactorAndWeightsHaveNoNumber() {
        assertThat(Remedy.valueOf("LOWER_LEARNING_RATE").number("factor")).isEqualTo(0.1);
        assertThat(Remedy.valueOf("RAISE_LEARNING_RATE").number("factor")).isEqualTo(10);
        assertThat(Remedy.valueOf("SHRINK_OUTPUT").number("std")).isNaN();
    }

    @Test
    void aNumberThatTheKindDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> new Remedy(Remedy.Kind.BREAK_SYMMETRY, "h", Map.of("factor", 2.0), "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A remedy BREAK_SYMMETRY has the numbers [std], but \"factor\" was given.");
    }
}
