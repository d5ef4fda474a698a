package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Snapshot;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Inputs that are 0 for the whole batch, as the border pixels of MNIST. */
class InputMaskTest {

    @ParameterizedTest
    @ValueSource(chars = {'c', 'f'})
    void theMaskFollowsTheOrderOfTheEntries(char order) {
        long[] shape = {2, 3, 2, 4};
        boolean[] inputs = {false, true, false};
        INDArray marked = Nd4j.zeros(DataType.FLOAT, shape);
        marked.get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.all())
                .assign(1);

        boolean[] masked = InputMask.entries(inputs, shape, order, 1);

        float[] expected = HostArrays.read(marked, order);
        for (int i = 0; i < expected.length; i++) {
            assertThat(masked[i]).isEqualTo(expected[i] == 1);
        }
    }

    @Test
    void withoutAMaskedInputThereIsNoMask() {
        assertThat(InputMask.entries(new boolean[3], new long[] {3, 2}, 'f', 0)).isEmpty();
    }

    @Test
    void weightsThatDoNotMatchTheInputsAreNotMasked() {
        assertThat(InputMask.entries(new boolean[] {true, true}, new long[] {3, 2}, 'f', 0))
                .isEmpty();
    }

    @Test
    void weightsOfADenseLayersConstantInputsAreLeftOutOfTheShareOfZeros() {
        DataSet batch = Nets.batch(DataType.FLOAT, 1);
        batch.getFeatures().getColumn(2).assign(0);
        batch.getFeatures().getColumn(4).assign(0);
        batch.getFeatures().getColumn(5).assign(3);
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());

        Capture capture = NetworkProbe.of(network).capture(batch);

        ParameterCapture weights = weights(capture, 0);
        int masked = assertZeroWhereMasked(weights);
        assertThat(masked).as("2 of 6 inputs, 7 units").isEqualTo(14);
        var snapshot = Snapshot.of(capture).layers().get(0).parameters().get(0);
        assertThat(snapshot.maskedGradients()).isEqualTo(14);
        assertThat(snapshot.zeroGradientShare()).isZero();
        assertThat(weights(capture, 1).masked()).isEmpty();
    }

    @Test
    void weightsOfAConvolutionsConstantChannelsAreMasked() {
        DataSet batch = Nets.batch(DataType.FLOAT, 2, 3, 2, 6, 6);
        batch.getFeatures()
                .get(NDArrayIndex.all(), NDArrayIndex.point(1), NDArrayIndex.all(), NDArrayIndex.all())
                .assign(0);
        MultiLayerNetwork network =
                Nets.images(DataType.FLOAT, Nets.convolution(3, new ActivationTanH()), Nets.softmax());

        int masked = assertZeroWhereMasked(weights(NetworkProbe.of(network).capture(batch), 0));

        assertThat(masked).as("3 filters of 3 x 3").isEqualTo(27);
    }

    private static ParameterCapture weights(Capture capture, int layer) {
        return capture.layers().get(layer).parameters().stream()
                .filter(parameter -> parameter.name().equals("W"))
                .findFirst()
                .orElseThrow();
    }

    private static int assertZeroWhereMasked(ParameterCapture weights) {
        int masked = 0;
        for (int i = 0; i < weights.gradient().length; i++) {
            assertThat(weights.gradient()[i] == 0).isEqualTo(weights.masked()[i]);
            masked += weights.masked()[i] ? 1 : 0;
        }
        return masked;
    }
}
