package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class NetworkProbeTest {

    @Test
    void logitsArePreActivationsOfTheOutputAndSoftmaxOfThemItsActivation() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 1);

        Capture capture = NetworkProbe.of(network).capture(batch);

        LayerCapture output = capture.layers().get(1);
        INDArray hidden = network.feedForward(batch.getFeatures()).get(1);
        INDArray logits = hidden.mmul(network.getParam("1_W")).addiRowVector(network.getParam("1_b"));
        assertClose(capture.logits(), logits);
        assertThat(output.preActivation()).isEqualTo(capture.logits());
        assertClose(output.activation(), network.output(batch.getFeatures()));
        assertThat(output.kind()).isEqualTo("OutputLayer");
        assertThat(output.nonlinearity()).isEqualTo(ActivationFunction.SOFTMAX);
    }

    @Test
    void aProbeFollowsTheNetworkAndCountsItsUpdates() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 3);
        NetworkProbe probe = NetworkProbe.of(network);

        Capture before = probe.capture(batch);
        for (int i = 0; i < 30; i++) {
            network.fit(batch);
        }
        Capture after = probe.capture(batch);

        assertThat(before.iteration()).isZero();
        assertThat(after.iteration()).isEqualTo(30);
        assertThat(probe.capture(batch, 12).iteration()).isEqualTo(12);
        assertThat(after.loss()).isLessThan(before.loss()).isCloseTo(network.score(batch), within(1e-6));
        assertThat(after).isEqualTo(withIteration(NetworkProbe.of(network).capture(batch), 30));
        assertThat(probe.capture(batch)).as("twice the same").isEqualTo(after);
    }

    @Test
    void dropoutIsOffInTheMeasuredPass() {
        List<Layer> layers = List.of(
                Nets.dense(7, Activation.TANH), new DropoutLayer(0.5), Nets.dense(6, Activation.RELU), Nets.softmax());
        InputType input = InputType.feedForward(Nets.INPUTS);
        MultiLayerNetwork noisy = Nets.of(Nets.builder(DataType.FLOAT).dropOut(0.5), input, layers);
        DataSet batch = Nets.batch(DataType.FLOAT, 4);

        Capture capture = NetworkProbe.of(noisy).capture(batch);

        assertThat(capture.loss()).isCloseTo(noisy.score(batch, false), within(1e-6));
        assertThat(capture.layers().get(1).activation())
                .isEqualTo(capture.layers().get(0).activation());
        assertThat(capture.layers().get(1).nonlinearity()).isEqualTo(ActivationFunction.IDENTITY);
    }

    @Test
    void examplesMaskedByTheLabelsHaveDeltaZero() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        DataSet batch = Nets.batch(DataType.FLOAT, 9);
        batch.setLabelsMaskArray(Nd4j.createFromArray(1f, 0f, 1f, 1f, 1f).reshape(5, 1));
        NetworkProbe probe = NetworkProbe.of(network);

        Matrix masked = probe.capture(batch).layers().get(1).delta();
        batch.setLabelsMaskArray(null);
        Matrix unmasked = probe.capture(batch).layers().get(1).delta();

        for (int column = 0; column < Nets.CLASSES; column++) {
            assertThat(masked.at(1, column)).isZero();
            assertThat(unmasked.at(1, column)).isNotZero();
            assertThat(masked.at(2, column)).isEqualTo(unmasked.at(2, column));
        }
    }

    @Test
    void parametersAreKeyedAsInDl4j() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());

        Capture capture = NetworkProbe.of(network).capture(Nets.batch(DataType.FLOAT, 10));

        assertThat(capture.layers().stream().flatMap(layer -> layer.parameters().stream()))
                .extracting(ParameterCapture::key)
                .containsExactlyElementsOf(network.paramTable().keySet());
        assertThat(capture.layers().get(0).parameters().get(0).shape()).containsExactly(Nets.INPUTS, 7);
    }

    @Test
    void notANumberStaysNotANumber() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax());
        network.getParam("0_W").putScalar(0, Float.NaN);

        Capture capture = NetworkProbe.of(network).capture(Nets.batch(DataType.FLOAT, 11));

        assertThat(capture.loss()).isNaN();
        assertThat(capture.logits().values()).containsOnly(Float.NaN);
        assertThat(capture.layers().get(0).delta().values()).containsOnly(Float.NaN);
    }

    @Test
    void aNetworkWithoutAnOutputLayerIsRefused() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH));

        assertThatThrownBy(() -> NetworkProbe.of(network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A network to measure ends in an output layer, but its layer \"layer0\" is a DenseLayer,"
                        + " which has no loss.");
    }

    @Test
    void aNetworkThatIsNotInitialisedIsRefused() {
        MultiLayerNetwork network = new MultiLayerNetwork(
                Nets.builder(DataType.FLOAT).list().layer(Nets.softmax()).build());

        assertThatThrownBy(() -> NetworkProbe.of(network))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("init()");
    }

    @Test
    void aBatchWithoutLabelsIsRefused() {
        NetworkProbe probe = NetworkProbe.of(Nets.of(DataType.FLOAT, Nets.softmax()));
        DataSet unlabelled = new DataSet(Nd4j.ones(3, Nets.INPUTS), null);

        assertThatThrownBy(() -> probe.capture(unlabelled))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A batch to measure needs labels, but there were none.");
    }

    @Test
    void afterAFailedCaptureTheProbeStillWorks() {
        NetworkProbe probe = NetworkProbe.of(Nets.of(DataType.FLOAT, Nets.dense(7, Activation.TANH), Nets.softmax()));
        DataSet batch = Nets.batch(DataType.FLOAT, 12);
        Capture before = probe.capture(batch);

        assertThatThrownBy(() -> probe.capture(Nets.batch(DataType.FLOAT, 13, 3, Nets.INPUTS + 1)))
                .hasMessageContaining("Input size");

        assertThat(probe.capture(batch)).isEqualTo(before);
    }

    private static Capture withIteration(Capture capture, int iteration) {
        return new Capture(iteration, capture.loss(), capture.layers(), capture.logits(), capture.output());
    }

    private static void assertClose(Matrix actual, INDArray expected) {
        assertClose("", actual, HostArrays.matrix(expected, false));
    }

    private static void assertClose(String what, Matrix actual, Matrix expected) {
        assertThat(actual.rows()).as(what).isEqualTo(expected.rows());
        assertThat(actual.values()).as(what).containsExactly(expected.values(), within(1e-6f));
    }
}
