package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.diagnostics.Schedule;
import gradientlab.session.SessionRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What the pages show of a training is what was in the network.
 *
 * <p>Each step's network is copied before the step, and everything is computed from the copy in other ways than the
 * recorder does: activations by DL4J's feedForward, parameter gradients by its computeGradientAndScore, z and δ by hand,
 * the update as the difference of the parameters.
 */
class HistogramTruthTest {
    private static final int STEPS = 12;
    private static final int LAYERS = 3;
    private static final double EXACT = 0;
    // Sums in another order: floats differ in the last places, and those next to an edge may change sides.
    private static final double ROUNDING = 1e-5;

    // The difference of floats near 1 is good to their last place, 6e-8; updates are near 1e-3.
    private static final double DIFFERENCE = 1e-3;

    private static final List<MultiLayerNetwork> NETWORKS = new ArrayList<>();
    private static final List<DataSet> BATCHES = new ArrayList<>();

    private static Dashboard dashboard;
    private static Json json;

    @BeforeAll
    static void train() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        json = new Json(dashboard.address());
        SessionRecorder recorder = SessionRecorder.to(dashboard.storage(), "run", Schedule.every(3), 120);
        var training = new TinyTraining(recorder);
        for (int step = 0; step < STEPS; step++) {
            NETWORKS.add(training.net().clone());
            BATCHES.add(training.nextBatch());
            training.net().fit(BATCHES.get(step));
        }
        NETWORKS.add(training.net().clone());
        recorder.flush();
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void theIterationsAreThoseOfTheSchedule() throws Exception {
        assertThat(json.ask("session", "session", "run").get("iterations"))
                .map(JsonNode::asInt)
                .containsExactly(0, 3, 6, 9);
    }

    @Test
    void activationsAreThoseOfAForwardPass() throws Exception {
        assertAll(
                "a",
                EXACT,
                (iteration, layer) -> values(network(iteration)
                        .feedForward(BATCHES.get(iteration).getFeatures(), false)
                        .get(layer + 1)));
    }

    @Test
    void preActivationsAreInputTimesWeightsPlusBias() throws Exception {
        assertAll("z", ROUNDING, (iteration, layer) -> pass(iteration).z(layer));
    }

    @Test
    void deltasAreThoseOfBackpropagationByHand() throws Exception {
        assertAll("delta", ROUNDING, (iteration, layer) -> pass(iteration).delta(layer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "b"})
    void parametersAreThoseBeforeTheUpdate(String name) throws Exception {
        assertAll("values:" + name, EXACT, (iteration, layer) -> values(parameter(iteration, layer, name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "b"})
    void gradientsAreThoseOfTheMeanLoss(String name) throws Exception {
        assertAll(
                "gradient:" + name,
                ROUNDING,
                (iteration, layer) ->
                        values(sumOfGradients(iteration, layer + "_" + name).div(TinyTraining.BATCH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "b"})
    void updatesAreWhatTheStepTookFromTheParameters(String name) throws Exception {
        assertAll(
                "update:" + name,
                DIFFERENCE,
                (iteration, layer) ->
                        values(parameter(iteration, layer, name).sub(parameter(iteration + 1, layer, name))));
    }

    @Test
    void theFlowHasTheMomentsOfTheSameArrays() throws Exception {
        JsonNode w = json.ask("flow", "session", "run", "iteration", "6").at("/layers/1/parameters/0/values");

        float[] values = values(network(6).getParam("1_W"));
        assertThat(w.get("count").asInt()).isEqualTo(values.length);
        assertThat(w.get("mean").asDouble()).isCloseTo(Plain.mean(values), within(1e-9));
        assertThat(w.get("std").asDouble()).isCloseTo(Plain.stdev(values), within(1e-9));
    }

    @Test
    void theLossesAreThoseOfTheSteps() throws Exception {
        JsonNode loss = json.ask("session", "session", "run").get("loss");

        assertThat(loss.get("iterations")).hasSize(STEPS);
        for (int step = 0; step < STEPS; step++) {
            assertThat(loss.get("values").get(step).asDouble())
                    .isCloseTo(network(step).score(BATCHES.get(step)), within(1e-6));
        }
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static MultiLayerNetwork network(int iteration) {
        return NETWORKS.get(iteration);
    }

    private static INDArray parameter(int iteration, int layer, String name) {
        return network(iteration).getParam(layer + "_" + name);
    }

    private static PlainPass pass(int iteration) {
        return new PlainPass(network(iteration), BATCHES.get(iteration));
    }

    /** The values that a quantity of a layer had. */
    private interface Truth {
        float[] of(int iteration, int layer);
    }

    private static void assertAll(String quantity, double slack, Truth truth) throws Exception {
        for (int layer = 0; layer < LAYERS; layer++) {
            for (JsonNode histogram : histograms(layer, quantity)) {
                assertHistogram(histogram, truth.of(histogram.get("iteration").asInt(), layer), slack);
            }
        }
    }

    private static JsonNode histograms(int layer, String quantity) throws Exception {
        JsonNode all = json.ask("histograms", "session", "run", "layer", "layer" + layer, "quantity", quantity)
                .get("histograms");
        assertThat(all).hasSize(4);
        return all;
    }

    /** DL4J's, the sum over the batch. */
    private static INDArray sumOfGradients(int iteration, String key) {
        MultiLayerNetwork copy = network(iteration).clone();
        copy.setInput(BATCHES.get(iteration).getFeatures());
        copy.setLabels(BATCHES.get(iteration).getLabels());
        copy.computeGradientAndScore();
        return copy.gradient().getGradientFor(key);
    }

    private static float[] values(INDArray array) {
        return array.dup('c').data().asFloat();
    }

    /** At each edge as many values below it as there are, give or take those that lie on it within the slack. */
    private static void assertHistogram(JsonNode histogram, float[] values, double slack) {
        double low = histogram.get("low").asDouble();
        double high = histogram.get("high").asDouble();
        double give = slack * (high - low);
        int[] counts = IntStream.range(0, histogram.get("counts").size())
                .map(bin -> histogram.get("counts").get(bin).asInt())
                .toArray();
        assertThat(IntStream.of(counts).sum()).isEqualTo(values.length);
        assertThat(counts).hasSize(50);
        int below = 0;
        for (int bin = 0; bin < counts.length - 1; bin++) {
            below += counts[bin];
            double edge = low + (high - low) * (bin + 1) / counts.length;
            assertThat(below)
                    .as("values below %s of %s", edge, histogram)
                    .isBetween(below(values, edge - give), below(values, edge + give));
        }
        assertThat(below(values, low - give)).isZero();
        assertThat(below(values, Math.nextUp(high + give))).isEqualTo(values.length);
    }

    private static int below(float[] values, double edge) {
        return (int)
                IntStream.range(0, values.length).filter(i -> values[i] < edge).count();
    }
}
