package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Convolutions of other sorts, embeddings and formats: δ against central differences, and what role each plays. */
class SequenceAndImageLayersTest {

    private static final int STEPS = 5;

    /** A layer with a nonlinearity inside, and what it is given. */
    private enum Kind {
        CONVOLUTION_1D(new Convolution1DLayer.Builder(3).nOut(4), InputType.recurrent(2, STEPS), 2, STEPS),
        EMBEDDING_SEQUENCE(
                new EmbeddingSequenceLayer.Builder().nIn(6).nOut(4).inputLength(STEPS),
                InputType.recurrent(6, STEPS),
                STEPS),
        EMBEDDING(new EmbeddingLayer.Builder().nIn(6).nOut(4).hasBias(true), InputType.feedForward(6), 1),
        SEPARABLE(new SeparableConvolution2D.Builder(2, 2).nOut(4), InputType.convolutional(4, 4, 2), 2, 4, 4),
        DEPTHWISE(
                new DepthwiseConvolution2D.Builder(2, 2).depthMultiplier(2), InputType.convolutional(4, 4, 2), 2, 4, 4),
        DECONVOLUTION(new Deconvolution2D.Builder(2, 2).nOut(3), InputType.convolutional(3, 3, 2), 2, 3, 3);

        final Layer.Builder<?> builder;
        final InputType input;
        final long[] shape;

        Kind(Layer.Builder<?> builder, InputType input, long... shape) {
            this.builder = builder;
            this.input = input;
            this.shape = shape;
        }

        Layer layer(IActivation activation) {
            Layer layer = builder.build();
            ((BaseLayer) layer).setActivationFn(activation);
            return layer;
        }

        /** Word numbers for the embeddings, else normal numbers. */
        DataSet batch() {
            DataSet batch = Nets.batch(DataType.DOUBLE, 4, 3, shape);
            if (name().startsWith("EMBEDDING")) {
                Random random = new Random(1);
                for (long i = 0; i < batch.getFeatures().length(); i++) {
                    batch.getFeatures().putScalar(i, random.nextInt(6));
                }
            }
            return batch;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void deltaIsTheSlopeOfTheLossInEachPreActivation(Kind kind) {
        Nudge nudge = new Nudge(new ActivationTanH());
        List<Layer> layers = new ArrayList<>(List.of(kind.layer(nudge)));
        if (kind != Kind.EMBEDDING) {
            layers.add(new GlobalPoolingLayer.Builder(PoolingType.AVG).build());
        }
        layers.add(Nets.softmax());
        MultiLayerNetwork network = Nets.of(Nets.builder(DataType.DOUBLE), kind.input, layers);
        DataSet batch = kind.batch();

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(0);

        long[] shape = network.feedForward(batch.getFeatures()).get(1).shape();
        Matrix delta = layer.delta();
        int channels = (int) shape[1];
        assertThat(delta.columns()).isEqualTo(channels);
        int places = delta.rows() / 3;
        for (int row = 0; row < delta.rows(); row++) {
            for (int channel = 0; channel < channels; channel++) {
                long[] at = at(kind, shape, row / places, channel, row % places);
                double slope = nudge.slope(() -> network.score(batch, true), at);
                assertThat((double) delta.at(row, channel))
                        .as("row %d, channel %d", row, channel)
                        .isCloseTo(slope, within(1e-9 + 1e-5 * Math.abs(slope)));
            }
        }
    }

    private static long[] at(Kind kind, long[] shape, int example, int channel, int place) {
        if (kind == Kind.EMBEDDING) {
            return new long[] {example, channel};
        }
        return shape.length == 3
                ? new long[] {example, channel, place}
                : new long[] {example, channel, place / shape[3], place % shape[3]};
    }

    @Test
    void everyLayerOfASequenceNetworkHasItsRole() {
        Bidirectional both = new Bidirectional(new SimpleRnn.Builder().nOut(3).build());
        both.setLayerName("both");
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT),
                InputType.recurrent(1, 8),
                List.of(
                        new EmbeddingSequenceLayer.Builder()
                                .name("words")
                                .nIn(9)
                                .nOut(4)
                                .inputLength(8)
                                .build(),
                        new Convolution1DLayer.Builder(3).name("conv").nOut(4).build(),
                        new Subsampling1DLayer.Builder().name("pool").build(),
                        new LSTM.Builder().name("lstm").nOut(4).build(),
                        both,
                        new LastTimeStep(
                                new SimpleRnn.Builder().name("last").nOut(3).build()),
                        Nets.softmax()));

