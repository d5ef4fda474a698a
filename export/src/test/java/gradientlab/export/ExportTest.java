package gradientlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.Observation;
import gradientlab.session.Course;
import gradientlab.session.IterationCurve;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionFacts;
import gradientlab.session.SessionRecording;
import gradientlab.session.StockReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {

    private static final String LAYER = "hidden, \"1\"";
    private static final float[] Z = {-2, -1, 0, 1, 2, 6};
    private static final float[] BROKEN = {1, Float.NaN, 2, Float.POSITIVE_INFINITY, 3, Float.NEGATIVE_INFINITY};

    private final SessionRecording session = session();

    private static SessionRecording session() {
        Structure structure = new Structure(List.of(new LayerFacts(
                LAYER, "DenseLayer", Role.WEIGHTS, ActivationFunction.TANH, true, false, List.of("input"))));
        List<IterationRecord> moments = List.of(
                new IterationRecord(observation(structure, 0, Z), List.of()),
                new IterationRecord(observation(structure, 300, BROKEN), List.of()));
        return new SessionRecording(
                new SessionFacts("one", "2026-01-05T10:00:00.500Z", 3, structure),
                moments,
                new Course(
                        new IterationCurve(List.of(0, 1, 300), List.of(2.5, 1.25, Double.NaN)),
                        new IterationCurve(List.of(300), List.of(2.0)),
                        List.of(),
                        0),
                StockReports.NONE);
    }

    private static Observation observation(Structure structure, int iteration, float[] z) {
        Matrix values = new Matrix(3, 2, z);
        LayerCapture layer = new LayerCapture(
                LAYER,
                "DenseLayer",
                ActivationFunction.TANH,
                values,
                values,
                values,
                List.of(new ParameterCapture("W", "0_W", new long[] {1, 2}, new float[] {3, 5}, new float[2])));
        return Observation.of(structure, new Capture(iteration, 2.5, List.of(layer), values), 3, Map.of());
    }

    private List<Events.Value> read(String tag) {
        Events events = Events.read(ExportFormat.TENSORBOARD.bytes(session));
        assertThat(events.version()).isEqualTo("brain.Event:2");
        return events.values().stream().filter(value -> value.tag().equals(tag)).toList();
    }

    @Test
    void scalarsAreReadBackFromIterationZeroOn() {
        assertThat(read("loss")).extracting(Events.Value::step).containsExactly(0L, 1L, 300L);
        assertThat(read("loss")).extracting(Events.Value::scalar).containsExactly(2.5f, 1.25f, Float.NaN);
        assertThat(read("test loss")).extracting(Events.Value::scalar).containsExactly(2f);
        assertThat(read("loss").get(0).wallTime())
                .as("5 January 2026, 10:00:00.5")
                .isEqualTo(1_767_607_200.5);
        assertThat(read("saturated share/" + LAYER).get(0).scalar())
                .as("|tanh z| > 0.97 where |z| > 2.09: the 6")
                .isEqualTo(1 / 6f);
        assertThat(read("std of W values/" + LAYER).get(0).scalar()).isEqualTo((float) Math.sqrt(2));
    }

    @Test
    void aHistogramHoldsTheValuesAndTheirSums() {
        Events.Value value = read("pre-activation/" + LAYER).get(0);
        Events.Histo histogram = value.histogram();

        assertThat(value.step()).isZero();
        assertThat(new double[] {histogram.min(), histogram.max(), histogram.num(), histogram.sum()})
                .containsExactly(-2, 6, 6, 6);
        assertThat(histogram.squares()).as("4 + 1 + 0 + 1 + 4 + 36").isCloseTo(46, within(1e-9));
        assertThat(histogram.limits()).isSorted().hasSameSizeAs(histogram.counts());
        for (double least : new double[] {-2, 6}) {
            assertThat(Arrays.stream(histogram.limits()).filter(limit -> limit >= least))
                    .isNotEmpty();
        }
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(6);
        assertThat(histogram.counts()[0]).as("below the least value").isZero();
    }

    @Test
    void whatIsNotFiniteIsCountedAndInNoHistogram() {
        Events.Histo histogram = read("delta/" + LAYER).get(1).histogram();

        assertThat(histogram.num()).isEqualTo(3);
        assertThat(histogram.sum()).isEqualTo(6);
        assertThat(read("not finite of delta/" + LAYER))
                .singleElement()
                .satisfies(value -> assertThat(value.scalar()).isEqualTo(3))
                .satisfies(value -> assertThat(value.step()).isEqualTo(300));
    }

    @Test
    void theTableHasALineForEachQuantity() {
        List<String> lines = new String(ExportFormat.CSV.bytes(session), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines.get(0))
                .isEqualTo("iteration,layer,quantity,count,mean,std,min,max,nan,positiveInfinity,negativeInfinity");
        // z, a, δ, W and its gradient, twice; no update was recorded
        assertThat(lines).hasSize(1 + 10);
        assertThat(lines).contains("0,\"hidden, \"\"1\"\"\",W values,2,4.0,1.4142135623730951,3.0,5.0,0,0,0");
        assertThat(lines).contains("300,\"hidden, \"\"1\"\"\",delta,3,2.0,1.0,1.0,3.0,1,1,1");
    }

    @Test
    void theSameRowsAreAnArrayInJson() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(ExportFormat.JSON.bytes(session));

        assertThat(rows).hasSize(10);
        assertThat(rows.get(0).get("layer").asText()).isEqualTo(LAYER);
        assertThat(rows.get(3).get("quantity").asText()).isEqualTo("W values");
        assertThat(rows.get(3).get("mean").asDouble()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void theSameSessionGivesTheSameBytes(ExportFormat format) {
        assertThat(format.bytes(session)).isEqualTo(format.bytes(session()));
    }

    @ParameterizedTest
    @CsvSource({"'xavier-normal, seed 42 [a/b]', xavier-normal-seed-42-a-b", "../../etc, etc", "ядро 1, ядро-1"})
    void aSessionsNameLeadsToNoOtherFolder(String name, String file) {
        assertThat(ExportFormat.CSV.file(name, session)).isEqualTo(file + ".csv");
        assertThat(ExportFormat.TENSORBOARD.file(name, session))
                .isEqualTo(file + "/events.out.tfevents.1767607200.gradient-lab");
    }
}
