package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/** What led to a fault is handed over step by step. */
class LastStepsTest {

    private static final int BROKEN_AT = 37;

    private final List<Finding> reported = new ArrayList<>();
    private final List<LastSteps> recalled = new ArrayList<>();
    private final DiagnosticListener plain =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, reported::add);

    private static MultiLayerNetwork network() {
        return Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
    }

    private static void fit(MultiLayerNetwork network, int steps) {
        for (int i = 0; i < steps; i++) {
            DataSet batch = Patients.digits(100 + i, 32);
            if (i == BROKEN_AT) {
                batch.getFeatures().putScalar(3, 5, Float.NaN);
            }
            network.fit(batch);
        }
    }

    @Test
    void theStepsThatLedToAFaultAreConsecutiveAndEndWithIt() {
        MultiLayerNetwork network = network();
        network.setListeners(plain.remembering(5, recalled::add));

        fit(network, BROKEN_AT + 3);

        LastSteps last = recalled.get(0);
        assertThat(last.finding().rule()).isEqualTo(Rule.NON_FINITE);
        assertThat(last.finding().severity()).isEqualTo(Severity.FAULT);
        assertThat(last.observations())
                .extracting(Observation::iteration)
                .containsExactly(BROKEN_AT - 4, BROKEN_AT - 3, BROKEN_AT - 2, BROKEN_AT - 1, BROKEN_AT);
        Observation before = last.observations().get(3);
        assertThat(before.nonFinite().exists()).isFalse();
        assertThat(before.snapshot().network().loss()).isFinite();
        assertThat(last.observations().get(4).nonFinite().exists()).isTrue();
    }

    @Test
    void trainingAndRecordAreThoseOfAListenerThatRemembersNothing() {
        MultiLayerNetwork remembered = network();
        MultiLayerNetwork watched = network();
        DiagnosticListener remembering = plain.remembering(5, recalled::add);
        remembered.setListeners(remembering);
        watched.setListeners(plain);

        fit(remembered, 30);
        fit(watched, 30);

        assertThat(remembered.params()).isEqualTo(watched.params());
        assertThat(remembering.history()).isEqualTo(plain.history());
        assertThat(recalled).isEmpty();
    }

    @Test
    void atLeastOneStepIsRemembered() {
        assertThatThrownBy(() -> plain.remembering(0, recalled::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A listener remembers at least 1 step, not 0.");
    }
}
