package gradientlab.lab.proof;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.lab.Lab;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.language.Language;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RemedyTest {

    private static final TrainingPlan SHORT =
            TrainingPlan.LECTURE.lasting(2, 40).repeated(2);

    private static final Wording WORDING = Wording.verbatim("evidence", "cause", "remedy");

    private final Lab lab = new Lab(MnistOnce.data(), SHORT, Watch.nobody(), 2);

    private static Stream<Arguments> changes() {
        Remedy output = Remedy.scaleWeights("output", 0.01, 0.08);
        Remedy hidden = Remedy.scaleWeights("hidden-1", 0.0595, 1);
        return Stream.of(
                Arguments.of(output, "standard-normal", "init", "standard-normal-small-output"),
                Arguments.of(output, "xavier-uniform", "outputScale", "0.125"),
                Arguments.of(hidden, "standard-normal-small-output", "init", "standard-normal-scaled"),
                Arguments.of(hidden, "normal:0.01", "init", "kaiming-normal"),
                Arguments.of(Remedy.breakSymmetry("hidden-1", 0.0595), "zeros", "init", "kaiming-normal"),
                Arguments.of(Remedy.LOWER_LEARNING_RATE, "torch-linear", "lr", "0.010000000000000002"),
                Arguments.of(Remedy.multiplyLearningRate(0.5), "torch-linear", "lr", "0.05"),
                Arguments.of(Remedy.RAISE_LEARNING_RATE, "torch-linear", "lr", "1.0"),
                Arguments.of(Remedy.dropBias("hidden-1"), "torch-linear", "hiddenBias", "false"),
                Arguments.of(
                        Remedy.changeActivation("tanh-1", ActivationFunction.RELU),
                        "torch-linear",
                        "activation",
                        "relu"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aRemedyIsOneChangeOfTheSpecification(Remedy remedy, String init, String key, String value) {
        MlpSpec spec = options("{\"init\": \"" + init + "\"}").toPlan().spec();
        RemedyChange change = RemedyChange.of(finding(remedy), spec).orElseThrow();
        TrainSettings expected =
                options("{\"" + key + "\": " + literal(value) + "}").orElse(TrainSettings.of(SHORT.with(spec)));
        assertThat(TrainSettings.of(SHORT.with(change.changed()))).isEqualTo(expected);
        assertThat(change.text()).isNotBlank();
    }

    @Test
    void batchNormBringsItsOwnDefaultOfTheBias() {
        RemedyChange change = RemedyChange.of(finding(Remedy.addNormalisation("tanh-1")), SHORT.spec())
                .orElseThrow();
        assertThat(change.changed().normalisation()).isEqualTo(Normalisation.BATCH);
        assertThat(change.changed().hiddenBias()).isFalse();
    }

    @Test
    void whatASpecificationCannotChangeIsLeftAlone() {
        assertThat(RemedyChange.of(finding(Remedy.CHECK_DATA), SHORT.spec())).isEmpty();
        MlpSpec normalised = options("{\"norm\": \"batch\"}").toPlan().spec();
        assertThat(RemedyChange.of(finding(Remedy.addNormalisation("tanh-1")), normalised))
                .isEmpty();
        assertThat(RemedyChange.of(finding(Remedy.dropBias("hidden-1")), normalised))
                .isEmpty();
    }

    @Test
    void aRemedyWithoutTheNumbersThatItNeedsIsNoChange() {
        Remedy unknown = Remedy.scaleWeights("output", 0.01, Double.NaN);
        MlpSpec spec = options("{\"init\": \"torch-linear\"}").toPlan().spec();

        assertThat(RemedyChange.of(finding(unknown), spec)).isEmpty();
        assertThat(RemedyChange.of(finding(Remedy.changeActivation("tanh-1", ActivationFunction.TANH)), spec))
                .as("tanh is what it has")
                .isEmpty();
    }

    @Test
    void theRemediesOfTheLecturesNetHelp() {
        List<Finding> findings =
                Preflight.of(SHORT.spec().toNetwork(), lab.firstBatch(SHORT)).findings();
        List<RemedyChange> changes = Proofs.changes(SHORT, findings);
        assertThat(changes.stream().map(change -> change.remedy().layer())).containsExactly("hidden-1");
        List<Proof> proofs = Proofs.run(lab, SHORT, changes);
        assertThat(proofs).allMatch(Proof::helped);
        assertThat(proofs.get(0).before().get(0))
                .isEqualTo(lab.train(SHORT.repetition(0)).figures());
        assertThat(proofs.get(0).before().stream().map(RunFigures::seed)).containsExactly(42L, 43L);
        assertThat(proofs.get(0).after().stream().map(RunFigures::seed)).containsExactly(42L, 43L);
    }

    /** A learning rate ten times smaller makes the good net slower, and the proof says so. */
    @Test
    void aRemedyThatDoesNotHelpSaysSo() {
        TrainingPlan good =
                SHORT.with(options("{\"init\": \"torch-linear\"}").toPlan().spec());
        RemedyChange slower = RemedyChange.of(finding(Remedy.LOWER_LEARNING_RATE), good.spec())
                .orElseThrow();
        List<Proof> proofs = Proofs.run(lab, good, List.of(slower));
        assertThat(proofs.get(0).helped()).isFalse();
        assertThat(proofs.get(0).difference().mean()).isPositive();
        assertThat(Proofs.section(proofs, Language.ENGLISH).blocks().toString()).contains("did not help");
        assertThat(Proofs.section(proofs, Language.RUSSIAN).blocks().toString())
                .contains("не помогло")
                .doesNotContain("loss", "weights");
    }

    @Test
    void aLossThatIsNotANumberHelpsNobody() {
        RunFigures finite = lab.train(SHORT.repetition(0)).figures();
        RunFigures broken = lab.train(SHORT.repetition(0)
                        .with(b -> b.learningRate(1e30).activation(gradientlab.activations.ActivationFunction.RELU)))
                .figures();
        assertThat(new Proof("c", List.of(finite), List.of(broken)).helped()).isFalse();
        assertThat(new Proof("c", List.of(broken), List.of(finite)).helped()).isTrue();
        assertThat(new Proof("c", List.of(broken), List.of(broken)).helped()).isFalse();
        assertThat(new Proof("c", Collections.nCopies(2, finite), List.of(finite, finite)).helped())
                .isFalse();
    }

    private static Finding finding(Remedy remedy) {
        return Finding.of(Rule.OUTPUT_TOO_WIDE, "output", -1, 0, WORDING, remedy, "source");
    }

    /** A number or a truth value as it is, anything else as a text. */
    private static String literal(String value) {
        return value.matches("[0-9.]+|true|false") ? value : "\"" + value + "\"";
    }

    private static TrainSettings options(String json) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readValue(json, TrainSettings.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
