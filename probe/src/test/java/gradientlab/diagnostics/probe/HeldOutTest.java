package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.limits.Limits;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Examples that are not trained on. */
class HeldOutTest {

    private static final DataSet HELD_OUT = Patients.digits(1, 128);

    private static DiagnosticListener listener(DataSet heldOut) {
        return DiagnosticListener.with(Schedule.every(50), Limits.DEFAULT, finding -> {})
                .holdingOut(heldOut);
    }

    private static MultiLayerNetwork network() {
        return Patients.mlp(0.2, 2, Activation.TANH, WeightInit.XAVIER);
    }

    private static List<Rule> rules(DiagnosticListener listener) {
        return listener.findings().stream().map(Finding::rule).toList();
    }

    /** Labels drawn at random cannot be learned for others: 64 examples are learned by heart. */
    private static DataSet noise(long seed, int examples) {
        Nd4j.getRandom().setSeed(seed);
        DataSet digits = Patients.digits(seed, examples);
        return new DataSet(Nd4j.randn(DataType.FLOAT, examples, Patients.PIXELS), digits.getLabels());
    }

    @Test
    void whatIsLearnedByHeartIsOverfittingFromTheIterationOfTheLowestLoss() {
        MultiLayerNetwork network = network();
        DiagnosticListener listener = listener(noise(2, 128));
        network.setListeners(listener);
        List<DataSet> batches = noise(3, 64).batchBy(32);
        for (int i = 0; i < 401; i++) {
            network.fit(batches.get(i % 2));
        }

        Finding found = listener.findings().stream()
                .filter(finding -> finding.rule() == Rule.OVERFITTING)
                .findFirst()
                .orElseThrow();
        double lowest = listener.history().observations().stream()
                .mapToDouble(seen -> seen.heldOut().loss())
                .min()
                .orElseThrow();
        int at = (int) found.change().number("iteration");
        assertThat(found.change().kind()).isEqualTo(Remedy.Kind.STOP_EARLY);
        assertThat(listener.history().observations())
                .filteredOn(seen -> seen.iteration() == at)
                .singleElement()
                .satisfies(seen -> assertThat(seen.heldOut().loss()).isEqualTo(lowest));
    }

    @Test
    void aNetworkThatLearnsWhatHoldsForOthersIsNotOverfitting() {
        MultiLayerNetwork network = network();
        DiagnosticListener listener = listener(HELD_OUT);
        network.setListeners(listener);
        for (int i = 0; i < 301; i++) {
            network.fit(Patients.digits(100 + i, 32));
        }

        assertThat(rules(listener)).doesNotContain(Rule.OVERFITTING, Rule.HELD_OUT_DIFFERS);
        Observation first = listener.history().observations().get(0);
        // DL4J's score of the same parameters; nothing is regularised
        assertThat(first.heldOut().loss()).isCloseTo(network().score(HELD_OUT), within(1e-4));
    }

    @Test
    void pixelsThatWereScaledInTrainingAloneAreFoundAtTheStart() {
        MultiLayerNetwork network = network();
        DataSet unscaled = new DataSet(HELD_OUT.getFeatures().mul(255), HELD_OUT.getLabels());
        DiagnosticListener listener = listener(unscaled);
        network.setListeners(listener);
        network.fit(Patients.digits(100, 32));

        assertThat(listener.findings().get(0).rule()).isEqualTo(Rule.HELD_OUT_DIFFERS);
        assertThat(listener.findings().get(0).layer()).isEqualTo("input");
    }

    @Test
    void trainingEndsInTheSameBits() {
        MultiLayerNetwork watched = network();
        MultiLayerNetwork alone = network();
        watched.setListeners(listener(HELD_OUT));
        for (int i = 0; i < 60; i++) {
            watched.fit(Patients.digits(100 + i, 32));
            alone.fit(Patients.digits(100 + i, 32));
        }

        assertThat(watched.params()).isEqualTo(alone.params());
    }
}
