package gradientlab.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.Engine;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.HiddenActivations;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import gradientlab.model.Optimiser;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The reference is {@link NetworkProbe}, which has DL4J compute everything. */
class DirectProbeTest {

    /** Ten times what rounding makes of z after five layers. */
    private static final double KINK = 1e-5;

    private final DataSet batch = MnistOnce.data().train().first(32);

    static Stream<Arguments> nets() {
        return HiddenActivations.ALL.stream()
                .flatMap(function -> Arrays.stream(Normalisation.values()).map(norm -> Arguments.of(function, norm)));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aCaptureIsWhatDl4jComputes(ActivationFunction function, Normalisation norm) {
        assertMeasuredAsByDl4j(awayFromKinks(spec(5).activation(function).normalisation(norm)), batch);
    }

    /**
     * A net after a step, of the first seed by which no z lies so close to 0 that the order in which a matrix product adds
     * decides on which side of a kink it is, and with that the whole δ of its example.
     */
    private MultiLayerNetwork awayFromKinks(MlpSpecBuilder spec) {
        return LongStream.range(0, 100)
                .mapToObj(seed -> net(spec.seed(seed)))
                .peek(network -> network.fit(batch))
                .filter(network -> NetworkProbe.of(network).capture(batch).layers().stream()
                        .filter(layer -> layer.nonlinearity() != ActivationFunction.IDENTITY)
                        .noneMatch(layer -> touchesZero(layer.preActivation())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean touchesZero(Matrix z) {
        for (float value : z.values()) {
            if (Math.abs(value) < KINK) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWithTheNormAfterTheNonlinearity(Normalisation norm) {
        assertMeasuredAsByDl4j(net(spec(2).normalisation(norm).normPosition(NormPosition.AFTER)), batch);
    }

    @Test
    void soItIsOnManyExamplesThenFewAndOnArraysOfAnotherOrder() {
        MultiLayerNetwork network = net(spec(1).normalisation(Normalisation.BATCH));
        Probe probe = Probes.of(network);
        DataSet large = MnistOnce.data().train().first(300);
        DataSet single = MnistOnce.data().train().first(1);
        DataSet otherOrder =
                new DataSet(batch.getFeatures().dup('f'), batch.getLabels().dup('f'));
        for (DataSet data : new DataSet[] {batch, large, batch, single, otherOrder}) {
            Captures.assertSame(probe.capture(data, 7), NetworkProbe.of(network).capture(data, 7));
        }
    }

    @Test
    void whatIsNotANumberShowsInTheSamePlaces() {
        for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1e38f}) {
            MultiLayerNetwork network = net(spec(2));
            // 5,000 is a weight of a pixel in the middle.
            network.params().putScalar(5_000, value);
            assertMeasuredAsByDl4j(network, batch);
        }
    }

    @Test
    void itFollowsTheParameters() {
        MultiLayerNetwork network = net(spec(1));
        Probe probe = Probes.of(network);
        network.params().muli(0.5);
        Captures.assertSame(probe.capture(batch, 0), NetworkProbe.of(network).capture(batch, 0));
    }

    @Test
    void captureAfterCaptureHasArraysOfItsOwn() {
        MultiLayerNetwork network = net(spec(1));
        Probe probe = Probes.of(network);
        Capture first = probe.capture(batch, 0);
        probe.capture(MnistOnce.data().test().first(32), 0);
        Captures.assertSame(first, NetworkProbe.of(network).capture(batch, 0));
    }

    @Test
    void nothingOfTheNetworkChanges() {
        MultiLayerNetwork network =
                net(spec(2).normalisation(Normalisation.BATCH).optimiser(Optimiser.ADAM));
        network.fit(MnistOnce.data().test().first(16));
        INDArray parameters = network.params().dup();
        INDArray gradients = network.getFlattenedGradients().dup();
        INDArray state = network.getUpdater().getStateViewArray().dup();
        INDArray input = network.getInput().dup();
        double score = network.score();
        long random = Nd4j.getRandom().nodeState();
        Probes.of(network).capture(batch, 1);
        assertThat(network.params()).isEqualTo(parameters);
        assertThat(network.getFlattenedGradients()).isEqualTo(gradients);
        assertThat(network.getUpdater().getStateViewArray()).isEqualTo(state);
        assertThat(network.getInput()).isEqualTo(input);
        assertThat(network.score()).isEqualTo(score);
        assertThat(network.getIterationCount()).isEqualTo(1);
        assertThat(Nd4j.getRandom().nodeState()).isEqualTo(random);
    }

    @Test
    void aFreshNetworkIsNotGivenAnUpdater() {
        MultiLayerNetwork network = net(spec(1));
        Probes.of(network).capture(batch, 0);
        assertThat(network.getUpdater(false)).isNull();
    }

    @Test
    void aBatchWithAMaskIsMeasuredByDl4j() {
        MultiLayerNetwork network = net(spec(1));
        DataSet masked = new DataSet(batch.getFeatures(), batch.getLabels(), null, Nd4j.zeros(32, 1));
        assertThat(Probes.of(network).capture(masked, 3))
                .isEqualTo(NetworkProbe.of(network).capture(masked, 3));
    }

    @Test
    void otherNetworksAreMeasuredByDl4j() {
        MultiLayerNetwork other = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list(
                        new DenseLayer.Builder()
                                .nIn(784)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build(),
                        new OutputLayer.Builder()
                                .nIn(8)
                                .nOut(10)
                                .activation(Activation.SOFTMAX)
                                .build())
                .build());
        assertThatThrownBy(() -> Probes.of(other)).isInstanceOf(IllegalStateException.class);
        other.init();
        assertThat(Probes.of(other)).isInstanceOf(NetworkProbe.class);
    }

    @Test
    void underTheEngineOfDl4jEverythingIsDl4js() {
        MultiLayerNetwork network = net(spec(1));
        assertThat(Probes.under(Engine.DL4J).of(network)).isInstanceOf(NetworkProbe.class);
        assertThat(Probes.under(Engine.AUTO).of(network)).isInstanceOf(DirectProbe.class);
        assertThat(Probes.under(Engine.DIRECT).of(network)).isInstanceOf(DirectProbe.class);
    }

    private static void assertMeasuredAsByDl4j(MultiLayerNetwork network, DataSet data) {
        Probe probe = Probes.of(network);
        assertThat(probe).isInstanceOf(DirectProbe.class);
        int iteration = network.getIterationCount();
        Captures.assertSame(
                probe.capture(data, iteration), NetworkProbe.of(network).capture(data, iteration));
    }

    private static MlpSpecBuilder spec(int depth) {
        return MlpSpec.lecture().hidden(depth, 64).initialisation(InitialisationScheme.XAVIER_NORMAL);
    }

    private static MultiLayerNetwork net(MlpSpecBuilder spec) {
        return spec.build().toNetwork();
    }
}
