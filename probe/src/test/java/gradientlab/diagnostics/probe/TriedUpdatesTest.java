package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.LayerTraining;
import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Message;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.StepWindow;
import gradientlab.diagnostics.remedy.UpdateTrials;
import gradientlab.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Remedies about the updates are tried while a network trains, by the same steps on two copies. */
class TriedUpdatesTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final IWeightInit HE = WeightInit.RELU.getWeightInitFunction();

    private final List<Finding> reported = new ArrayList<>();
    private final DiagnosticListener listener = DiagnosticListener.with(
                    Schedule.logarithmic(), Limits.DEFAULT, reported::add)
            .trying();

    private static MultiLayerNetwork network(NeuralNetConfiguration.Builder builder, Activation activation) {
        return Nets.of(
                builder,
                InputType.feedForward(Patients.PIXELS),
                List.of(
                        Patients.dense("hidden1", activation, XAVIER),
                        Patients.dense("hidden2", activation, XAVIER),
                        Patients.output(XAVIER)));
    }

    private static NeuralNetConfiguration.Builder sgd(double rate) {
        return Patients.builder(rate);
    }

    private static void fit(Model model, int steps) {
        for (int i = 0; i < steps; i++) {
            if (model instanceof ComputationGraph graph) {
                graph.fit(Patients.digits(100 + i, Patients.BATCH));
            } else {
                ((MultiLayerNetwork) model).fit(Patients.digits(100 + i, Patients.BATCH));
            }
        }
    }

    private Finding tried(Model model, int steps) {
        model.setListeners(listener);
        fit(model, steps);
        return reported.stream()
                .filter(finding -> finding.tried().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** A tenth is a usual rate for these networks. */
    static Stream<Arguments> faultyTrainings() {
        ComputationGraph residual = Patients.residual(XAVIER, XAVIER);
        residual.setLearningRate(10);
        return Stream.of(
                arguments("divide the learning rate by 100", 10, network(sgd(10), Activation.TANH)),
                arguments("divide the learning rate by 100", 10, residual),
                arguments("multiply the learning rate by 10", 120, network(sgd(1e-5), Activation.TANH)),
                arguments("multiply l1, l2 or weight decay", 120, network(sgd(0.1).l2(3), Activation.TANH)),
                arguments("dropOut(0.500)", 120, network(sgd(0.1).dropOut(0.02), Activation.TANH)),
                arguments(
                        "do not clip",
                        120,
                        network(
                                sgd(0.1).gradientNormalization(GradientNormalization.ClipL2PerLayer)
                                        .gradientNormalizationThreshold(1e-6),
                                Activation.TANH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyTrainings")
    void aRemedyThatHelpsIsReportedWithTheLossesOfTheCopies(String remedy, int steps, Model model) {
        Finding finding = tried(model, steps);

        assertThat(finding.remedy()).contains(remedy);
        assertThat(finding.tried()).get().asString().startsWith("Tried on copies, 20 steps each: the loss ");
        assertThat(finding.tried(Language.RUSSIAN).orElseThrow()).startsWith("Проверено на копиях сети, по 20 шагов: ");
    }

    /** From an iterator DL4J fetches batches ahead, into memory that it uses again. */
    @Test
    void aTrainingFromAnIteratorIsTriedOnTheBatchesThatItHad() {
        MultiLayerNetwork single = network(sgd(10), Activation.TANH);
        Finding expected = tried(single, 10);
        reported.clear();
        MultiLayerNetwork network = network(sgd(10), Activation.TANH);
        network.setListeners(DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, reported::add)
                .trying());
        List<DataSet> batches = IntStream.range(0, 10)
                .mapToObj(i -> Patients.digits(100 + i, Patients.BATCH))
                .toList();
        network.fit(new ExistingDataSetIterator(batches));

        assertThat(reported).contains(expected);
        assertThat(network.params()).isEqualTo(single.params());
    }

    @Test
    void theVerdictThatIsAskedForIsTheOneThatWasReported() {
        Finding finding = tried(network(sgd(10), Activation.TANH), 10);

        assertThat(listener.findings()).contains(finding);
    }

    /** A hundredth of 1,000 is still a hundred times the usual 0.1. */
    @Test
    void aRateThatIsTooHighAfterTheRemedyIsDividedAgain() {
        Finding finding = tried(network(sgd(1000), Activation.TANH), 10);

        assertThat(finding.change()).isEqualTo(Remedy.multiplyLearningRate(1e-4));
        assertThat(finding.remedy()).isEqualTo("divide the learning rate by 10000");
    }

    private static Finding finding(Remedy remedy, Severity severity) {
        Wording wording =
                new Wording(Message.verbatim("evidence"), Message.verbatim("cause"), Message.verbatim("do this"), null);
        return new Finding(
                Rule.LOSS_NOT_FALLING, "", -1, 0, "evidence", "cause", "do this", remedy, "source", wording, severity);
    }

    /** No rate moves a network whose units are all dead, and whose output does not learn. */
    @Test
    void aRemedyThatDoesNotLowerTheLossIsNotAdvisedAndNeitherIsItForWhatTheFaultExplains() {
        MultiLayerNetwork dead = Patients.stack(
                0.1,
                new DenseLayer.Builder()
                        .name("hidden1")
                        .nOut(Patients.UNITS)
                        .activation(Activation.RELU)
                        .weightInit(HE)
                        .biasInit(-100)
                        .build(),
                new DenseLayer.Builder()
                        .name("hidden2")
                        .nOut(Patients.UNITS)
                        .activation(Activation.RELU)
                        .weightInit(HE)
                        .biasInit(-100)
                        .build(),
                Patients.output(HE));
        dead.setLearningRate(2, 0);
        List<StepWindow> windows = List.of(StepWindow.of(dead, List.of(Batch.of(Patients.digits(1, Patients.BATCH)))));
        UpdateTrials trials = new UpdateTrials(copy -> WatchedCopy.of(copy, Limits.DEFAULT));
        Finding told = trials.tried(finding(Remedy.LOWER_LEARNING_RATE, Severity.FAULT), dead, remedy -> windows);
        Finding explained = trials.told(finding(Remedy.LOWER_LEARNING_RATE, Severity.ALSO_SEEN));

        assertThat(told.change()).isEqualTo(Remedy.OTHER);
        assertThat(told.remedy()).isEqualTo("none that is known to help here");
        assertThat(told.tried())
                .get()
                .asString()
                .startsWith("Tried on copies, 20 steps each, without success (loss ")
                .endsWith("): do this.");
        assertThat(explained.change()).isEqualTo(Remedy.OTHER);
    }

    @Test
    void theTrainingEndsInTheSameBitsWithTheSameRandomNumbers() {
        MultiLayerNetwork plain = network(sgd(0.1).updater(new Adam(0.3)).dropOut(0.8), Activation.RELU);
        MultiLayerNetwork tried = network(sgd(0.1).updater(new Adam(0.3)).dropOut(0.8), Activation.RELU);
        Nd4j.getRandom().setSeed(5);
        fit(plain, 30);
        long[] random = randomState();
        Nd4j.getRandom().setSeed(5);
        Finding finding = tried(tried, 30);

        assertThat(finding.tried()).isPresent();
        assertThat(randomState()).isEqualTo(random);
        assertThat(tried.params()).isEqualTo(plain.params());
        assertThat(tried.getUpdater().getStateViewArray())
                .isEqualTo(plain.getUpdater().getStateViewArray());
        assertThat(tried.getLayerWiseConfigurations().toJson())
                .isEqualTo(plain.getLayerWiseConfigurations().toJson());
    }

    private static long[] randomState() {
        return new long[] {Nd4j.getRandom().rootState(), Nd4j.getRandom().nodeState()};
    }

    /** A nonlinearity that DL4J cannot read back from its JSON. */
    private static final class Unstorable extends ActivationTanH {

        private final transient Object secret;

        private Unstorable(Object secret) {
            this.secret = Objects.requireNonNull(secret);
        }

        @Override
        public INDArray getActivation(INDArray in, boolean training) {
            Objects.requireNonNull(secret);
            return super.getActivation(in, training);
        }
    }

    @Test
    void aNetworkThatCannotBeCopiedIsReportedWithoutATrial() {
        MultiLayerNetwork network = Patients.stack(
                10,
                new DenseLayer.Builder()
                        .name("hidden1")
                        .nOut(Patients.UNITS)
                        .activation(new Unstorable("secret"))
                        .weightInit(XAVIER)
                        .build(),
                Patients.dense("hidden2", Activation.TANH, XAVIER),
                Patients.output(XAVIER));
        network.setListeners(listener);
        fit(network, 10);

        assertThat(reported)
                .filteredOn(finding -> finding.severity() == Severity.FAULT)
                .isNotEmpty()
                .allMatch(finding -> finding.tried().isEmpty());
    }

    @Test
    void withoutTryingNothingIsTried() {
        MultiLayerNetwork network = network(sgd(10), Activation.TANH);
        network.setListeners(DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, reported::add));
        fit(network, 10);

        assertThat(reported).isNotEmpty().allMatch(finding -> finding.tried().isEmpty());
    }

    private static TrainingFacts with(TrainingFacts facts, long parameters, int truncatedSteps) {
        List<LayerTraining> layers = facts.layers().stream()
                .map(layer -> new LayerTraining(
                        layer.name(),
                        layer.kind(),
                        parameters,
                        layer.weights(),
                        layer.frozen(),
                        layer.updater(),
                        layer.penalty(),
                        layer.dropout(),
                        layer.weightNoise(),
                        layer.clipping(),
                        layer.normDecay()))
                .toList();
        return new TrainingFacts(
                facts.outputs(),
                layers,
                facts.meanOverBatch(),
                facts.minimised(),
                truncatedSteps,
                facts.updatesBefore());
    }

    /** Three layers and 32 examples: 96 times the parameters of one. */
    @Test
    void aNetworkWhoseStepsTakeLongOrAreNotWholeSequencesIsNotTried() {
        MultiLayerNetwork network = network(sgd(0.1), Activation.TANH);
        Capture capture = NetworkProbe.of(network).capture(Patients.digits(1, 32));
        TrainingFacts facts = TrainingReader.of(network);

        assertThat(WatchedCopy.cheap(network, capture, with(facts, 500_000, 0))).isTrue();
        assertThat(WatchedCopy.cheap(network, capture, with(facts, 530_000, 0))).isFalse();
        assertThat(WatchedCopy.cheap(network, capture, with(facts, 500_000, 10)))
                .isFalse();
    }
}
