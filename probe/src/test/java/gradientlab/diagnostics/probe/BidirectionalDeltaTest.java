package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.LayerCapture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/** δ of layers that read a sequence in both directions, against central differences of a forward pass in plain Java. */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
class BidirectionalDeltaTest extends RecurrentCase {

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
}
