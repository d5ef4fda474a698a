package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.distribution.NormalDistribution;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** Real recurrent networks over time: healthy ones get no fault, planted faults are named. */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
class OverTimeNetsTest {

    private static final int UNITS = 32;

    @ParameterizedTest
    @CsvSource({
        "SimpleRnn, TANH, 10",
        "SimpleRnn, TANH, 30",
        "SimpleRnn, RELU, 10",
        "SimpleRnn, RELU, 30",
        "LSTM, TANH, 10",
        "LSTM, TANH, 30",
        "GravesLSTM, TANH, 30"
    })
    void freshLayersOfUsualInitialisationGetNoFault(String kind, Activation activation, int steps) {
        for (int seed = 1; seed <= 3; seed++) {
            MultiLayerNetwork network = recalling(seed, layer(kind, activation).build());

            assertThat(faults(Preflight.of(network, firstSymbols(seed, steps))))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"SimpleRnn, 10", "SimpleRnn, 25", "LSTM, 10", "LSTM, 25"})
    void layersThatLearnGetNoFault(String kind, int steps) {
        MultiLayerNetwork network = recalling(1, layer(kind, Activation.TANH).build());
        DiagnosticListener listener = DiagnosticListener.create();
        network.setListeners(listener);
        for (int i = 0; i < 60; i++) {
            network.fit(firstSymbols(i, steps));
        }

        assertThat(listener.findings())
                .filteredOn(finding -> finding.severity() != Severity.HINT)
                .isEmpty();
        assertThat(listener.history().observations().get(0).snapshot().overTime())
                .containsOnlyKeys("layer0")
                .allSatisfy((name, time) -> assertThat(time.norms()).hasSize(steps));
    }

    @Test
    void recurrentWeightsThatAreTooNarrowLoseTheGradient() {
        MultiLayerNetwork network = recalling(
                1,
                layer("SimpleRnn", Activation.TANH)
                        .weightInitRecurrent(normal(0.3 / Math.sqrt(UNITS)))
                        .build());

        Finding finding = only(Preflight.of(network, firstSymbols(1, 20)));

        assertThat(finding.rule()).isEqualTo(Rule.VANISHING_OVER_TIME);
        assertThat(finding.severity()).isEqualTo(Severity.FAULT);
        assertThat(finding.change().kind()).isEqualTo(Remedy.Kind.SCALE_RECURRENT_WEIGHTS);
        assertThat(finding.evidence()).contains("19 steps back");
    }

    @Test
    void recurrentWeightsThatAreTooWideMakeItExplode() {
        MultiLayerNetwork network = recalling(
                1,
                layer("SimpleRnn", Activation.RELU)
                        .weightInitRecurrent(normal(2 / Math.sqrt(UNITS)))
                        .build());

        List<Finding> faults = faults(Preflight.of(network, firstSymbols(1, 20)));

        assertThat(faults)
                .filteredOn(finding -> finding.rule() == Rule.EXPLODING_OVER_TIME)
                .singleElement()
                .satisfies(finding -> assertThat(finding.cause()).contains("too wide"));
    }

    @Test
    void forgetGatesThatAreClosedAreNamed() {
        LSTM forgetful = new LSTM.Builder()
                .nOut(UNITS)
                .activation(Activation.TANH)
                .forgetGateBiasInit(-3)
                .build();

        Finding finding = only(Preflight.of(recalling(1, forgetful), firstSymbols(1, 20)));

        assertThat(finding.rule()).isEqualTo(Rule.VANISHING_OVER_TIME);
        assertThat(finding.severity()).isEqualTo(Severity.FAULT);
        assertThat(finding.cause()).startsWith("the forget gates of layer0 are 0.0");
        assertThat(finding.change()).isEqualTo(Remedy.setForgetBias("layer0", Math.log(19)));
    }

    @Test
    void aLongLstmForgetsByDesign() {
        Checkup checkup =
                Preflight.of(recalling(1, layer("LSTM", Activation.TANH).build()), firstSymbols(1, 200));

        assertThat(checkup.healthy()).isTrue();
        assertThat(checkup.findings()).extracting(Finding::rule).containsExactly(Rule.VANISHING_OVER_TIME);
        assertThat(checkup.findings().get(0).severity()).isEqualTo(Severity.HINT);
    }

    /** At the last step the backward half has made one step only: nothing can vanish there. */
    @Test
    void aDirectionThatIsNotAskedAtItsLastStepSaysNothing() {
        Layer narrow = layer("SimpleRnn", Activation.TANH)
                .weightInitRecurrent(normal(0.3 / Math.sqrt(UNITS)))
                .build();

        Finding finding = only(Preflight.of(recalling(1, new Bidirectional(narrow)), firstSymbols(1, 20)));

        assertThat(finding.layer()).isEqualTo("layer0/forward");
    }

    private static Finding only(Checkup checkup) {
        assertThat(checkup.findings()).as(checkup.report()).hasSize(1);
        return checkup.findings().get(0);
    }

    private static List<Finding> faults(Checkup checkup) {
        return checkup.findings().stream()
                .filter(finding -> finding.severity() != Severity.HINT)
                .toList();
    }

    private static BaseRecurrentLayer.Builder<?> layer(String kind, Activation activation) {
        BaseRecurrentLayer.Builder<?> builder = switch (kind) {
            case "LSTM" -> new LSTM.Builder();
            case "GravesLSTM" -> new GravesLSTM.Builder();
            default -> new SimpleRnn.Builder();
        };
        builder.nOut(UNITS);
        builder.activation(activation);
        return builder;
    }

    private static NormalDistribution normal(double std) {
        return new NormalDistribution(0, std);
    }

    private static MultiLayerNetwork recalling(int seed, Layer layer) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(0.005))
                .weightInit(WeightInit.XAVIER);
        return Nets.of(builder, InputType.recurrent(Nets.CLASSES), List.of(new LastTimeStep(layer), Nets.softmax()));
    }

    /** Random symbols; the label is the first. */
    private static DataSet firstSymbols(int seed, int steps) {
        Random random = new Random(seed);
        INDArray features = Nd4j.zeros(DataType.FLOAT, 32, Nets.CLASSES, steps);
        INDArray labels = Nd4j.zeros(DataType.FLOAT, 32, Nets.CLASSES);
        for (int example = 0; example < 32; example++) {
            for (int t = 0; t < steps; t++) {
                int symbol = random.nextInt(Nets.CLASSES);
                features.putScalar(new int[] {example, symbol, t}, 1);
                if (t == 0) {
                    labels.putScalar(example, symbol, 1);
                }
            }
        }
        return new DataSet(features, labels);
    }
}
