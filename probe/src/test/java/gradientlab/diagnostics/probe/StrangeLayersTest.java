package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.deeplearning4j.nn.conf.layers.util.MaskZeroLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Layers and wrappers off the beaten track give the gradients of the stock network, and leave it as it was. */
class StrangeLayersTest {

    private static final int STEPS = 4;

    @Test
    void aRecurrentLayerHasARowForEveryStep() {
        MultiLayerNetwork network = recurrent(lstm(), sequenceOutput());

        Capture capture = assertMeasuredLikeStock(network, sequences());

        LayerCapture lstm = capture.layers().get(0);
        assertThat(lstm.kind()).isEqualTo("LSTM");
        assertThat(lstm.nonlinearity()).isEqualTo(ActivationFunction.TANH);
        assertThat(lstm.activation().rows()).isEqualTo(3 * STEPS);
        assertThat(lstm.activation().columns()).isEqualTo(5);
        assertThat(lstm.delta().rows()).isEqualTo(3 * STEPS);
        assertThat(capture.logits().rows()).as("every step is scored").isEqualTo(3 * STEPS);
        assertThat(capture.logits().columns()).isEqualTo(Nets.CLASSES);
    }

    @Test
    void sequencesOfDifferentLengthsAreMeasuredUnderTheirMasks() {
        MultiLayerNetwork network = recurrent(lstm(), sequenceOutput());
        DataSet batch = sequences();
        INDArray mask = Nd4j.createFromArray(new float[][] {{1, 1, 1, 1}, {1, 1, 0, 0}, {1, 0, 0, 0}});
        batch.setFeaturesMaskArray(mask);
        batch.setLabelsMaskArray(mask);

        Capture capture = NetworkProbe.of(network).capture(batch);

        assertThat(capture.loss()).isCloseTo(network.score(batch, true), within(1e-6));
        assertThat(capture.loss()).isLessThan(network.score(sequences(), true) - 0.1);
        assertThat(capture.layers())
                .allSatisfy(layer -> assertThat(layer.preActivation().rows())
                        .as(layer.kind())
                        .isEqualTo(4 + 2 + 1));
        assertThat(capture.logits().rows()).isEqualTo(4 + 2 + 1);
    }

    @Test
    void anOutputWhoseLogitsCannotBeReadIsScoredAllTheSame() {
        MultiLayerNetwork network = Nets.images(
                DataType.FLOAT,
                Nets.convolution(Nets.CLASSES, new ActivationTanH()),
                new CnnLossLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .build());
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 3, Nets.CLASSES, 4, 4);
        labels.get(NDArrayIndex.all(), NDArrayIndex.point(2), NDArrayIndex.all(), NDArrayIndex.all())
                .assign(1);
        DataSet batch = new DataSet(Nets.batch(DataType.FLOAT, 3, 3, 2, 6, 6).getFeatures(), labels);

        Capture capture = assertMeasuredLikeStock(network, batch);

