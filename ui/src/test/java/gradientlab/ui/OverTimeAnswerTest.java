package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.TimeProfile;
import gradientlab.diagnostics.probe.NetworkProbe;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page Flow is told of δ over time. */
class OverTimeAnswerTest {
    private static final int STEPS = 12;
    private static final double SHUT = -4;

    private Dashboard dashboard;

    @BeforeEach
    void start() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
    }

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void theNormsAreThoseThatAProbeMeasuresOnTheSameBatch() throws Exception {
        Map<String, TimeProfile> measured = Snapshot.of(NetworkProbe.of(new RecurrentTraining(STEPS, SHUT, 1).net())
                        .capture(new RecurrentTraining(STEPS, SHUT, 1).nextBatch(), 0))
                .overTime();
        new RecurrentTraining(STEPS, SHUT, 1).fit(1, dashboard.listener("recalls", 1));

        for (String layer : List.of(RecurrentTraining.LOWER, RecurrentTraining.UPPER)) {
            JsonNode time = time("recalls", layer);
            assertThat(numbers(time.get("norms")))
                    .hasSize(STEPS)
                    .isEqualTo(measured.get(layer).norms());
            assertThat(numbers(time.get("fromLast")))
                    .hasSize(STEPS)
                    .isEqualTo(measured.get(layer).fromLast());
        }
    }

    @Test
    void aLayerWithoutTimeHasNoneAndNoLimit() throws Exception {
        new TinyTraining(dashboard.listener("flat", 1)).fit(1);

        JsonNode layers = flow("flat").get("layers");
        assertThat(layers).hasSize(3).allSatisfy(layer -> {
            assertThat(layer.at("/time/norms")).isEmpty();
            assertThat(layer.at("/time/fromLast")).isEmpty();
            assertThat(layer.at("/time/limit").asText()).isEqualTo("NaN");
        });
    }

    private JsonNode time(String session, String layer) throws Exception {
        return StreamSupport.stream(flow(session).get("layers").spliterator(), false)
                .filter(one -> one.get("name").asText().equals(layer))
                .findFirst()
                .orElseThrow()
                .get("time");
    }

    private JsonNode flow(String session) throws Exception {
        return new Json(dashboard.address()).ask("flow", "session", session, "iteration", "0");
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }
}
