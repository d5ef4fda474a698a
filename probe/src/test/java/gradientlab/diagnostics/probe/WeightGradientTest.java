package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Gradients and loss against the stock {@code computeGradientAndScore}, whose gradients are sums over the batch. */
class WeightGradientTest {

    private static final double RELATIVE = 1e-6;

    @Test
    void gradientsOfAMultilayerPerceptronAreTheStockOnesDividedByTheBatch() {
        assertStockGradients(
                Nets.of(
                        DataType.FLOAT,
                        Nets.dense(7, Activation.TANH),
                        Nets.dense(6, Activation.RELU),
                        Nets.dense(5, Activation.IDENTITY),
                        Nets.norm(),
                        Nets.activation(new ActivationTanH()),
                        Nets.softmax()),
                Nets.batch(DataType.FLOAT, 1));
    }

    @Test
    void gradientsOfAConvolutionalNetworkAreTheStockOnesDividedByTheBatch() {
        assertStockGradients(
                Nets.images(
                        DataType.FLOAT,
                        Nets.convolution(3, new ActivationReLU()),
                        Nets.norm(),
                        Nets.pooling(),
                        Nets.dense(5, Activation.TANH),
                        Nets.softmax()),
                Nets.batch(DataType.FLOAT, 2, 4, 2, 6, 6));
    }

    @Test
    void gradientsInDoubleAreTheStockOnesDividedByTheBatch() {
        assertStockGradients(
                Nets.of(DataType.DOUBLE, Nets.dense(7, Activation.ELU), Nets.softmax()),
                Nets.batch(DataType.DOUBLE, 3));
    }

    @Test
    void otherLossFunctionsAreScoredAsTheyScoreThemselves() {
        OutputLayer regression = new OutputLayer.Builder(LossFunction.MSE)
                .nOut(Nets.CLASSES)
                .activation(Activation.TANH)
                .build();
        assertStockGradients(
                Nets.of(DataType.FLOAT, Nets.dense(7, Activation.SIGMOID), regression), Nets.batch(DataType.FLOAT, 4));
    }

    @Test
    void aNetworkThatSumsOverTheBatchIsMeasuredPerExampleAllTheSame() {
        MultiLayerNetwork summed = Nets.of(
                Nets.builder(DataType.FLOAT).miniBatch(false),
                InputType.feedForward(Nets.INPUTS),
                List.of(Nets.dense(7, Activation.TANH), Nets.softmax()));
        MultiLayerNetwork averaged = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 5);

        Capture capture = NetworkProbe.of(summed).capture(batch);

        assertThat(summed.params()).isEqualTo(averaged.params());
        assertThat(capture).isEqualTo(NetworkProbe.of(averaged).capture(batch));
    }

    @Test
    void lossAndGradientsAreThoseWithoutRegularisation() {
        List<org.deeplearning4j.nn.conf.layers.Layer> layers = List.of(Nets.dense(7, Activation.TANH), Nets.softmax());
        InputType input = InputType.feedForward(Nets.INPUTS);
        MultiLayerNetwork decayed = Nets.of(Nets.builder(DataType.FLOAT).l2(0.1), input, layers);
        MultiLayerNetwork plain = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 6);

        assertThat(decayed.score(batch)).isGreaterThan(plain.score(batch) + 0.01);
        assertThat(NetworkProbe.of(decayed).capture(batch))
                .isEqualTo(NetworkProbe.of(plain).capture(batch));
    }

    @Test
    void theRunningStatisticsOfABatchNormHaveNoGradient() {
        MultiLayerNetwork network =
                Nets.of(DataType.FLOAT, Nets.dense(4, Activation.TANH), Nets.norm(), Nets.softmax());

        LayerCapture norm = NetworkProbe.of(network)
                .capture(Nets.batch(DataType.FLOAT, 7))
                .layers()
                .get(1);

        assertThat(norm.parameters())
                .extracting(ParameterCapture::name)
                .containsExactlyInAnyOrder("gamma", "beta", "mean", "log10stdev");
        for (ParameterCapture parameter : norm.parameters()) {
            boolean trained = List.of("gamma", "beta").contains(parameter.name());
            assertThat(parameter.gradient()).as(parameter.name()).hasSize(trained ? 4 : 0);
        }
    }

    private static void assertStockGradients(MultiLayerNetwork network, DataSet batch) {
        Capture capture = NetworkProbe.of(network).capture(batch);
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();

        assertThat(capture.loss()).isCloseTo(network.score(), within(RELATIVE * network.score()));
        int compared = 0;
        for (LayerCapture layer : capture.layers()) {
            for (ParameterCapture parameter : layer.parameters()) {
                assertSame(parameter.values(), network.getParam(parameter.key()), 1, parameter);
                if (parameter.gradient().length > 0) {
                    INDArray stock = network.gradient().getGradientFor(parameter.key());
                    assertSame(parameter.gradient(), stock, batch.numExamples(), parameter);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(4);
    }

    /** Element by element through the shape: the flat arrays must be in the order of the parameter itself. */
    private static void assertSame(float[] values, INDArray stock, double divisor, ParameterCapture parameter) {
        char order = stock.ordering();
        INDArray rebuilt = Nd4j.create(values, parameter.shape(), order);
        assertThat(rebuilt.shape()).isEqualTo(stock.shape());
        INDArray expected = stock.castTo(DataType.DOUBLE).div(divisor);
        double scale = expected.amaxNumber().doubleValue();
        double worst =
                rebuilt.castTo(DataType.DOUBLE).sub(expected).amaxNumber().doubleValue();
        assertThat(worst).as(parameter.key()).isLessThanOrEqualTo(RELATIVE * scale);
    }
}