        assertThat(capture.logits()).isEqualTo(Matrix.EMPTY);
        assertThat(capture.layers().get(1).activation().columns()).isEqualTo(Nets.CLASSES);
        assertThat(capture.layers().get(1).delta()).isEqualTo(Matrix.EMPTY);
        assertThat(capture.layers().get(0).delta().rows()).isEqualTo(3 * 4 * 4);
    }

    @Test
    void anEmbeddingHandsNothingDownAndIsMeasured() {
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT),
                InputType.feedForward(9),
                List.of(
                        new EmbeddingLayer.Builder()
                                .nIn(9)
                                .nOut(5)
                                .activation(Activation.TANH)
                                .build(),
                        Nets.softmax()));
        DataSet batch = new DataSet(
                Nd4j.createFromArray(new float[][] {{3}, {0}, {8}, {3}, {1}}),
                Nets.batch(DataType.FLOAT, 4).getLabels());

        Capture capture = assertMeasuredLikeStock(network, batch);

        assertThat(capture.layers().get(0).activation().columns()).isEqualTo(5);
        assertThat(capture.layers().get(0).delta().columns()).isEqualTo(5);
    }

    @Test
    void wrappersOfLayersAreMeasured() {
        assertMeasuredLikeStock(
                recurrent(new Bidirectional(lstm()), new LastTimeStep(lstm()), Nets.softmax()), lastSteps());
        assertMeasuredLikeStock(
                recurrent(
                        new TimeDistributed(Nets.dense(5, Activation.TANH)),
                        new MaskZeroLayer(lstm(), 0),
                        sequenceOutput()),
                sequences());
    }

    @Test
    void otherConvolutionalLayersAreMeasuredPerChannel() {
        Layer deconvolution = new Deconvolution2D.Builder(2, 2)
                .nOut(4)
                .activation(new ActivationTanH())
                .build();
        MultiLayerNetwork network = Nets.images(
                DataType.FLOAT,
                Nets.convolution(3, new ActivationReLU()),
                new LocalResponseNormalization.Builder().build(),
                deconvolution,
                new GlobalPoolingLayer.Builder().build(),
                Nets.softmax());

        Capture capture = assertMeasuredLikeStock(network, Nets.batch(DataType.FLOAT, 1, 3, 2, 6, 6));

        assertThat(capture.layers())
                .extracting(layer -> layer.activation().columns())
                .containsExactly(3, 3, 4, 4, Nets.CLASSES);
        assertThat(capture.layers())
                .extracting(LayerCapture::nonlinearity)
                .containsExactly(
                        ActivationFunction.RELU,
                        ActivationFunction.OTHER,
                        ActivationFunction.TANH,
                        ActivationFunction.OTHER,
                        ActivationFunction.SOFTMAX);
        assertThat(capture.layers())
                .allMatch(layer ->
                        layer.delta().values().length == layer.preActivation().values().length);
    }

    /** Also: the original's configuration is the one it was, wrapped layers included. */
    private static Capture assertMeasuredLikeStock(MultiLayerNetwork network, DataSet batch) {
        String configuration = network.getLayerWiseConfigurations().toJson();
        double score = network.score(batch, true);

        Capture capture = NetworkProbe.of(network).capture(batch);

        assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
        assertThat(network.score(batch, true)).isEqualTo(score);
        assertThat(capture.loss()).isCloseTo(score, within(1e-6));
        assertStockGradients(network, batch, capture);
        return capture;
    }

    private static void assertStockGradients(MultiLayerNetwork network, DataSet batch, Capture capture) {
        network.setInput(batch.getFeatures());
        network.setLabels(batch.getLabels());
        network.computeGradientAndScore();
        List<ParameterCapture> parameters = capture.layers().stream()
                .flatMap(layer -> layer.parameters().stream())
                .toList();
        assertThat(parameters)
                .extracting(ParameterCapture::key)
                .containsExactlyElementsOf(network.paramTable().keySet());
        for (ParameterCapture parameter : parameters) {
            INDArray sum = network.gradient().getGradientFor(parameter.key());
            float[] expected = HostArrays.divide(HostArrays.read(sum, sum.ordering()), batch.numExamples());
            assertThat(parameter.gradient()).as(parameter.key()).containsExactly(expected, within(1e-6f));
        }
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nOut(5).activation(Activation.TANH).build();
    }

    private static RnnOutputLayer sequenceOutput() {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Nets.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static MultiLayerNetwork recurrent(Layer... layers) {
        return Nets.of(Nets.builder(DataType.FLOAT), InputType.recurrent(Nets.INPUTS, STEPS), List.of(layers));
    }

    private static DataSet lastSteps() {
        return Nets.batch(DataType.FLOAT, 2, 3, Nets.INPUTS, STEPS);
    }

    private static DataSet sequences() {
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 3, Nets.CLASSES, STEPS);
        for (int example = 0; example < 3; example++) {
            for (int step = 0; step < STEPS; step++) {
                labels.putScalar(new int[] {example, (example + step) % Nets.CLASSES, step}, 1);
            }
        }
        return new DataSet(lastSteps().getFeatures(), labels);
    }
}
