package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.limits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/** Training ends in the same bits whether a network was measured on the way or not. */
class InvisibilityTest {

    private static final int STEPS = 200;
    private static final Schedule EVERY_SEVENTH = Schedule.every(7);
    private static final List<DataSet> BATCHES = Stream.of(11L, 12L, 13L, 14L, 15L)
            .map(seed -> Nets.batch(DataType.FLOAT, seed, 16, Nets.INPUTS))
            .toList();
    private static final DataSet FOREIGN = Nets.batch(DataType.FLOAT, 99, 9, Nets.INPUTS);

    @ParameterizedTest
    @MethodSource("gradientlab.diagnostics.probe.Recipes#all")
    void aMultiLayerNetworkEndsInTheSameBits(IUpdater updater, boolean norm, boolean dropout) {
        MultiLayerNetwork plain = Recipes.network(updater, norm, dropout);
        train(plain, new Silent(), STEPS);
        long[] random = randomState();
        MultiLayerNetwork measured = Recipes.network(updater, norm, dropout);
        Measuring listener = new Measuring(NetworkProbe.of(measured));
        train(measured, listener, STEPS);

        assertThat(listener.captures).hasSize(2 * 29);
        assertThat(randomState()).isEqualTo(random);
        assertSameState(measured, plain);
        assertThat(measured.getIterationCount()).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @MethodSource("gradientlab.diagnostics.probe.Recipes#two")
    void aComputationGraphEndsInTheSameBits(IUpdater updater, boolean norm, boolean dropout) {
        ComputationGraph plain = Recipes.graph(updater, norm, dropout);
        train(plain, new Silent());
        long[] random = randomState();
        ComputationGraph measured = Recipes.graph(updater, norm, dropout);
        Measuring listener = new Measuring(NetworkProbe.of(measured));
        train(measured, listener);

        assertThat(listener.captures).hasSize(2 * 29);
        assertThat(randomState()).isEqualTo(random);
        assertSameState(measured, plain);
    }

    @ParameterizedTest
    @MethodSource("gradientlab.diagnostics.probe.Recipes#all")
    void aDiagnosedMultiLayerNetworkEndsInTheSameBits(IUpdater updater, boolean norm, boolean dropout) {
        MultiLayerNetwork plain = Recipes.network(updater, norm, dropout);
        train(plain, new Silent(), STEPS);
        long[] random = randomState();
        for (Schedule schedule : List.of(EVERY_SEVENTH, Schedule.logarithmic())) {
            MultiLayerNetwork diagnosed = Recipes.network(updater, norm, dropout);
            DiagnosticListener listener = DiagnosticListener.with(schedule, Limits.DEFAULT, finding -> {});
            train(diagnosed, listener, STEPS);

            assertThat(listener.history().observations().size()).isEqualTo(schedule == EVERY_SEVENTH ? 29 : 8);
            assertThat(randomState()).isEqualTo(random);
            assertSameState(diagnosed, plain);
        }
    }

    @ParameterizedTest
    @MethodSource("gradientlab.diagnostics.probe.Recipes#two")
    void aDiagnosedComputationGraphEndsInTheSameBits(IUpdater updater, boolean norm, boolean dropout) {
        ComputationGraph plain = Recipes.graph(updater, norm, dropout);
        train(plain, new Silent());
        long[] random = randomState();
        ComputationGraph diagnosed = Recipes.graph(updater, norm, dropout);
        DiagnosticListener listener = DiagnosticListener.with(EVERY_SEVENTH, Limits.DEFAULT, finding -> {})
                .watching(FOREIGN);
        train(diagnosed, listener);

        assertThat(listener.history().observations().size()).isEqualTo(29);
        assertThat(randomState()).isEqualTo(random);
        assertSameState(diagnosed, plain);
    }

    @Test
    void aNetworkMeasuredInEveryHookOfEveryIterationEndsInTheSameBits() {
        MultiLayerNetwork plain = Recipes.network(new Adam(0.01), true, true);
        train(plain, new Silent(), 40);
        MultiLayerNetwork measured = Recipes.network(new Adam(0.01), true, true);
        Everywhere listener = new Everywhere(NetworkProbe.of(measured));
        train(measured, listener, 40);

        assertThat(listener.captures).as("four hooks, 40 steps").isEqualTo(160);
        assertSameBits(measured.params(), plain.params());
    }

    @Test
    void randomNumbersDrawnByALayerAreGivenBack() {
        MultiLayerNetwork network = Nets.of(DataType.FLOAT, Nets.dense(5, new ActivationRReLU()), Nets.softmax());
        NetworkProbe probe = NetworkProbe.of(network);
        long[] before = randomState();

        Capture first = probe.capture(FOREIGN);

        assertThat(randomState()).isEqualTo(before);
        assertThat(first.loss()).isFinite();
    }

    @Test
    void theUpdateInTheGradientOfTheModelSurvivesACapture() {
        MultiLayerNetwork network = Recipes.network(new Sgd(0.1), true, false);
        NetworkProbe probe = NetworkProbe.of(network);
        Map<String, INDArray> before = new TreeMap<>();
        List<Boolean> same = new ArrayList<>();
        network.setListeners(new BaseTrainingListener() {
            @Override
            public void iterationDone(Model model, int iteration, int epoch) {
                model.gradient().gradientForVariable().forEach((key, array) -> before.put(key, array.dup()));
                probe.capture(FOREIGN);
                model.gradient()
                        .gradientForVariable()
                        .forEach((key, array) -> same.add(array.equalsWithEps(before.get(key), 0)));
            }
        });
        network.fit(BATCHES.get(0));

        assertThat(same).hasSize(before.size()).hasSizeGreaterThan(6).doesNotContain(false);
    }

    @Test
    void theBatchIsLeftAsItWas() {
        DataSet batch = Nets.batch(DataType.FLOAT, 5);
        INDArray features = batch.getFeatures().dup();
        INDArray labels = batch.getLabels().dup();

        NetworkProbe.of(Nets.of(DataType.FLOAT, Nets.activation(new ActivationTanH()), Nets.softmax()))
                .capture(batch);

        assertSameBits(batch.getFeatures(), features);
        assertSameBits(batch.getLabels(), labels);
    }

    private static void train(MultiLayerNetwork network, BaseTrainingListener listener, int steps) {
        network.setListeners(listener);
        for (int step = 0; step < steps; step++) {
            network.fit(BATCHES.get(step % BATCHES.size()));
        }
    }

    private static void train(ComputationGraph graph, BaseTrainingListener listener) {
        graph.setListeners(listener);
        for (int step = 0; step < STEPS; step++) {
            graph.fit(BATCHES.get(step % BATCHES.size()));
        }
    }

    private static long[] randomState() {
        return new long[] {Nd4j.getRandom().rootState(), Nd4j.getRandom().nodeState()};
    }

    private static void assertSameState(MultiLayerNetwork actual, MultiLayerNetwork expected) {
        assertSameBits(actual.params(), expected.params());
        assertSameBits(
                actual.getUpdater().getStateViewArray(), expected.getUpdater().getStateViewArray());
    }

    private static void assertSameState(ComputationGraph actual, ComputationGraph expected) {
        assertSameBits(actual.params(), expected.params());
        assertSameBits(
                actual.getUpdater().getStateViewArray(), expected.getUpdater().getStateViewArray());
    }

    private static void assertSameBits(INDArray actual, INDArray expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual.dup('c').data().asFloat())
                    .isEqualTo(expected.dup('c').data().asFloat());
        }
    }

    private static final class Silent extends BaseTrainingListener {}

    /** Captures the training batch and a foreign one after every seventh update. */
    private static final class Measuring extends BaseTrainingListener {

        private final NetworkProbe probe;
        private final List<Capture> captures = new ArrayList<>();

        Measuring(NetworkProbe probe) {
            this.probe = probe;
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            if (EVERY_SEVENTH.at(iteration)) {
                captures.add(probe.capture(BATCHES.get(iteration % BATCHES.size()), iteration + 1));
                captures.add(probe.capture(FOREIGN, iteration + 1));
            }
        }
    }

    private static final class Everywhere extends BaseTrainingListener {

        private final NetworkProbe probe;
        private int captures;

        Everywhere(NetworkProbe probe) {
            this.probe = probe;
        }

        @Override
        public void onForwardPass(Model model, List<INDArray> activations) {
            capture();
        }

        @Override
        public void onBackwardPass(Model model) {
            capture();
        }

        @Override
        public void onGradientCalculation(Model model) {
            capture();
        }

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            capture();
        }

        private void capture() {
            probe.capture(FOREIGN);
            captures++;
        }
    }
}