        Structure structure = StructureReader.of(network);

        assertThat(structure.layers())
                .extracting(facts -> facts.name().replaceAll("layer6", "out") + " " + facts.role())
                .containsExactly(
                        "words EMBEDDING",
                        "conv WEIGHTS",
                        "pool JUNCTION",
                        "lstm RECURRENT",
                        "both/forward RECURRENT",
                        "both/backward RECURRENT",
                        "both JUNCTION",
                        "last RECURRENT",
                        "out OUTPUT");
        assertThat(structure.layer("both").orElseThrow().inputs()).containsExactly("both/forward", "both/backward");
        assertThat(structure.layer("both/backward").orElseThrow().inputs()).containsExactly("lstm");
    }

    @Test
    void separableConvolutionsHaveWeights() {
        MultiLayerNetwork network = Nets.images(
                DataType.FLOAT,
                new SeparableConvolution2D.Builder(2, 2).nOut(4).build(),
                new DepthwiseConvolution2D.Builder(2, 2).depthMultiplier(2).build(),
                new GlobalPoolingLayer.Builder(PoolingType.MAX).build(),
                Nets.softmax());

        assertThat(StructureReader.of(network).layers())
                .extracting(facts -> facts.role())
                .containsExactly(Role.WEIGHTS, Role.WEIGHTS, Role.JUNCTION, Role.OUTPUT);
    }

    /** Without a convolution: DL4J itself cannot train one whose channels are last. */
    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "SimpleRnn", "Bidirectional"})
    void channelsLastGivesTheSameAsTimeLast(String kind) {
        MultiLayerNetwork first = network(kind, RNNFormat.NCW);
        MultiLayerNetwork last = network(kind, RNNFormat.NWC);
        DataSet batch = sequences();
        DataSet permuted = new DataSet(
                batch.getFeatures().permute(0, 2, 1).dup('c'),
                batch.getLabels().permute(0, 2, 1).dup('c'));

        List<LayerCapture> expected = NetworkProbe.of(first).capture(batch).layers();
        List<LayerCapture> actual = NetworkProbe.of(last).capture(permuted).layers();

        assertThat(actual).hasSameSizeAs(expected);
        IntStream.range(0, expected.size()).forEach(i -> {
            String name = expected.get(i).name();
            assertClose(name, actual.get(i).preActivation(), expected.get(i).preActivation());
            assertClose(name, actual.get(i).activation(), expected.get(i).activation());
            assertClose(name, actual.get(i).delta(), expected.get(i).delta());
            List<Double> norms = expected.get(i).time().norms();
            assertThat(actual.get(i).time().norms()).hasSameSizeAs(norms);
            for (int t = 0; t < norms.size(); t++) {
                assertThat(actual.get(i).time().norms().get(t)).isCloseTo(norms.get(t), within(1e-6));
            }
        });
    }

    private static MultiLayerNetwork network(String kind, RNNFormat format) {
        Layer layer = switch (kind) {
            case "LSTM" -> new LSTM.Builder().nOut(4).dataFormat(format).build();
            case "SimpleRnn" ->
                new SimpleRnn.Builder().nOut(4).dataFormat(format).build();
            default ->
                new Bidirectional(new LSTM.Builder().nOut(4).dataFormat(format).build());
        };
        return Nets.of(
                Nets.builder(DataType.FLOAT).activation(Activation.TANH),
                InputType.recurrent(2, STEPS, format),
                List.of(
                        layer,
                        new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                .nOut(Nets.CLASSES)
                                .activation(Activation.SOFTMAX)
                                .dataFormat(format)
                                .build()));
    }

    private static DataSet sequences() {
        INDArray features = Nets.batch(DataType.FLOAT, 9, 3, 2, STEPS).getFeatures();
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 3, Nets.CLASSES, STEPS);
        for (int example = 0; example < 3; example++) {
            for (int t = 0; t < STEPS; t++) {
                labels.putScalar(new int[] {example, (example + 2 * t) % Nets.CLASSES, t}, 1);
            }
        }
        return new DataSet(features, labels);
    }

    private static void assertClose(String what, Matrix actual, Matrix expected) {
        assertThat(actual.rows()).as(what).isEqualTo(expected.rows());
        assertThat(actual.values()).as(what).containsExactly(expected.values(), within(1e-6f));
    }
}
