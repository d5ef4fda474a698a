package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What z, a and δ are, kind of layer by kind of layer. */
class LayerKindsTest {

    @Test
    void aDenseLayerWithItsNonlinearityInsideShowsBothSidesOfIt() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 1);

        LayerCapture hidden = NetworkProbe.of(network).capture(batch).layers().get(0);

        assertThat(hidden.kind()).isEqualTo("DenseLayer");
        assertThat(hidden.name()).isEqualTo("layer0");
        assertThat(hidden.nonlinearity()).isEqualTo(ActivationFunction.TANH);
        INDArray z = batch.getFeatures().mmul(network.getParam("0_W")).addiRowVector(network.getParam("0_b"));
        assertClose(hidden.preActivation(), z);
        assertClose(
                hidden.activation(), network.feedForward(batch.getFeatures()).get(1));
    }

    @Test
    void aBatchNormUsesTheStatisticsOfTheBatch() {
        MultiLayerNetwork network = Nets.of(
                DataType.FLOAT,
                Nets.dense(7, Activation.IDENTITY),
                Nets.norm(),
                Nets.activation(new ActivationTanH()),
                Nets.softmax());

        List<LayerCapture> layers = NetworkProbe.of(network)
                .capture(Nets.batch(DataType.FLOAT, 2, 64, Nets.INPUTS))
                .layers();

        LayerCapture norm = layers.get(1);
        assertThat(norm.nonlinearity()).isEqualTo(ActivationFunction.IDENTITY);
        for (int unit = 0; unit < 7; unit++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < 64; row++) {
                sum += norm.activation().at(row, unit);
                squares += Math.pow(norm.activation().at(row, unit), 2);
            }
            double gamma = network.getParam("1_gamma").getDouble(unit);
            double beta = network.getParam("1_beta").getDouble(unit);
            assertThat(sum / 64).isCloseTo(beta, within(1e-5));
            assertThat(Math.sqrt(squares / 64 - beta * beta)).isCloseTo(gamma, within(1e-3));
        }
        assertThat(layers.get(2).kind()).isEqualTo("ActivationLayer");
        assertThat(layers.get(2).nonlinearity()).isEqualTo(ActivationFunction.TANH);
    }

    @Test
    void channelsLastGivesTheSameAsChannelsFirst() {
        MultiLayerNetwork first = convolutional(CNN2DFormat.NCHW);
        MultiLayerNetwork last = convolutional(CNN2DFormat.NHWC);
        DataSet batch = Nets.batch(DataType.FLOAT, 5, 3, 2, 6, 6);
        DataSet permuted = new DataSet(batch.getFeatures().permute(0, 2, 3, 1).dup('c'), batch.getLabels());

        List<LayerCapture> expected = NetworkProbe.of(first).capture(batch).layers();
        List<LayerCapture> actual = NetworkProbe.of(last).capture(permuted).layers();

        for (int i = 0; i < 4; i++) {
            String layer = expected.get(i).kind();
            assertClose(layer, actual.get(i).preActivation(), expected.get(i).preActivation());
            assertClose(layer, actual.get(i).activation(), expected.get(i).activation());
            assertClose(layer, actual.get(i).delta(), expected.get(i).delta());
        }
    }

    @Test
    void aParametricRectifierIsReadLikeAnActivationLayer() {
        MultiLayerNetwork network = Nets.of(
                DataType.FLOAT,
                Nets.dense(7, Activation.IDENTITY),
                new PReLULayer.Builder().inputShape(7).build(),
                Nets.softmax());
        network.getParam("1_W").assign(0.25);

        List<LayerCapture> layers =
                NetworkProbe.of(network).capture(Nets.batch(DataType.FLOAT, 6)).layers();

        LayerCapture rectifier = layers.get(1);
        assertThat(rectifier.nonlinearity()).isEqualTo(ActivationFunction.PRELU);
        assertThat(rectifier.preActivation()).isEqualTo(layers.get(0).activation());
        assertThat(rectifier.delta()).isEqualTo(layers.get(0).delta());
        for (int i = 0; i < rectifier.activation().values().length; i++) {
            float z = rectifier.preActivation().values()[i];
            assertThat(rectifier.activation().values()[i]).isEqualTo(z > 0 ? z : 0.25f * z);
        }
    }

    @Test
    void aLossLayerShowsItsInputAsLogits() {
        LossLayer loss = new LossLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .build();
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(Nets.CLASSES, Activation.IDENTITY), loss);
        DataSet batch = Nets.batch(DataType.FLOAT, 7);

        Capture capture = NetworkProbe.of(network).capture(batch);

        assertThat(capture.logits()).isEqualTo(capture.layers().get(0).activation());
        assertThat(capture.layers().get(0).delta())
                .isEqualTo(capture.layers().get(1).delta());
        assertThat(capture.loss()).isCloseTo(network.score(batch), within(1e-6));
    }

    @Test
    void belowAFrozenLayerThereIsNoDelta() {
        Layer frozen = new FrozenLayer(Nets.dense(7, Activation.TANH));
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(6, Activation.TANH), frozen, Nets.softmax());
        network.getLayerWiseConfigurations().setIterationCount(4);

        Capture capture = NetworkProbe.of(network).capture(Nets.batch(DataType.FLOAT, 8));

        assertThat(capture.iteration()).isEqualTo(4);
        assertThat(capture.layers()).extracting(layer -> layer.delta().empty()).containsExactly(true, true, false);
        assertThat(capture.layers().get(1).kind()).isEqualTo("DenseLayer");
        assertThat(capture.layers().get(1).preActivation().columns()).isEqualTo(7);
        assertThat(capture.layers().get(1).parameters()).allMatch(p -> p.gradient().length == 0);
    }

    @Test
    void aLayerFrozenAfterwardsIsFrozenInTheReplicaToo() {
        MultiLayerNetwork network =
                Nets.of(DataType.FLOAT, Nets.dense(6, Activation.TANH), Nets.dense(7, Activation.TANH), Nets.softmax());
        network.getLayers()[1] = new org.deeplearning4j.nn.layers.FrozenLayer(network.getLayer(1));

        Capture capture = NetworkProbe.of(network).capture(Nets.batch(DataType.FLOAT, 8));

        assertThat(capture.layers()).extracting(layer -> layer.delta().empty()).containsExactly(true, true, false);
    }

    @Test
    void aNetworkWithoutParametersIsMeasured() {
        LossLayer loss = new LossLayer.Builder(LossFunction.MSE)
                .activation(Activation.IDENTITY)
                .build();
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.activation(new ActivationTanH()), loss);
        INDArray inputs = Nets.batch(DataType.FLOAT, 13).getFeatures();
        DataSet batch = new DataSet(inputs.dup(), inputs.dup());

        Capture capture = NetworkProbe.of(network).capture(batch);

        assertThat(capture.loss()).isPositive().isCloseTo(network.score(batch, true), within(1e-6));
        assertThat(capture.layers()).allMatch(layer -> layer.parameters().isEmpty());
        assertThat(capture.layers().get(0).preActivation()).isEqualTo(HostArrays.matrix(inputs, false));
    }

    private static MultiLayerNetwork convolutional(CNN2DFormat format) {
        return Nets.of(
                Nets.builder(DataType.FLOAT).updater(new Sgd(0.1)),
                InputType.convolutional(6, 6, 2, format),
                Stream.of(
                                new ConvolutionLayer.Builder(3, 3)
                                        .nOut(3)
                                        .activation(new ActivationReLU())
                                        .dataFormat(format)
                                        .build(),
                                new BatchNormalization.Builder()
                                        .dataFormat(format)
                                        .build(),
                                Nets.activation(new ActivationTanH()),
                                new SubsamplingLayer.Builder(
                                                SubsamplingLayer.PoolingType.AVG, new int[] {4, 4}, new int[] {1, 1})
                                        .dataFormat(format)
                                        .build(),
                                (Layer) new DenseLayer.Builder()
                                        .nOut(5)
                                        .activation(Activation.TANH)
                                        .build(),
                                Nets.softmax())
                        .toList());
    }

    private static void assertClose(Matrix actual, INDArray expected) {
        assertClose("", actual, HostArrays.matrix(expected, false));
    }

    private static void assertClose(String what, Matrix actual, Matrix expected) {
        assertThat(actual.rows()).as(what).isEqualTo(expected.rows());
        assertThat(actual.values()).as(what).containsExactly(expected.values(), within(1e-6f));
    }
}
