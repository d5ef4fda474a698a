package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

class RemediesTest {

    private static final int UNITS = 50;

    private static DenseLayer dense(String name) {
        return new DenseLayer.Builder()
                .name(name)
                .nOut(UNITS)
                .activation(Activation.TANH)
                .biasInit(3)
                .build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MSE)
                .name("out")
                .nOut(1)
                .activation(Activation.TANH)
                .build();
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .list()
                .layer(dense("first"))
                .layer(dense("second"))
                .layer(new BatchNormalization.Builder().name("norm").build())
                .layer(output())
                .setInputType(InputType.feedForward(UNITS))
                .build());
        network.init();
        return network;
    }

    private static ComputationGraph graph() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(7)
                .graphBuilder()
                .addInputs("in")
                .addLayer("first", dense("first"), "in")
                .addLayer("out", output(), "first")
                .setOutputs("out")
                .setInputTypes(InputType.feedForward(UNITS))
                .build());
        graph.init();
        return graph;
    }

    @Test
    void theWeightsOfEveryLayerThatIsNamedAreDrawnWithItsOwnStdAndTheirBiasIs0() {
        MultiLayerNetwork network = network();
        Remedy remedy = Remedy.scaleWeights("first", 0.5, 1).with(List.of(Remedy.scaleWeights("second", 0.05, 1)));

        assertThat(Remedies.apply(remedy, network)).isTrue();
        // the standard error of a std of 2,500 values is 1.4 %
        assertThat(network.getParam("0_W").stdNumber().doubleValue()).isCloseTo(0.5, within(0.03));
        assertThat(network.getParam("1_W").stdNumber().doubleValue()).isCloseTo(0.05, within(0.003));
        assertThat(network.getParam("0_b").norm1Number().doubleValue()).isZero();
        assertThat(network.getParam("1_b").norm1Number().doubleValue()).isZero();
    }

    @Test
    void aGraphIsChangedAsWellAndTwiceWithTheSameNumbers() {
        ComputationGraph graph = graph();
        ComputationGraph again = graph();

        assertThat(Remedies.apply(Remedy.breakSymmetry("first", 0.1), graph)).isTrue();
        assertThat(Remedies.apply(Remedy.breakSymmetry("first", 0.1), again)).isTrue();
        assertThat(graph.params()).isEqualTo(again.params()).isNotEqualTo(graph().params());
        assertThat(graph.getParam("first_b")).isEqualTo(graph().getParam("first_b"));
    }

    @Test
    void ofAnLstmTheForgetGateGetsItsBiasAndTheRecurrentWeightsTheirStd() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(7)
                .list()
                .layer(new LSTM.Builder().name("lstm").nIn(3).nOut(UNITS).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(UNITS)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        INDArray before = network.getParam("0_b").dup();

        assertThat(Remedies.apply(Remedy.setForgetBias("lstm", 4), network)).isTrue();
        assertThat(Remedies.apply(Remedy.scaleRecurrentWeights("lstm", 0.2, 1), network))
                .isTrue();
        INDArray after = network.getParam("0_b");
        assertThat(after.get(NDArrayIndex.all(), NDArrayIndex.interval(UNITS, 2 * UNITS))
                        .meanNumber()
                        .doubleValue())
                .isEqualTo(4);
        assertThat(after.get(NDArrayIndex.all(), NDArrayIndex.interval(0, UNITS)))
                .isEqualTo(before.get(NDArrayIndex.all(), NDArrayIndex.interval(0, UNITS)));
        assertThat(network.getParam("0_RW").stdNumber().doubleValue()).isCloseTo(0.2, within(0.01));
    }

    @Test
    void nonlinearitiesAndTheDecayOfABatchNormAreChangedInTheConfiguration() {
        MultiLayerNetwork network = network();

        assertThat(Remedies.apply(Remedy.changeActivation("second", ActivationFunction.RELU), network))
                .isTrue();
        assertThat(Remedies.apply(Remedy.changeOutput("out", ActivationFunction.SIGMOID), network))
                .isTrue();
        assertThat(Remedies.apply(Remedy.lowerDecay("norm", 0.5), network)).isTrue();

        assertThat(((DenseLayer) network.getLayer("second").conf().getLayer()).getActivationFn())
                .isInstanceOf(ActivationReLU.class);
        OutputLayer output = (OutputLayer) network.getLayer("out").conf().getLayer();
        assertThat(output.getActivationFn()).isInstanceOf(ActivationSigmoid.class);
        assertThat(output.getLossFn()).isInstanceOf(LossBinaryXENT.class);
        assertThat(((BatchNormalization) network.getLayer("norm").conf().getLayer()).getDecay())
                .isEqualTo(0.5);
    }

    static Stream<Remedy> nothingToChange() {
        return Stream.of(
                Remedy.scaleWeights("nowhere", 0.1, 1),
                Remedy.scaleWeights("first", Double.NaN, 1),
                Remedy.lowerDecay("first", 0.5),
                Remedy.changeOutput("first", ActivationFunction.SOFTMAX),
                Remedy.changeOutput("out", ActivationFunction.TANH),
                Remedy.changeActivation("first", ActivationFunction.OTHER),
                Remedy.LOWER_LEARNING_RATE,
                Remedy.scaleColumns("in"),
                Remedy.CHECK_DATA,
                Remedy.OTHER);
    }

    @ParameterizedTest
    @MethodSource("nothingToChange")
    void whatANetworkDoesNotHaveIsNotChangedAndThatIsSaid(Remedy remedy) {
        MultiLayerNetwork network = network();
        Map<String, INDArray> before = network().paramTable();

        assertThat(Remedies.apply(remedy, network)).isFalse();
        assertThat(network.paramTable()).isEqualTo(before);
        assertThat(network.getLayerWiseConfigurations().toJson())
                .isEqualTo(network().getLayerWiseConfigurations().toJson());
    }
}
