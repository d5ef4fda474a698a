package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.remedy.PairedResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class PairedStepsTest {

    private static final int STEPS = PairedSteps.LEAST;
    private static final Remedy HALF = Remedy.multiplyLearningRate(0.5);

    private final List<Model> copies = new ArrayList<>();

    /** Tells the score that DL4J has of a copy. */
    private final class Scores implements PairedSteps.Watch {

        private final Model copy;

        Scores(Model copy) {
            this.copy = copy;
            copies.add(copy);
        }

        @Override
        public double loss(Batch batch) {
            return copy instanceof ComputationGraph graph
                    ? graph.score((DataSet) batch.toDataSet(), true)
                    : ((MultiLayerNetwork) copy).score((DataSet) batch.toDataSet(), true);
        }

        @Override
        public Set<String> found() {
            return Set.of();
        }
    }

    private Optional<PairedResult> steps(Remedy remedy, Model network, List<Batch> batches) {
        return PairedSteps.of(remedy, network, StepWindow.of(network, batches), Scores::new);
    }

    static Stream<Arguments> trainings() {
        Nesterovs scheduled = new Nesterovs(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.9), 0.8);
        return Stream.of(
                arguments(Trainees.network(new Adam(0.01)), Trainees.batches(30)),
                arguments(Trainees.graph(scheduled), Trainees.batches(30)),
                arguments(Trainees.recurrent(new Adam(0.01)), Trainees.sequences(30)));
    }

    /** From the middle of a training, where the updater has a state and the schedule has moved on. */
    @ParameterizedTest
    @MethodSource("trainings")
    void theCopyWithoutTheRemedyMakesTheSameStepsBitForBit(Model network, List<Batch> batches) {
        Trainees.train(network, batches.subList(0, 10));
        assertThat(steps(HALF, network, batches.subList(10, 10 + STEPS))).isPresent();
        Trainees.train(network, batches.subList(10, 10 + STEPS));

        assertThat(copies.get(0).params()).isEqualTo(network.params());
        assertThat(Trainees.updaterState(copies.get(0))).isEqualTo(Trainees.updaterState(network));
        assertThat(copies.get(1).params()).isNotEqualTo(network.params());
    }

    @Test
    void theCopyWithALowerRateIsANetworkThatWasBuiltWithIt() {
        List<Batch> batches = Trainees.batches(STEPS);
        steps(HALF, Trainees.network(new Sgd(0.125)), batches);
        MultiLayerNetwork built = Trainees.network(new Sgd(0.0625));
        Trainees.train(built, batches);

        assertThat(copies.get(1).params()).isEqualTo(built.params());
    }

    @Test
    void theNetworkAndTheThreadThatTrainsItAreLeftAsTheyWere() {
        MultiLayerNetwork network =
                Trainees.network(Trainees.builder(new Adam(0.01)).dropOut(0.5));
        List<Batch> batches = Trainees.batches(STEPS);
        Trainees.train(network, batches);
        INDArray parameters = network.params().dup();
        INDArray state = Trainees.updaterState(network).dup();
        INDArray features = batches.get(0).features()[0].dup();
        String configuration = network.getLayerWiseConfigurations().toJson();
        long root = Nd4j.getRandom().rootState();
        long node = Nd4j.getRandom().nodeState();
        for (Remedy remedy : List.of(HALF, Remedy.warmUp(), Remedy.keep("dense", 0.9))) {
            assertThat(steps(remedy, network, batches)).isPresent();
        }

        assertThat(network.params()).isEqualTo(parameters);
        assertThat(Trainees.updaterState(network)).isEqualTo(state);
        assertThat(batches.get(0).features()[0]).isEqualTo(features);
        assertThat(network.getLayerWiseConfigurations().toJson()).isEqualTo(configuration);
        assertThat(network.getIterationCount()).isEqualTo(STEPS);
        assertThat(Nd4j.getRandom().rootState()).isEqualTo(root);
        assertThat(Nd4j.getRandom().nodeState()).isEqualTo(node);
    }

    /** With dropout, so that the random numbers count. */
    @Test
    void aSecondTrialHasTheSameFigures() {
        MultiLayerNetwork network =
                Trainees.network(Trainees.builder(new Sgd(0.1)).dropOut(0.5));
        List<Batch> batches = Trainees.batches(STEPS);
        PairedResult first = steps(HALF, network, batches).orElseThrow();
        PairedResult second = steps(HALF, network, batches).orElseThrow();

        assertThat(second.asIs()).isEqualTo(first.asIs());
        assertThat(second.with()).isEqualTo(first.with());
    }

    /** DL4J's fit and its getters are synchronized: whoever asks the network from another thread waits for ever. */
    @Test
    void aTrialInTheMiddleOfFitDoesNotWaitForFit() {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.1));
        synchronized (network) {
            assertThat(steps(HALF, network, Trainees.batches(3))).isPresent();
        }
    }

    /** The gradient of a linear model of 4 features over 16 examples of variance 1 diverges from rates of about 1 on. */
    @Test
    void aRateThatIsTooHighIsSeenToBeSo() {
        PairedResult result = steps(
                        Remedy.multiplyLearningRate(0.01), Trainees.network(new Sgd(5)), Trainees.batches(3))
                .orElseThrow();

        assertThat(result.outcome(HALF, "")).isEqualTo(Outcome.LOWER);
        assertThat(result.steps()).isEqualTo(STEPS);
        assertThat(result.learns()).isTrue();
    }

    /** The first step is a two hundredth of what it would be: with plain descent so is the update. */
    @Test
    void aWarmUpBeginsWithAlmostNoStep() {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.1));
        Model warm = Blueprint.of(network)
                .build(NetworkState.of(network), Remedy.warmUp())
                .orElseThrow();
        INDArray start = network.params().dup();
        Trainees.train(network, Trainees.batches(1));
        Trainees.train(warm, Trainees.batches(1));

        assertThat(warm.params().distance2(start) * 200)
                .isCloseTo(network.params().distance2(start), withPercentage(0.1));
    }

    @Test
    void nothingIsTriedWhereTheRemedyChangesNothingOrSomethingThrows() {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.1));
        StepWindow window = StepWindow.of(network, Trainees.batches(3));

        assertThat(steps(Remedy.clipLess("dense"), network, Trainees.batches(3)))
                .isEmpty();
        assertThat(PairedSteps.of(HALF, network, window, copy -> {
                    throw new IllegalStateException("cannot be probed");
                }))
                .isEmpty();
    }

    /** What transfer learning froze afterwards does not stand in the configuration, and would learn in the copy. */
    @Test
    void nothingIsTriedWhereLayersWereFrozenByHand() {
        MultiLayerNetwork network = Trainees.network(new Sgd(0.1));
        network.getLayers()[0] = new FrozenLayer(network.getLayer(0));

        assertThat(steps(HALF, network, Trainees.batches(3))).isEmpty();
    }
}
