package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives.Change;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/** Real trainings, healthy and sick, with the listener on. */
class DiagnosticListenerTest {

    private static final IWeightInit XAVIER = WeightInit.XAVIER.getWeightInitFunction();
    private static final int STEPS = 220;
    private static final List<DataSet> BATCHES = IntStream.range(100, 150)
            .mapToObj(seed -> Patients.digits(seed, Patients.BATCH))
            .toList();

    private final List<Finding> reported = new ArrayList<>();
    private final DiagnosticListener listener =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, reported::add);

    static Stream<Arguments> healthy() {
        return Stream.of(
                arguments("tanh", Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER)),
                arguments("tanh, 5 layers", Patients.mlp(0.1, 5, Activation.TANH, WeightInit.XAVIER)),
                arguments("torch.nn.Linear, 5 layers", Patients.mlp(0.1, 5, Activation.TANH, WeightInit.UNIFORM)),
                arguments("rectifier", Patients.mlp(0.1, 3, Activation.RELU, WeightInit.RELU)),
                arguments("rectifier, 20 layers", Patients.mlp(0.02, 20, Activation.RELU, WeightInit.RELU)),
                arguments("sigmoid", Patients.mlp(0.3, 2, Activation.SIGMOID, WeightInit.XAVIER)),
                arguments("slow", Patients.mlp(0.01, 2, Activation.TANH, WeightInit.XAVIER)),
                arguments("batch norm", Patients.normed(0.1, 3, XAVIER, false, 0.9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void aHealthyTrainingGivesNoFinding(String name, MultiLayerNetwork network) {
        train(network, STEPS);

        assertThat(reported).extracting(Finding::line).isEmpty();
        assertThat(listener.findings()).isEmpty();
        assertThat(listener.history().observations())
                .extracting(Observation::iteration)
                .containsExactly(0, 1, 2, 5, 10, 20, 50, 100, 200);
        assertThat(listener.history().losses()).hasSize(STEPS);
    }

    @Test
    void theFirstObservationIsTheNetworkBeforeItsFirstUpdate() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        Observation preflight =
                Preflight.of(network, batch(0)).history().observations().get(0);
        train(network, 3);

        Observation first = listener.history().observations().get(0);
        assertThat(first.layers()).isEqualTo(preflight.layers());
        assertThat(first.snapshot().network()).isEqualTo(preflight.snapshot().network());
        assertThat(first.snapshot().layers().get(0).parameters().get(0).log10UpdateRatio())
                .as("the ratio of the update made from this state")
                .isBetween(-4.0, -1.0);
        assertThat(listener.history().losses().get(0))
                .isCloseTo(preflight.snapshot().network().loss(), within(1e-6));
    }

    @Test
    void aLearningRateAHundredTimesTooHighShows() {
        train(Patients.mlp(30, 2, Activation.TANH, WeightInit.XAVIER), STEPS);

        assertThat(rules()).contains(Rule.LOSS_OSCILLATING, Rule.UPDATE_RATIO);
        assertThat(finding(Rule.LOSS_OSCILLATING).change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
        assertThat(finding(Rule.UPDATE_RATIO).change()).isEqualTo(Remedy.multiplyLearningRate(0.01));
    }

    @Test
    void aLearningRateTenThousandTimesTooLowShows() {
        train(Patients.mlp(1e-5, 2, Activation.TANH, WeightInit.XAVIER), STEPS);

        assertThat(rules()).containsExactly(Rule.LOSS_NOT_FALLING, Rule.UPDATE_RATIO);
        assertThat(reported).extracting(Finding::change).containsOnly(Remedy.RAISE_LEARNING_RATE);
    }

    @Test
    void aLossThatDoesNotFallIsBlamedOnTheVanishingGradient() {
        train(Patients.mlp(0.1, 12, Activation.SIGMOID, WeightInit.XAVIER), STEPS);

        assertThat(rules()).startsWith(Rule.VANISHING_DELTA).contains(Rule.LOSS_NOT_FALLING);
        assertThat(finding(Rule.LOSS_NOT_FALLING).change().kind()).isEqualTo(Remedy.Kind.CHANGE_ACTIVATION);
    }

    @Test
    void theStepThatKilledRectifiersIsNamedAndSoAreTheirLives() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.RELU, WeightInit.RELU);
        network.setListeners(listener);
        for (int step = 0; step < 60; step++) {
            network.setLearningRate(step == 33 ? 3000 : 0.1);
            network.fit(batch(step));
        }

        Finding killed = finding(Rule.STEP_KILLED_UNITS);
        assertThat(killed.iteration()).isEqualTo(33);
        assertThat(killed.evidence()).contains("the update made at iteration 33");
        UnitLife dead = listener.unitLives().stream()
                .filter(life ->
                        life.state() == UnitState.DEAD && life.changes().get(1).iteration() == 34)
                .findFirst()
                .orElseThrow();
        assertThat(dead.changes())
                .containsExactly(new Change(-1, 0, UnitState.ALIVE), new Change(20, 34, UnitState.DEAD));
        assertThat(dead.revived()).isFalse();
    }

    @Test
    void aUnitThatComesBackIsRevived() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.RELU, WeightInit.RELU);
        DiagnosticListener every = DiagnosticListener.with(Schedule.every(1), Limits.DEFAULT, reported::add)
                .watching(Patients.digits(77, 64));
        network.setListeners(every);
        for (int step = 0; step < 6; step++) {
            if (step == 2) {
                network.getParam("0_b").putScalar(3, -1000);
            } else if (step == 4) {
                network.getParam("0_b").putScalar(3, 0);
            }
            network.fit(batch(step));
        }

        UnitLife life = every.unitLives().get(3);
        assertThat(life.layer()).isEqualTo("hidden1");
        assertThat(life.unit()).isEqualTo(3);
        assertThat(life.changes())
                .containsExactly(
                        new Change(-1, 0, UnitState.ALIVE),
                        new Change(1, 2, UnitState.DEAD),
                        new Change(3, 4, UnitState.ALIVE));
        assertThat(life.revived()).isTrue();
        assertThat(reported).as("one unit is not many").isEmpty();
    }

    @Test
    void theBatchWithTheNaNIsNamed() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        network.setListeners(listener);
        for (int step = 0; step < 40; step++) {
            DataSet batch = batch(step);
            if (step == 27) {
                batch.getFeatures().putScalar(4, 17, Float.NaN);
            }
            network.fit(batch);
        }

        Finding finding = finding(Rule.NON_FINITE);
        assertThat(reported).containsExactly(finding);
        assertThat(finding.iteration()).isEqualTo(27);
        assertThat(finding.unit()).isEqualTo(17);
        assertThat(finding.evidence()).contains("NaN in input (batch of iteration 27, example 4)");
    }

    @Test
    void anUpdateThatOverflowsAWeightIsFoundAtOnce() {
        MultiLayerNetwork network = Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
        network.setListeners(listener);
        for (int step = 0; step < 8; step++) {
            network.setLearningRate(step == 7 ? Double.MAX_VALUE : 0.1);
            network.fit(batch(step));
        }

        assertThat(finding(Rule.NON_FINITE).iteration()).isEqualTo(8);
        assertThat(finding(Rule.NON_FINITE).layer()).isEqualTo("hidden1");
        assertThat(finding(Rule.NON_FINITE).change()).isEqualTo(Remedy.LOWER_LEARNING_RATE);
    }

    @Test
    void aBatchOfOneIsSeenOutsideTheSchedule() {
        MultiLayerNetwork network = Patients.normed(0.1, 1, XAVIER, false, 0.9);
        network.setListeners(listener);
        for (int step = 0; step < 15; step++) {
            network.fit(Patients.digits(step, step == 13 ? 1 : 32));
        }

        assertThat(finding(Rule.BATCH_NORM_OF_ONE).iteration()).isEqualTo(13);
        assertThat(finding(Rule.BATCH_NORM_OF_ONE).layer()).isEqualTo("norm1");
    }

    @Test
    void runningStatisticsThatDoNotFollowAreFound() {
        train(Patients.normed(0.1, 2, Patients.normal(1), false, 0.9999), 250);

        assertThat(rules()).containsOnly(Rule.RUNNING_STATISTICS_FAR);
        assertThat(reported).extracting(Finding::layer).containsExactly("norm1", "norm2");
    }

    @Test
    void aGraphIsWatchedLikeAnyOtherNetwork() {
        ComputationGraph graph = Patients.residual(XAVIER, XAVIER);
        graph.setListeners(listener);
        for (int step = 0; step < STEPS; step++) {
            graph.fit(batch(step));
        }

        assertThat(reported).extracting(Finding::line).isEmpty();
        assertThat(graph.score()).isLessThan(0.5);
        assertThat(listener.unitLives()).hasSize(5 * Patients.UNITS);
    }

    @Test
    void aFindingIsReportedOnce() {
        train(Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), Patients.normal(1)), 60);

        assertThat(rules()).doesNotHaveDuplicates().contains(Rule.HIDDEN_SATURATION, Rule.OUTPUT_TOO_WIDE);
        assertThat(reported.get(0).line()).startsWith("[initial-loss-too-high] out, iteration 0: loss ");
    }

    @Test
    void aListenerHasNoHistoryBeforeTheFirstStep() {
        assertThatThrownBy(listener::history).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aResumedTrainingIsNotFresh() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, XAVIER, Patients.normal(1));
        network.getLayerWiseConfigurations().setIterationCount(500);
        train(network, 3);

        History history = listener.history();
        assertThat(history.firstIteration()).isEqualTo(500);
        assertThat(history.observations()).extracting(Observation::iteration).containsExactly(500);
        assertThat(reported).isEmpty();
    }

    private void train(MultiLayerNetwork network, int steps) {
        network.setListeners(listener);
        for (int step = 0; step < steps; step++) {
            network.fit(batch(step));
        }
    }

    private static DataSet batch(int step) {
        return BATCHES.get(step % BATCHES.size()).copy();
    }

    private List<Rule> rules() {
        return reported.stream().map(Finding::rule).toList();
    }

    private Finding finding(Rule rule) {
        return reported.stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + reported));
    }
}
