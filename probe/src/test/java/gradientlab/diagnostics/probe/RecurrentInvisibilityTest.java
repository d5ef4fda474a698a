package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limits;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** Recurrent training under masks, dropout and truncation ends in the same bits whether it was diagnosed or not. */
class RecurrentInvisibilityTest {

    private static final int STEPS = 6;
    private static final int UPDATES = 20;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMultiLayerNetworkEndsInTheSameBits(boolean truncated) {
        MultiLayerNetwork plain = network(truncated);
        MultiLayerNetwork diagnosed = network(truncated);
        DiagnosticListener listener = listener();
        diagnosed.setListeners(listener);

        train(plain::fit);
        train(diagnosed::fit);

        assertThat(listener.history().observations()).hasSizeGreaterThan(1);
        assertThat(diagnosed.params()).isEqualTo(plain.params());
        assertThat(diagnosed.getUpdater().getStateViewArray())
                .isEqualTo(plain.getUpdater().getStateViewArray());
    }

    @Test
    void aGraphEndsInTheSameBitsAndSeesTheMask() throws IOException {
        ComputationGraph plain = graph();
        ComputationGraph diagnosed = graph();
        DiagnosticListener listener = listener();
        diagnosed.setListeners(listener);

        train(plain::fit);
        train(diagnosed::fit);

        assertThat(diagnosed.params()).isEqualTo(plain.params());
        var lstm = listener.history().observations().get(0).measured("lstm").orElseThrow();
        assertThat(lstm.examples()).as("steps that count").isEqualTo(6 + 4 + 1);
        assertThat(lstm.gates()).hasSize(4);
        assertThat(lstm.time().norms()).hasSize(STEPS);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(listener.history()), History.class))
                .isEqualTo(listener.history());
    }

    /** Dropout draws from the same numbers in every training. */
    private static void train(Consumer<DataSet> fit) {
        Nd4j.getRandom().setSeed(1);
        for (int i = 0; i < UPDATES; i++) {
            fit.accept(batch());
        }
    }

    private static DiagnosticListener listener() {
        return DiagnosticListener.with(Schedule.every(7), Limits.DEFAULT, finding -> {});
    }

    private static MultiLayerNetwork network(boolean truncated) {
        NeuralNetConfiguration.ListBuilder list = builder().list();
        for (Layer layer : List.of(lstm(), new Bidirectional(simple()), output())) {
            list.layer(layer);
        }
        if (truncated) {
            // DL4J does not truncate a bidirectional layer
            list = builder().list().layer(lstm()).layer(simple()).layer(output());
            list.backpropType(BackpropType.TruncatedBPTT).tBPTTLength(3);
        }
        MultiLayerNetwork network = new MultiLayerNetwork(
                list.setInputType(InputType.recurrent(3, STEPS)).build());
        network.init();
        return network;
    }

    private static ComputationGraph graph() {
        ComputationGraph graph = new ComputationGraph(builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer("lstm", lstm(), "in")
                .addLayer("out", output(), "lstm")
                .setOutputs("out")
                .setInputTypes(InputType.recurrent(3, STEPS))
                .build());
        graph.init();
        return graph;
    }

    private static NeuralNetConfiguration.Builder builder() {
        return Nets.builder(DataType.FLOAT)
                .updater(new Adam(0.01))
                .activation(Activation.TANH)
                .dropOut(0.8);
    }

    private static LSTM lstm() {
        return new LSTM.Builder().nOut(5).build();
    }

    private static SimpleRnn simple() {
        return new SimpleRnn.Builder().nOut(5).build();
    }

    private static RnnOutputLayer output() {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Nets.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static DataSet batch() {
        INDArray features = Nets.batch(DataType.FLOAT, 9, 3, 3, STEPS).getFeatures();
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 3, Nets.CLASSES, STEPS);
        for (int example = 0; example < 3; example++) {
            for (int t = 0; t < STEPS; t++) {
                labels.putScalar(new int[] {example, (example + 2 * t) % Nets.CLASSES, t}, 1);
            }
        }
        INDArray mask =
                Nd4j.createFromArray(new float[][] {{1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 0, 0}, {1, 0, 0, 0, 0, 0}});
        return new DataSet(features, labels, mask, mask.dup());
    }
}
