package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.GateCapture;
import gradientlab.diagnostics.LayerCapture;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** δ of recurrent layers, step by step, against central differences of a forward pass in plain Java. */
class RecurrentDeltaTest extends RecurrentCase {

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
}
