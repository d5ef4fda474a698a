package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Message;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Remedies are tried on a copy; what does not help there is not given as advice. */
class TriedRemediesTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final DataSet DIGITS = Patients.digits(1, Patients.BATCH);

    private static DataSet features(INDArray features) {
        return new DataSet(features, DIGITS.getLabels());
    }

    static Stream<Arguments> ofAKnownRemedy() {
        MultiLayerNetwork sound = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        return Stream.of(
                arguments(
                        Remedy.Kind.SCALE_WEIGHTS,
                        Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), Patients.normal(1)),
                        DIGITS),
                arguments(
                        Remedy.Kind.BREAK_SYMMETRY,
                        Patients.mlp(0.1, 2, Activation.TANH, new WeightInitConstant(0.02), XAVIER),
                        DIGITS),
                arguments(
                        Remedy.Kind.SCALE_INPUT,
                        sound,
                        features(DIGITS.getFeatures().mul(255))),
                arguments(
                        Remedy.Kind.SCALE_WEIGHTS,
                        Patients.mlp(0.1, 6, Activation.TANH, Patients.normal(0.01), XAVIER),
                        DIGITS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofAKnownRemedy")
    void theHeadlineSaysThatItsRemedyWasTriedAndThatTheFindingWentAway(
            Remedy.Kind kind, MultiLayerNetwork network, DataSet batch) {
        Finding headline = Preflight.of(network, batch).findings().get(0);

        assertThat(headline.change().kind()).isEqualTo(kind);
        assertThat(headline.tried()).get().asString().startsWith("Tried on a copy: the finding goes away");
        assertThat(headline.line()).endsWith(headline.tried().orElseThrow());
    }

    @Test
    void theLossThatIsToldIsThatOfANetworkDrawnWithTheStdOfTheRemedy() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, Patients.normal(1), Patients.normal(1));
        Finding headline = Preflight.of(network, DIGITS).findings().get(0);
        String told = headline.tried().orElseThrow();
        double after = Double.parseDouble(told.replaceAll(".*the loss is ([0-9.]+) instead of ([0-9.]+)\\.", "$1"));
        double before = Double.parseDouble(told.replaceAll(".*the loss is ([0-9.]+) instead of ([0-9.]+)\\.", "$2"));

        assertThat(before).isCloseTo(network.score(DIGITS), withPercentage(1));
        // near the ln 10 = 2.30 of a guess; logits of std 1 add half of their variance
        assertThat(after).isBetween(2.0, 3.5);
    }

    @Test
    void theNetworkAndTheBatchAreLeftAsTheyWere() {
        MultiLayerNetwork network = Patients.mlp(0.1, 3, Activation.SIGMOID, Patients.normal(1), Patients.normal(1));
        DataSet batch = features(DIGITS.getFeatures().mul(255));
        INDArray parameters = network.params().dup();
        INDArray features = batch.getFeatures().dup();
        String configuration = network.getLayerWiseConfigurations().toJson();
        long random = Nd4j.getRandom().rootState();

        Preflight.of(network, batch);

        assertThat(network.params()).isEqualTo(parameters);
        assertThat(batch.getFeatures()).isEqualTo(features);
        assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
        assertThat(Nd4j.getRandom().rootState()).isEqualTo(random);
    }

    @Test
    void aGraphIsTriedAsWell() {
        ComputationGraph graph = Patients.residual(Patients.normal(1), Patients.normal(1));

        assertThat(Preflight.of(graph, DIGITS).findings().get(0).tried()).isPresent();
    }

    private static final Wording WORDING =
            new Wording(Message.verbatim("evidence"), Message.verbatim("cause"), Message.verbatim("do this"), null);

    private static Finding tried(MultiLayerNetwork network, int iteration, Rule rule, String layer, Remedy remedy) {
        return tried(network, iteration, List.of(Finding.of(rule, layer, -1, 0, WORDING, remedy, "source")))
                .get(0);
    }

    private static List<Finding> tried(MultiLayerNetwork network, int iteration, List<Finding> findings) {
        Batch batch = Batch.of(DIGITS);
        History history = Preflight.look(network, batch, iteration);
        return new TriedRemedies(network, batch, iteration, Limits.DEFAULT, history).over(findings);
    }

    /** Of two layers that saturate one is narrowed. */
    @Test
    void aRemedyThatLeavesTheFindingAsItWasIsNotAdvised() {
        MultiLayerNetwork wide = Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), XAVIER);
        Finding told = tried(
                wide,
                0,
                Rule.HIDDEN_SATURATION,
                "hidden1",
                Remedy.changeActivation("hidden2", ActivationFunction.RELU));

        assertThat(told.change()).isEqualTo(Remedy.OTHER);
        assertThat(told.remedy()).isEqualTo("none that is known to help here");
        assertThat(told.tried()).contains("Tried on a copy without success: do this.");
    }

    @Test
    void aRemedyThatErasesWhatANetworkHasLearnedIsNotAdvised() {
        MultiLayerNetwork network = Patients.mlp(0.5, 2, Activation.TANH, XAVIER, XAVIER);
        for (int i = 0; i < 60; i++) {
            network.fit(DIGITS);
        }
        Finding told = tried(
                network,
                network.getIterationCount(),
                Rule.HIDDEN_SATURATION,
                "hidden1",
                Remedy.breakSymmetry("out", 0.1));

        assertThat(told.change()).isEqualTo(Remedy.OTHER);
        assertThat(told.tried()).get().asString().startsWith("Tried on a copy, where the loss rose from 0.");
    }

    /** The advice is the same; a program that follows either would do what was seen to fail. */
    @Test
    void whatTheFaultExplainsIsNotGivenTheRemedyThatFailed() {
        MultiLayerNetwork wide = Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), XAVIER);
        Remedy remedy = Remedy.changeActivation("hidden2", ActivationFunction.RELU);
        Finding fault = Finding.of(Rule.HIDDEN_SATURATION, "hidden1", -1, 0, WORDING, remedy, "source");
        Finding explained = new Finding(
                Rule.LOSS_NOT_FALLING,
                "",
                -1,
                0,
                "evidence",
                "cause",
                "do this",
                remedy,
                "source",
                WORDING,
                Severity.ALSO_SEEN);

        assertThat(tried(wide, 0, List.of(fault, explained)))
                .extracting(Finding::change)
                .containsOnly(Remedy.OTHER);
    }

    /** Wrappers share the configuration of what they wrap with their copies. */
    @Test
    void nothingIsChangedInTheConfigurationOfAWrappedLayer() {
        MultiLayerNetwork network = Patients.stack(
                0.1,
                new FrozenLayerWithBackprop(Patients.dense("hidden1", Activation.SIGMOID, XAVIER)),
                Patients.output(XAVIER));
        String configuration = network.getLayerWiseConfigurations().toJson();
        Finding told = tried(
                network,
                0,
                Rule.VANISHING_DELTA,
                "hidden1",
                Remedy.changeActivation("hidden1", ActivationFunction.RELU));

        assertThat(told.tried()).isEmpty();
        assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
    }

    @Test
    void aRemedyAboutTheTrainingIsLeftAsItIs() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        Finding told = tried(network, 0, Rule.LOSS_NOT_FALLING, "", Remedy.LOWER_LEARNING_RATE);

        assertThat(told.change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
        assertThat(told.tried()).isEmpty();
    }
}
