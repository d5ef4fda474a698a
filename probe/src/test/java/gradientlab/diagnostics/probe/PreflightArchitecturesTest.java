package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import java.util.List;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Kinds of layers and networks looked over before their first step. */
class PreflightArchitecturesTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final IWeightInit HE = WeightInit.RELU.getWeightInitFunction();
    private static final DataSet DIGITS = Patients.digits(1, Patients.BATCH);

    @Test
    void aBatchNormAtTheInputScalesIt() {
        DataSet raw = new DataSet(DIGITS.getFeatures().mul(255), DIGITS.getLabels());
        MultiLayerNetwork network = Patients.stack(
                0.1,
                new BatchNormalization(),
                Patients.dense("hidden", Activation.TANH, XAVIER),
                Patients.output(XAVIER));

        assertThat(Preflight.of(network, raw).report()).startsWith("Nothing found");
    }

    @Test
    void twoLinearLayersInARowAreNamedButNotAFactorisedOne() {
        MultiLayerNetwork linear = Patients.stack(
                0.1,
                Patients.dense("first", Activation.IDENTITY, XAVIER),
                Patients.dense("second", Activation.TANH, XAVIER),
                Patients.output(XAVIER));
        DenseLayer narrow =
                new DenseLayer.Builder().nOut(8).activation(Activation.IDENTITY).build();
        MultiLayerNetwork factorised =
                Patients.stack(0.1, narrow, Patients.dense("second", Activation.TANH, XAVIER), Patients.output(XAVIER));

        assertThat(rules(Preflight.of(linear, DIGITS))).containsExactly(Rule.NO_NONLINEARITY);
        assertThat(Preflight.of(linear, DIGITS).findings().get(0).layer()).isEqualTo("first");
        assertThat(Preflight.of(factorised, DIGITS).report()).startsWith("Nothing found");
    }

    @Test
    void aBiasBeforeABatchNormIsAHintAndNoFault() {
        Checkup checkup = Preflight.of(Patients.normed(0.1, 2, XAVIER, true, 0.9), DIGITS);

        assertThat(rules(checkup)).containsExactly(Rule.BIAS_BEFORE_BATCH_NORM, Rule.BIAS_BEFORE_BATCH_NORM);
        assertThat(checkup.findings()).extracting(Finding::layer).containsExactly("dense1", "dense2");
        assertThat(checkup.healthy()).isTrue();
    }

    @Test
    void aBatchNormNeedsMoreThanOneExample() {
        MultiLayerNetwork network = Patients.normed(0.1, 1, XAVIER, false, 0.9);

        assertThat(rules(Preflight.of(network, Patients.digits(4, 1)))).contains(Rule.BATCH_NORM_OF_ONE);
        assertThat(Preflight.of(network, Patients.digits(4, 2)).report()).startsWith("Nothing found");
    }

    @Test
    void aConvolutionalNetworkPassesAndItsPlantedFaultsAreFound() {
        DataSet images = Patients.digits(5, Patients.BATCH, 1, 12, 12);

        assertThat(Preflight.of(Patients.convolutional(HE, HE, 0), images).report())
                .startsWith("Nothing found");
        Checkup dead = Preflight.of(Patients.convolutional(HE, HE, -30), images);
        assertThat(finding(dead, Rule.DEAD_UNITS).layer()).isEqualTo("conv2");
        assertThat(finding(dead, Rule.DEAD_UNITS).change().kind()).isEqualTo(Remedy.Kind.ZERO_BIAS);
        Checkup narrow = Preflight.of(Patients.convolutional(HE, Patients.normal(1e-5), 0), images);
        assertThat(rules(narrow)).containsExactly(Rule.VANISHING_DELTA);
        assertThat(narrow.findings().get(0).layer()).isEqualTo("conv2");
        Checkup same = Preflight.of(Patients.convolutional(new WeightInitConstant(0.1), HE, 0), images);
        assertThat(same.findings().get(0).rule()).isEqualTo(Rule.SYMMETRIC_UNITS);
        assertThat(same.findings().get(0).layer()).isEqualTo("conv1");
    }

    @Test
    void aResidualGraphPassesAndItsPlantedFaultIsFound() {
        assertThat(Preflight.of(Patients.residual(XAVIER, XAVIER), DIGITS).report())
                .startsWith("Nothing found");
        assertThat(Preflight.of(Patients.residual(Patients.normal(1e-6), XAVIER), DIGITS)
                        .report())
                .as("a shortcut carries the gradient past deaf branches")
                .startsWith("Nothing found");
        Checkup wide = Preflight.of(Patients.residual(Patients.normal(2), XAVIER), DIGITS);
        assertThat(finding(wide, Rule.HIDDEN_SATURATION).layer()).isEqualTo("inner1");
        assertThat(finding(wide, Rule.HIDDEN_SATURATION).remedy()).startsWith("inner1: draw the weights");
    }

    @Test
    void recurrentLayersAreUnderstood() {
        List<Layer> layers = List.of(
                new LSTM.Builder().nOut(6).activation(Activation.TANH).build(),
                new Bidirectional(new SimpleRnn.Builder()
                        .nOut(6)
                        .activation(Activation.TANH)
                        .build()),
                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build());
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 7, 3, 4);
        labels.get(NDArrayIndex.all(), NDArrayIndex.point(1)).assign(1);
        DataSet batch = new DataSet(Nets.batch(DataType.FLOAT, 3, 7, 5, 4).getFeatures(), labels);

        Checkup checkup = Preflight.of(Nets.of(Patients.builder(0.1), InputType.recurrent(5, 4), layers), batch);

        assertThat(checkup.report()).startsWith("Nothing found");
    }

    @Test
    void aKindThatIsNotUnderstoodIsSaidOnce() {
        List<Layer> layers = List.of(
                stranger("first"),
                stranger("second"),
                new VariationalAutoencoder.Builder()
                        .nOut(4)
                        .encoderLayerSizes(6)
                        .decoderLayerSizes(6)
                        .build(),
                Patients.output(XAVIER));

        Checkup checkup = Preflight.of(Patients.stack(0.1, layers.toArray(Layer[]::new)), DIGITS);

        assertThat(checkup.findings().stream().filter(finding -> finding.rule() == Rule.NOT_UNDERSTOOD))
                .extracting(Finding::evidence)
                .satisfiesExactly(
                        first -> assertThat(first).contains("Stranger", "no rule about units applies"),
                        second -> assertThat(second).contains("VariationalAutoencoder"));
    }

    @Test
    void aNonlinearityInALayerOfItsOwnIsNamedAndTheWeightsBelowAreToBeScaled() {
        for (DenseLayer dense : List.of(new DenseLayer(), new Stranger())) {
            dense.setLayerName("weights");
            dense.setNOut(Patients.UNITS);
            dense.setActivationFn(new ActivationIdentity());
            dense.setWeightInitFn(Patients.normal(1));
            ActivationLayer tanh = new ActivationLayer.Builder()
                    .name("tanh")
                    .activation(Activation.TANH)
                    .build();
            MultiLayerNetwork network = Patients.stack(0.1, dense, tanh, Patients.output(XAVIER));

            Checkup checkup = Preflight.of(network, DIGITS);

            assertThat(rules(checkup)).containsExactly(Rule.HIDDEN_SATURATION);
            assertThat(checkup.findings().get(0).layer()).isEqualTo("tanh");
            assertThat(checkup.findings().get(0).remedy()).startsWith("weights: draw the weights with std 0.139");
        }
    }

    @Test
    void theInputThatIsNotScaledIsNamedAmongSeveralAndALossOverTwoOutputsIsNotComparedWithChance() {
        ComputationGraph graph = new ComputationGraph(Patients.builder(0.01)
                .graphBuilder()
                .addInputs("left", "right")
                .addLayer("from left", Patients.dense("", Activation.TANH, XAVIER), "left")
                .addLayer("from right", Patients.dense("", Activation.RELU, HE), "right")
                .addVertex("both", new MergeVertex(), "from left", "from right")
                .addLayer("first", Patients.output(XAVIER), "both")
                .addLayer("second", Patients.output(XAVIER), "both")
                .setOutputs("first", "second")
                .setInputTypes(InputType.feedForward(Patients.PIXELS), InputType.feedForward(Patients.PIXELS))
                .build());
        graph.init();
        INDArray features = DIGITS.getFeatures();
        INDArray[] labels = {DIGITS.getLabels(), DIGITS.getLabels()};
        MultiDataSet scaled = new MultiDataSet(new INDArray[] {features, features}, labels);
        MultiDataSet raw = new MultiDataSet(new INDArray[] {features, features.mul(255)}, labels);

        assertThat(Preflight.of(graph, scaled).report()).startsWith("Nothing found");
        assertThat(finding(Preflight.of(graph, raw), Rule.INPUT_NOT_SCALED).layer())
                .isEqualTo("right");
        DiagnosticListener listener = DiagnosticListener.create();
        graph.setListeners(listener);
        for (int step = 0; step < 3; step++) {
            graph.fit(scaled);
        }
        assertThat(listener.findings()).isEmpty();
        assertThat(listener.history().losses()).hasSize(3);
        assertThat(listener.history().observations().get(0).snapshot().network().loss())
                .isCloseTo(listener.history().losses().get(0), within(1e-5));
    }

    /** A dense layer of someone else. */
    static final class Stranger extends DenseLayer {}

    private static Layer stranger(String name) {
        DenseLayer stranger = new Stranger();
        stranger.setLayerName(name);
        stranger.setNOut(Patients.UNITS);
        stranger.setActivationFn(Activation.TANH.getActivationFunction());
        stranger.setWeightInitFn(XAVIER);
        return stranger;
    }

    private static List<Rule> rules(Checkup checkup) {
        return checkup.findings().stream().map(Finding::rule).toList();
    }

    private static Finding finding(Checkup checkup, Rule rule) {
        return checkup.findings().stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among\n" + checkup.report()));
    }
}
