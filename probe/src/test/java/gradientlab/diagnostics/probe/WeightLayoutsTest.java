package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.WeightLayout;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.parts.WeightLayouts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Inputs of one unit, counted by hand, and which weights are a unit's own: what comes out changes with them alone. */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
class WeightLayoutsTest {

    private static final InputType SEQUENCE = InputType.recurrent(7, 10);
    private static final InputType IMAGE = InputType.convolutional(8, 8, 3);

    static Stream<Arguments> fanIns() {
        return Stream.of(
                Arguments.of(new DenseLayer.Builder().nOut(5).build(), InputType.feedForward(7), Map.of("W", 7.0)),
                Arguments.of(new ConvolutionLayer.Builder(2, 4).nOut(5).build(), IMAGE, Map.of("W", 3.0 * 2 * 4)),
                Arguments.of(new Convolution1DLayer.Builder(4).nOut(5).build(), SEQUENCE, Map.of("W", 7.0 * 4)),
                Arguments.of(
                        new SeparableConvolution2D.Builder(2, 4)
                                .depthMultiplier(2)
                                .nOut(5)
                                .build(),
                        IMAGE,
                        Map.of("W", 2.0 * 4, "pW", 3.0 * 2)),
                Arguments.of(
                        new DepthwiseConvolution2D.Builder(2, 4)
                                .depthMultiplier(2)
                                .build(),
                        IMAGE,
                        Map.of("W", 2.0 * 4)),
                Arguments.of(
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(30)
                                .nOut(5)
                                .inputLength(10)
                                .build(),
                        InputType.recurrent(1, 10),
                        Map.of("W", 1.0)),
                Arguments.of(new LSTM.Builder().nOut(128).build(), SEQUENCE, Map.of("W", 7.0, "RW", 128.0)),
                Arguments.of(new GravesLSTM.Builder().nOut(128).build(), SEQUENCE, Map.of("W", 7.0, "RW", 128.0)),
                Arguments.of(new SimpleRnn.Builder().nOut(12).build(), SEQUENCE, Map.of("W", 7.0, "RW", 12.0)),
                Arguments.of(
                        new LastTimeStep(new LSTM.Builder().nOut(128).build()),
                        SEQUENCE,
                        Map.of("W", 7.0, "RW", 128.0)));
    }

    @ParameterizedTest
    @MethodSource("fanIns")
    void theFanInIsTheInputsOfOneUnit(Layer layer, InputType input, Map<String, Double> expected) {
        assertThat(fanIns(Nets.of(Nets.builder(DataType.FLOAT), input, List.of(layer, Nets.softmax()))
                        .getLayer(0)))
                .isEqualTo(expected);
    }

    @Test
    void anLstmHasAsManyUnitsAsOutputs() {
        MultiLayerNetwork network = recurrent(new LSTM.Builder().nOut(128).build());

        var lstm = NetworkProbe.of(network)
                .capture(Nets.batch(DataType.FLOAT, 1, 4, 7, 10))
                .layers()
                .get(0);

        assertThat(lstm.preActivation().columns()).isEqualTo(128);
        assertThat(lstm.gates())
                .hasSize(4)
                .allMatch(gate -> gate.preActivation().columns() == 128);
        assertThat(lstm.parameters().stream().map(ParameterCapture::layout)).allMatch(layout -> layout.units() == 128);
    }

    /** A change of all entries that the layout says are of one unit moves all gates of that unit and no other's. */
    @ParameterizedTest
    @MethodSource("recurrentKinds")
    void theEntriesOfAUnitAreThoseThatMoveItsGates(Layer layer) {
        MultiLayerNetwork network = recurrent(layer);
        DataSet batch = Nets.batch(DataType.FLOAT, 1, 4, 7, 1);
        int unit = 2;
        var before = NetworkProbe.of(network).capture(batch).layers().get(0);
        INDArray w = network.getParam("0_W");
        WeightLayout layout = WeightLayouts.of(network.getLayer(0).conf().getLayer(), "W", w);
        float[] values = HostArrays.read(w, w.ordering());
        for (int k = 0; k < layout.entriesPerUnit(values.length); k++) {
            values[layout.indexOf(unit, k)] += 1;
        }
        w.assign(org.nd4j.linalg.factory.Nd4j.create(values, w.shape(), w.ordering()));

        var after = NetworkProbe.of(network).capture(batch).layers().get(0);

        for (int gate = 0; gate < before.gates().size(); gate++) {
            for (int u = 0; u < 6; u++) {
                boolean same = before.gates().get(gate).preActivation().at(0, u)
                        == after.gates().get(gate).preActivation().at(0, u);
                assertThat(same).as("gate %d, unit %d", gate, u).isEqualTo(u != unit);
            }
        }
        for (int u = 0; u < 6; u++) {
            assertThat(before.preActivation().at(0, u) == after.preActivation().at(0, u))
                    .isEqualTo(u != unit);
        }
    }

    static Stream<Layer> recurrentKinds() {
        return Stream.of(
                new LSTM.Builder().nOut(6).build(),
                new GravesLSTM.Builder().nOut(6).build(),
                new SimpleRnn.Builder().nOut(6).build());
    }

    @Test
    void unitsOfARecurrentLayerThatAreAllTheSameAreFound() {
        LSTM same = new LSTM.Builder()
                .nOut(6)
                .activation(Activation.TANH)
                .weightInit(new WeightInitConstant(0.1))
                .weightInitRecurrent(WeightInit.ZERO)
                .build();
        LSTM different = new LSTM.Builder()
                .nOut(6)
                .activation(Activation.TANH)
                .weightInit(new WeightInitConstant(0.1))
                .weightInitRecurrent(WeightInit.XAVIER)
                .build();

        assertThat(rules(same)).contains(Rule.SYMMETRIC_UNITS);
        assertThat(rules(different)).doesNotContain(Rule.SYMMETRIC_UNITS);
        assertThat(rules(new Bidirectional(same))).contains(Rule.SYMMETRIC_UNITS);
    }

    private static List<Rule> rules(Layer layer) {
        return Preflight.of(recurrent(layer), Nets.batch(DataType.FLOAT, 1, 20, 7, 10)).findings().stream()
                .map(finding -> finding.rule())
                .toList();
    }

    private static Map<String, Double> fanIns(org.deeplearning4j.nn.api.Layer layer) {
        Map<String, Double> fanIns = new TreeMap<>();
        layer.paramTable().forEach((name, values) -> {
            double fanIn =
                    WeightLayouts.of(layer.conf().getLayer(), name, values).fanIn();
            if (!Double.isNaN(fanIn)) {
                fanIns.put(name, fanIn);
            }
        });
        return fanIns;
    }

    /** The loss looks at the last step. */
    private static MultiLayerNetwork recurrent(Layer layer) {
        return Nets.of(
                Nets.builder(DataType.FLOAT),
                SEQUENCE,
                layer instanceof LastTimeStep
                        ? List.of(layer, Nets.softmax())
                        : List.of(layer, new GlobalPoolingLayer.Builder().build(), Nets.softmax()));
    }
}
