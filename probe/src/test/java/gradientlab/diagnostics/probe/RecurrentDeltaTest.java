package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.GateCapture;
import gradientlab.diagnostics.LayerCapture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * δ of recurrent layers, step by step, against central differences of a forward pass in plain Java, which gives the same
 * loss as the stock network.
 */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
class RecurrentDeltaTest {

    private static final int EXAMPLES = 3;
    private static final int INPUTS = 2;
    private static final int UNITS = 4;
    private static final int STEPS = 5;
    /** The capture is rounded to float. */
    private static final double RELATIVE = 1e-5;

    private static final double ABSOLUTE = 1e-8;

    /** Whose steps count: all; padding at the end; padding at the beginning, as ALIGN_END of DL4J's readers gives. */
    private enum Padding {
        NONE(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}}),
        END(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 0, 0, 0}}),
        BEGINNING(new double[][] {{1, 1, 1, 1, 1}, {0, 0, 1, 1, 1}, {0, 0, 0, 0, 1}});

        final double[][] mask;

        Padding(double[][] mask) {
            this.mask = mask;
        }

        INDArray array() {
            return this == NONE ? null : Nd4j.createFromArray(mask);
        }

        int last(int example) {
            int t = STEPS - 1;
            while (mask[example][t] == 0) {
                t--;
            }
            return t;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SimpleRnn, NONE", "SimpleRnn, END", "SimpleRnn, BEGINNING",
        "LSTM, NONE", "LSTM, END", "LSTM, BEGINNING",
        "GravesLSTM, NONE", "GravesLSTM, END", "GravesLSTM, BEGINNING"
    })
    void deltaOfEveryStepIsTheSlopeOfTheLossInTheStateThatTheStepHandsOn(String kind, Padding padding) {
        MultiLayerNetwork network = network(layer(kind), sequenceOutput());
        DataSet batch = batch(padding, true);
        PlainRecurrent plain = plain(network, "0_W", "0_RW", "0_b");
        DoubleSupplier loss =
                () -> sequenceLoss(network, plain.outputs(batch.getFeatures(), applied(plain, padding), false), batch);

        Capture capture = NetworkProbe.of(network).capture(batch);

        assertThat(loss.getAsDouble()).as("the plain network").isCloseTo(network.score(batch, true), within(1e-9));
        assertThat(capture.loss()).isCloseTo(loss.getAsDouble(), within(1e-6));
        LayerCapture layer = capture.layers().get(0);
        double[][][] slopes = slopes(plain, loss);
        assertNorms(layer.time().norms(), slopes, padding);
        if (plain.gated()) {
            assertRows(layer, slopes, padding);
        }
        assertGates(layer, plain, padding);
    }

    @ParameterizedTest
    @CsvSource({"SimpleRnn, NONE", "SimpleRnn, END", "LSTM, NONE", "LSTM, END", "LSTM, BEGINNING"})
    void whatArrivesAtTheLastStepIsFollowedBackByItself(String kind, Padding padding) {
        MultiLayerNetwork network = network(layer(kind), sequenceOutput());
        DataSet batch = batch(padding, true);
        PlainRecurrent plain = plain(network, "0_W", "0_RW", "0_b");
        double[][][] arriving = slopes(
                plain,
                () -> sequenceLoss(network, plain.outputs(batch.getFeatures(), applied(plain, padding), false), batch));
        // the slope of this in the last h is what arrives there from above, and nothing arrives elsewhere
        DoubleSupplier lastStepAlone = () -> {
            double[][][] h = plain.outputs(batch.getFeatures(), applied(plain, padding), false);
            double sum = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                for (int u = 0; u < UNITS; u++) {
                    sum += arriving[example][padding.last(example)][u] * h[example][padding.last(example)][u];
                }
            }
            return sum;
        };

        List<Double> fromLast =
                NetworkProbe.of(network).capture(batch).layers().get(0).time().fromLast();

        double[][][] slopes = slopes(plain, lastStepAlone);
        for (int back = 0; back < STEPS; back++) {
            double squares = 0;
            int examples = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                int t = padding.last(example) - back;
                if (t >= 0 && padding.mask[example][t] == 1) {
                    squares += squares(slopes[example][t]);
                    examples++;
                }
            }
            assertClose("steps back " + back, fromLast.get(back), Math.sqrt(squares / examples));
        }
        assertThat(fromLast).hasSize(STEPS);
    }

    @Test
    void aLastTimeStepShowsAllStepsOfTheLayerInside() {
        MultiLayerNetwork network = network(new LastTimeStep(layer("LSTM")), Nets.softmax());
        DataSet batch = batch(Padding.END, false);
        PlainRecurrent plain = plain(network, "0_W", "0_RW", "0_b");
        DoubleSupplier loss = () -> {
            double[][][] h = plain.outputs(batch.getFeatures(), Padding.END.array(), false);
            double sum = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                double[] last = h[example][Padding.END.last(example)];
                sum += crossEntropy(network, last, batch.getLabels(), example);
            }
            return sum / EXAMPLES;
        };

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(0);

        // DL4J hands the last step on in float
        assertThat(loss.getAsDouble()).isCloseTo(network.score(batch, true), within(1e-7));
        assertThat(layer.kind()).as("of the layer inside").isEqualTo("LSTM");
        double[][][] slopes = slopes(plain, loss);
        assertNorms(layer.time().norms(), slopes, Padding.END);
        assertRows(layer, slopes, Padding.END);
        assertThat(layer.activation().rows()).as("what it hands up").isEqualTo(EXAMPLES);
        assertThat(layer.preActivation().rows()).as("steps that count").isEqualTo(5 + 3 + 1);
    }

    @ParameterizedTest
    @EnumSource(Bidirectional.Mode.class)
    void bothDirectionsAreReadInTheirOwnOrder(Bidirectional.Mode mode) {
        MultiLayerNetwork network = network(new Bidirectional(mode, layer("LSTM")), sequenceOutput());
        DataSet batch = batch(Padding.NONE, true);
        PlainRecurrent forward = plain(network, "0_fW", "0_fRW", "0_fb");
        PlainRecurrent backward = plain(network, "0_bW", "0_bRW", "0_bb");
        DoubleSupplier loss = () -> sequenceLoss(
                network,
                joined(
                        mode,
                        forward.outputs(batch.getFeatures(), null, false),
                        backward.outputs(batch.getFeatures(), null, true)),
                batch);

        List<LayerCapture> layers = NetworkProbe.of(network).capture(batch).layers();

        assertThat(loss.getAsDouble()).isCloseTo(network.score(batch, true), within(1e-9));
        assertThat(layers)
                .extracting(LayerCapture::name)
                .containsExactly("layer0/forward", "layer0/backward", "layer0", "layer1");
        assertThat(layers.get(0).parameters()).extracting(p -> p.name()).containsExactlyInAnyOrder("W", "RW", "b");
        assertNorms(layers.get(0).time().norms(), slopes(forward, loss), Padding.NONE);
        List<Double> reversed = new ArrayList<>(layers.get(1).time().norms());
        Collections.reverse(reversed);
        assertNorms(reversed, slopes(backward, loss), Padding.NONE);
        assertThat(layers.get(2).parameters()).isEmpty();
    }

    @Test
    void theBidirectionalLayerOfGravesIsReadAsTwo() {
        GravesBidirectionalLSTM graves = new GravesBidirectionalLSTM.Builder()
                .nOut(UNITS)
                .activation(Activation.TANH)
                .build();
        MultiLayerNetwork network = network(graves, sequenceOutput());
        DataSet batch = batch(Padding.NONE, true);
        PlainRecurrent forward = plain(network, "0_WF", "0_RWF", "0_bF");
        PlainRecurrent backward = plain(network, "0_WB", "0_RWB", "0_bB");
        DoubleSupplier loss = () -> sequenceLoss(
                network,
                joined(
                        Bidirectional.Mode.ADD,
                        forward.outputs(batch.getFeatures(), null, false),
                        backward.outputs(batch.getFeatures(), null, true)),
                batch);

        List<LayerCapture> layers = NetworkProbe.of(network).capture(batch).layers();

        assertThat(loss.getAsDouble()).isCloseTo(network.score(batch, true), within(1e-9));
        assertNorms(layers.get(0).time().norms(), slopes(forward, loss), Padding.NONE);
        assertThat(layers.get(1).gates()).hasSize(4);
        assertThat(layers.get(1).parameters().stream()
                        .map(p -> p.name() + " " + p.layout().fanIn()))
                .containsExactlyInAnyOrder("W 2.0", "RW 4.0", "b NaN");
    }

    @Test
    void aSimpleLayerShowsTheSlopeOfTheLossInItsPreActivations() {
        MultiLayerNetwork network = network(layer("SimpleRnn"), sequenceOutput());
        DataSet batch = batch(Padding.NONE, true);

        LayerCapture layer = NetworkProbe.of(network).capture(batch).layers().get(0);

        PlainRecurrent plain = plain(network, "0_W", "0_RW", "0_b");
        DoubleSupplier loss = () -> sequenceLoss(network, plain.outputs(batch.getFeatures(), null, false), batch);
        double[][][] slopes = slopes(plain, loss);
        double[][][] h = plain.outputs(batch.getFeatures(), null, false);
        for (int row = 0; row < EXAMPLES * STEPS; row++) {
            for (int u = 0; u < UNITS; u++) {
                double out = h[row / STEPS][row % STEPS][u];
                double expected = slopes[row / STEPS][row % STEPS][u] * (1 - out * out);
                assertClose("row " + row, layer.delta().at(row, u), expected);
                assertClose("row " + row, layer.activation().at(row, u), out);
            }
        }
        assertThat(layer.gates()).isEmpty();
    }

    /** DL4J's LSTM runs through the padding: its steps do not count, that is all. */
    private static INDArray applied(PlainRecurrent plain, Padding padding) {
        return plain.gated() ? null : padding.array();
    }

    private static void assertNorms(List<Double> norms, double[][][] slopes, Padding padding) {
        assertThat(norms).hasSize(STEPS);
        for (int t = 0; t < STEPS; t++) {
            double squares = 0;
            int examples = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                squares += padding.mask[example][t] * squares(slopes[example][t]);
                examples += (int) padding.mask[example][t];
            }
            assertClose("step " + t, norms.get(t), Math.sqrt(squares / examples));
        }
    }

    /** δ of a layer with gates is the slope in h: in the first half of the state. */
    private static void assertRows(LayerCapture layer, double[][][] slopes, Padding padding) {
        int row = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                for (int u = 0; u < UNITS && padding.mask[example][t] == 1; u++) {
                    assertClose("row " + row, layer.delta().at(row, u), slopes[example][t][u]);
                }
                row += (int) padding.mask[example][t];
            }
        }
        assertThat(layer.delta().rows()).isEqualTo(row);
    }

    private static void assertGates(LayerCapture layer, PlainRecurrent plain, Padding padding) {
        assertThat(layer.nonlinearity()).isEqualTo(ActivationFunction.TANH);
        assertThat(layer.gates())
                .extracting(GateCapture::name)
                .containsExactly(
                        plain.gated() ? new String[] {"input", "forget", "output", "candidate"} : new String[0]);
        int[] blocks = {3, 1, 2, 0};
        for (int gate = 0; gate < layer.gates().size(); gate++) {
            GateCapture read = layer.gates().get(gate);
            int row = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                for (int t = 0; t < STEPS; t++) {
                    for (int u = 0; u < UNITS && padding.mask[example][t] == 1; u++) {
                        double z = plain.z[example][t][blocks[gate] * UNITS + u];
                        assertClose(read.name(), read.preActivation().at(row, u), z);
                        double a = blocks[gate] == 0 ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
                        assertClose(read.name(), read.activation().at(row, u), a);
                    }
                    row += (int) padding.mask[example][t];
                }
            }
        }
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(ABSOLUTE + RELATIVE * Math.abs(expected)));
    }

    private static double[][][] slopes(PlainRecurrent plain, DoubleSupplier loss) {
        double[][][] slopes = new double[EXAMPLES][STEPS][plain.gated() ? 2 * UNITS : UNITS];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                for (int k = 0; k < slopes[example][t].length; k++) {
                    slopes[example][t][k] = plain.slope(loss, example, t, k);
                }
            }
        }
        loss.getAsDouble();
        return slopes;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static double[][][] joined(Bidirectional.Mode mode, double[][][] forward, double[][][] backward) {
        double[][][] joined = new double[EXAMPLES][STEPS][];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                double[] out = new double[mode == Bidirectional.Mode.CONCAT ? 2 * UNITS : UNITS];
                for (int u = 0; u < UNITS; u++) {
                    double a = forward[example][t][u];
                    double b = backward[example][t][u];
                    switch (mode) {
                        case ADD -> out[u] = a + b;
                        case MUL -> out[u] = a * b;
                        case AVERAGE -> out[u] = (a + b) / 2;
                        case CONCAT -> {
                            out[u] = a;
                            out[UNITS + u] = b;
                        }
                    }
                }
                joined[example][t] = out;
            }
        }
        return joined;
    }

    /** Sum over the steps that count, mean over the examples: DL4J's. */
    private static double sequenceLoss(MultiLayerNetwork network, double[][][] h, DataSet batch) {
        double sum = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                INDArray mask = batch.getLabelsMaskArray();
                INDArray labels = batch.getLabels().tensorAlongDimension(t, 0, 1);
                sum += (mask == null ? 1 : mask.getDouble(example, t))
                        * crossEntropy(network, h[example][t], labels, example);
            }
        }
        return sum / EXAMPLES;
    }

    /** Of the network's output layer, whose input is the beginning of a state. */
    private static double crossEntropy(MultiLayerNetwork network, double[] state, INDArray labels, int example) {
        INDArray w = network.getParam("1_W");
        INDArray b = network.getParam("1_b");
        double[] logits = new double[Nets.CLASSES];
        double normaliser = 0;
        double chosen = 0;
        for (int k = 0; k < Nets.CLASSES; k++) {
            logits[k] = b.getDouble(k);
            for (int i = 0; i < w.size(0); i++) {
                logits[k] += state[i] * w.getDouble(i, k);
            }
            normaliser += Math.exp(logits[k]);
            chosen += labels.getDouble(example, k) * logits[k];
        }
        return Math.log(normaliser) - chosen;
    }

    private static PlainRecurrent plain(MultiLayerNetwork network, String w, String rw, String b) {
        return new PlainRecurrent(network.getParam(w), network.getParam(rw), network.getParam(b));
    }

    private static BaseRecurrentLayer layer(String kind) {
        return switch (kind) {
            case "LSTM" ->
                new LSTM.Builder().nOut(UNITS).activation(Activation.TANH).build();
            case "GravesLSTM" ->
                new GravesLSTM.Builder().nOut(UNITS).activation(Activation.TANH).build();
            default ->
                new SimpleRnn.Builder().nOut(UNITS).activation(Activation.TANH).build();
        };
    }

    private static RnnOutputLayer sequenceOutput() {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Nets.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Weights wide enough for gates that are not all half open. */
    private static MultiLayerNetwork network(Layer... layers) {
        MultiLayerNetwork network =
                Nets.of(Nets.builder(DataType.DOUBLE), InputType.recurrent(INPUTS, STEPS), List.of(layers));
        Random random = new Random(3);
        INDArray parameters = network.params();
        for (long i = 0; i < parameters.length(); i++) {
            parameters.putScalar(i, 0.7 * random.nextGaussian());
        }
        network.setParams(parameters);
        return network;
    }

    private static DataSet batch(Padding padding, boolean everyStep) {
        Random random = new Random(5);
        INDArray features = Nd4j.create(DataType.DOUBLE, EXAMPLES, INPUTS, STEPS);
        for (long i = 0; i < features.length(); i++) {
            features.putScalar(i, random.nextGaussian());
        }
        INDArray labels = everyStep
                ? Nd4j.create(DataType.DOUBLE, EXAMPLES, Nets.CLASSES, STEPS)
                : Nd4j.create(DataType.DOUBLE, EXAMPLES, Nets.CLASSES);
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < (everyStep ? STEPS : 1); t++) {
                int label = random.nextInt(Nets.CLASSES);
                labels.putScalar(everyStep ? new int[] {example, label, t} : new int[] {example, label}, 1);
            }
        }
        INDArray mask = padding.array();
        return new DataSet(features, labels, mask, everyStep ? mask : null);
    }
}
