package gradientlab.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.Engine;
import gradientlab.engine.StepEngine;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.MnistOnce;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.DataSet;

/** A diagnosed training is told the same by either probe, and ends in the same bits as an undiagnosed one. */
class DiagnosedTrainingTest {

    private static final int STEPS = 25;

    private static final double ROUNDING = 1e-4;

    /**
     * Where |tanh z| is all but 1, the last bit of it decides whether 1 − tanh² z is 0 or 10⁻⁷. The exact value rounds to 1
     * from 9.01 on, the engine's is always 1 from 10 on, and 5 % of the lecture's z, with a std of 9.65, lie between.
     */
    private static final double EXACT_ZEROS = 0.05;

    /** Of 32 rows the largest output of two may lie within a rounding of the edge. */
    private static final double EDGE_ROWS = 2.0 / 32;

    static Stream<MlpSpec> specs() {
        return Stream.of(
                MlpSpec.lecture().build(),
                MlpSpec.lecture()
                        .hidden(3, 32)
                        .activation(ActivationFunction.RELU)
                        .normalisation(Normalisation.BATCH)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void findingsAndHistoryAreThoseOfTheReplica(MlpSpec spec) {
        DiagnosticListener byReplica = listener(NetworkProbe::of);
        DiagnosticListener byPasses = listener(Probes::of);
        train(spec, byReplica);
        train(spec, byPasses);
        assertThat(places(byPasses)).isEqualTo(places(byReplica));
        assertThat(byPasses.unitLives()).isEqualTo(byReplica.unitLives());
        assertSame(byPasses.history(), byReplica.history());
        assertThat(byPasses.history().data().batches().seen()).isEqualTo(STEPS);
    }

    @Test
    void aTrainingThatIsLostIsFoundLostInTheSamePlaces() {
        MlpSpec lost = MlpSpec.lecture()
                .activation(ActivationFunction.RELU)
                .learningRate(1e30)
                .build();
        DiagnosticListener byReplica = listener(NetworkProbe::of);
        DiagnosticListener byPasses = listener(Probes::of);
        train(lost, byReplica);
        train(lost, byPasses);
        assertThat(places(byPasses)).isEqualTo(places(byReplica)).isNotEmpty();
        assertThat(byPasses.history().observations().stream()
                        .map(Observation::nonFinite)
                        .toList())
                .isEqualTo(byReplica.history().observations().stream()
                        .map(Observation::nonFinite)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("specs")
    void trainingEndsInTheBitsThatItEndsInWithoutTheListener(MlpSpec spec) {
        MultiLayerNetwork alone = train(spec);
        MultiLayerNetwork watched = train(spec, listener(Probes::of));
        MultiLayerNetwork watchedOnASample = train(
                spec, listener(Probes::of).watching(MnistOnce.data().test().first(64)));
        assertThat(watched.params().data().asFloat())
                .isEqualTo(alone.params().data().asFloat());
        assertThat(watchedOnASample.params().data().asFloat())
                .isEqualTo(alone.params().data().asFloat());
    }

    private static List<Tuple> places(DiagnosticListener listener) {
        return listener.findings().stream()
                .map(finding -> Tuple.tuple(finding.rule(), finding.layer(), finding.unit(), finding.iteration()))
                .toList();
    }

    private static void assertSame(History actual, History expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(DiagnosedTrainingTest::close, Double.class)
                .withEqualsForFieldsMatchingRegexes(
                        (Double a, Double b) -> close(a, b) || Math.abs(a - b) <= EXACT_ZEROS, ".*zeroDeltaShare")
                .withEqualsForFieldsMatchingRegexes(
                        (Double a, Double b) -> close(a, b) || Math.abs(a - b) <= EDGE_ROWS, ".*outputs.*saturated")
                .ignoringFieldsMatchingRegexes(".*\\.counts")
                .isEqualTo(expected);
    }

    private static boolean close(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b)) + 1e-6;
    }

    private static DiagnosticListener listener(Probe.Maker probes) {
        return DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {})
                .probing(probes);
    }

    private static MultiLayerNetwork train(MlpSpec spec, TrainingListener... listeners) {
        MultiLayerNetwork network = spec.toNetwork();
        network.setListeners(listeners);
        StepEngine engine = Engine.DIRECT.on(network);
        ImageIterator batches = ImageIterator.shuffled(MnistOnce.data().train(), 32, 3);
        for (int step = 0; step < STEPS; step++) {
            DataSet batch = batches.next();
            engine.fit(batch);
        }
        return network;
    }
}
