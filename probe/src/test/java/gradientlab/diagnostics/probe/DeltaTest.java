package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.parts.ActivationReader;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** δ against central differences of the stock network's loss, in double; the capture itself is rounded to float. */
class DeltaTest {

    private static final double RELATIVE = 1e-5;
    private static final double ABSOLUTE = 1e-9;

    @Test
    void deltaOfADenseLayerWithTanhInsideIsTheSlopeOfTheLossInZ() {
        Nudge nudge = new Nudge(new ActivationTanH());
        MultiLayerNetwork network = Nets.of(
                DataType.DOUBLE,
                Nets.dense(7, Activation.TANH),
                Nets.dense(5, nudge),
                Nets.dense(3, Activation.SIGMOID),
                Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 1);

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(1);

        assertSlopes(layer.delta(), nudge, () -> network.score(batch, true));
    }

    @Test
    void deltaOfALinearLayerBelowABatchNormGoesThroughTheBatchStatistics() {
        Nudge linear = new Nudge(new ActivationIdentity());
        Nudge tanh = new Nudge(new ActivationTanH());
        MultiLayerNetwork network =
                Nets.of(DataType.DOUBLE, Nets.dense(7, linear), Nets.norm(), Nets.activation(tanh), Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 2);

        Capture capture = NetworkProbe.of(network).capture(batch);

        DoubleSupplier loss = () -> network.score(batch, true);
        assertSlopes(capture.layers().get(0).delta(), linear, loss);
        assertSlopes(capture.layers().get(2).delta(), tanh, loss);
        assertThat(capture.layers().get(1).delta())
                .as("the norm's output is the input of the nonlinearity after it")
                .isEqualTo(capture.layers().get(2).delta());
        assertThat(capture.layers().get(1).activation())
                .isEqualTo(capture.layers().get(2).preActivation());
    }

    @Test
    void deltaOfALayerNormIsTakenWhereZEntersTheNonlinearity() {
        Nudge nudge = new Nudge(new ActivationTanH());
        DenseLayer normed = new DenseLayer.Builder()
                .nOut(7)
                .hasLayerNorm(true)
                .gainInit(1.4)
                .activation(nudge)
                .build();
        MultiLayerNetwork network = Nets.of(DataType.DOUBLE, Nets.dense(6, Activation.TANH), normed, Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 3);

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(1);

        assertSlopes(layer.delta(), nudge, () -> network.score(batch, true));
        assertThat(layer.parameters()).extracting(p -> p.name()).containsExactlyInAnyOrder("W", "b", "g");
        for (int row = 0; row < Nets.BATCH; row++) {
            double sum = 0;
            for (int column = 0; column < 7; column++) {
                sum += layer.preActivation().at(row, column);
            }
            assertThat(sum).as("mean of z after the norm, bias 0").isCloseTo(0, within(1e-5));
        }
    }

    @Test
    void deltaOfAConvolutionIsTheSlopeOfTheLossInEachPlaceOfEachChannel() {
        Nudge nudge = new Nudge(new ActivationReLU());
        Nudge pooled = new Nudge(new ActivationIdentity());
        MultiLayerNetwork network = Nets.images(
                DataType.DOUBLE,
                Nets.convolution(3, nudge),
                Nets.pooling(),
                Nets.activation(pooled),
                Nets.dense(5, Activation.TANH),
                Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 4, 3, 2, 6, 6);

        Capture capture = NetworkProbe.of(network).capture(batch);

        DoubleSupplier loss = () -> network.score(batch, true);
        assertMapSlopes(capture.layers().get(0).delta(), nudge, loss, 3, 3, 4);
        assertMapSlopes(capture.layers().get(2).delta(), pooled, loss, 3, 3, 2);
        assertThat(capture.layers().get(1).delta())
                .isEqualTo(capture.layers().get(2).delta());
    }

    @Test
    void deltaOfTheOutputIsTheSlopeOfTheMeanLossInTheLogits() {
        MultiLayerNetwork network = Nets.of(DataType.DOUBLE, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 5);

        Capture capture = NetworkProbe.of(network).capture(batch);

        Matrix delta = capture.layers().get(1).delta();
        INDArray logits = Nd4j.createFromArray(capture.logits().values())
                .reshape(Nets.BATCH, Nets.CLASSES)
                .castTo(DataType.DOUBLE);
        for (int row = 0; row < delta.rows(); row++) {
            for (int column = 0; column < delta.columns(); column++) {
                double slope = (crossEntropy(logits, row, column, 1e-5, batch)
                                - crossEntropy(logits, row, column, -1e-5, batch))
                        / 2e-5;
                assertThat((double) delta.at(row, column)).isCloseTo(slope, within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"SIGMOID", "RELU", "LEAKYRELU", "ELU", "SELU", "GELU", "SWISH", "MISH", "SOFTPLUS", "SOFTSIGN"})
    void deltaHoldsForEveryCommonNonlinearity(Activation activation) {
        IActivation function = activation.getActivationFunction();
        Nudge nudge = new Nudge(function);
        MultiLayerNetwork network =
                Nets.of(DataType.DOUBLE, Nets.dense(7, Activation.TANH), Nets.dense(5, nudge), Nets.softmax());
        DataSet batch = Nets.batch(DataType.DOUBLE, 6);

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(1);

        assertSlopes(layer.delta(), nudge, () -> network.score(batch, true));
        assertThat(ActivationReader.of(function)).isNotEqualTo(ActivationFunction.OTHER);
    }

    private static void assertSlopes(Matrix delta, Nudge nudge, DoubleSupplier loss) {
        assertThat(delta.rows()).isEqualTo(Nets.BATCH);
        for (int row = 0; row < delta.rows(); row++) {
            for (int column = 0; column < delta.columns(); column++) {
                assertSlope(delta.at(row, column), nudge.slope(loss, row, column));
            }
        }
    }

    private static void assertMapSlopes(
            Matrix delta, Nudge nudge, DoubleSupplier loss, int examples, int channels, int side) {
        assertThat(delta.rows()).isEqualTo(examples * side * side);
        assertThat(delta.columns()).isEqualTo(channels);
        for (int row = 0; row < delta.rows(); row++) {
            int y = row / side % side;
            for (int channel = 0; channel < channels; channel++) {
                assertSlope(delta.at(row, channel), nudge.slope(loss, row / (side * side), channel, y, row % side));
            }
        }
    }

    private static void assertSlope(float delta, double slope) {
        assertThat((double) delta).isCloseTo(slope, within(ABSOLUTE + RELATIVE * Math.abs(slope)));
    }

    private static double crossEntropy(INDArray logits, int row, int column, double shift, DataSet batch) {
        INDArray shifted = logits.dup();
        shifted.putScalar(row, column, logits.getDouble(row, column) + shift);
        return new LossMCXENT()
                .computeScore(batch.getLabels(), shifted, Activation.SOFTMAX.getActivationFunction(), null, true);
    }
}
