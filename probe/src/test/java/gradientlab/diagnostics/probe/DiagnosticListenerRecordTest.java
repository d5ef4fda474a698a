package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.ParameterSnapshot;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/** What the listener keeps, and what it hands on. */
class DiagnosticListenerRecordTest {

    private static final List<DataSet> BATCHES = IntStream.range(100, 150)
            .mapToObj(seed -> Patients.digits(seed, Patients.BATCH))
            .toList();

    @Test
    void aListenerThatKeepsFewObservationsKeepsTheFirstAndTheLastOfAll() {
        DiagnosticListener bounded = listener().keeping(8);
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER);
        network.setListeners(bounded);
        BATCHES.forEach(network::fit);

        assertThat(bounded.history().observations())
                .extracting(Observation::iteration)
                .hasSize(8)
                .startsWith(0, 1)
                .endsWith(BATCHES.size() - 1)
                .isSorted();
        assertThat(bounded.history().losses()).hasSameSizeAs(BATCHES);
    }

    @Test
    void aListenerKeepsAtLeastThreeObservations() {
        assertThatThrownBy(() -> listener().keeping(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 3")
                .hasMessageContaining("not 2");
    }

    @Test
    void aWitnessIsToldOfEveryObservationWithItsArraysAndItsUpdate() {
        List<Observation> observations = new ArrayList<>();
        List<Capture> captures = new ArrayList<>();
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        DiagnosticListener told = listener().telling((observation, capture) -> {
            observations.add(observation);
            captures.add(capture);
        });
        network.setListeners(told);
        float[] before = network.getParam("0_W").dup('f').data().asFloat();
        network.fit(BATCHES.get(0));
        float[] after = network.getParam("0_W").dup('f').data().asFloat();

        assertThat(observations).isEqualTo(told.history().observations()).hasSize(1);
        Snapshot snapshot = observations.get(0).snapshot();
        assertThat(Snapshot.of(captures.get(0)).layers().get(0).preActivation())
                .isEqualTo(snapshot.layers().get(0).preActivation());
        ParameterSnapshot weights = snapshot.layers().get(0).parameters().get(0);
        float[] made = new float[before.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = before[i] - after[i];
        }
        assertThat(weights.update().statistics().std())
                .isCloseTo(Statistics.of(made).std(), within(1e-6));
        assertThat(weights.update().histogram().total()).isEqualTo(made.length);
    }

    private static DiagnosticListener listener() {
        return DiagnosticListener.with(Schedule.every(1), Limits.DEFAULT, finding -> {});
    }
}
