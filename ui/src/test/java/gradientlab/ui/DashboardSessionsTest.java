package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.session.Course;
import gradientlab.session.IterationCurve;
import gradientlab.session.SessionFacts;
import gradientlab.session.SessionRecording;
import gradientlab.session.StockReports;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;

class DashboardSessionsTest {
    private final Dashboard dashboard =
            Dashboard.start(DashboardOptions.defaults().withPort(0));

    @AfterEach
    void close() {
        dashboard.close();
    }

    @Test
    void aRunIsReportedEveryTenIterationsUnderItsName() {
        new TinyTraining(dashboard.listener("run")).fit(21);

        assertThat(dashboard.storage().listSessionIDs()).containsExactly("run");
        assertThat(Reports.iterations(dashboard.storage(), "run")).containsExactly(0, 10, 20);
    }

    @Test
    void theFrequencyCanBeChosen() {
        new TinyTraining(dashboard.listener("run", 2)).fit(5);

        assertThat(Reports.iterations(dashboard.storage(), "run")).containsExactly(0, 2, 4);
    }

    @Test
    void aFrequencyBelowOneIsRefused() {
        assertThatThrownBy(() -> dashboard.listener("run", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("every 0 iterations");
    }

    /** Ten thousand times the usual rate saturates every unit; fewer than 16 examples would not be judged. */
    @Test
    void whatBecameOfARemedyOnCopiesIsTold() throws Exception {
        TinyTraining training = new TinyTraining(dashboard.listener("run", 1));
        training.net().setLearningRate(1000);
        for (int i = 0; i < 20; i++) {
            training.net()
                    .fit(DataSet.merge(
                            Stream.generate(training::nextBatch).limit(4).toList()));
        }
        JsonNode fault = new Json(dashboard.address())
                .ask("findings", "session", "run")
                .get("findings")
                .get(0);

        assertThat(fault.get("change").get("kind").asText()).isEqualTo("MULTIPLY_LEARNING_RATE");
        assertThat(fault.get("tried").asText()).startsWith("Tried on copies, 20 steps each: the loss is ");
    }

    @Test
    void runsOfTheSameNameAreSessionsOfTheirOwn() {
        new TinyTraining(dashboard.listener("run")).fit(11);
        new TinyTraining(dashboard.listener("run")).fit(1);

        assertThat(Reports.iterations(dashboard.storage(), "run")).containsExactly(0, 10);
        assertThat(Reports.iterations(dashboard.storage(), "run (2)")).containsExactly(0);
    }

    @Test
    void everySessionCanBeSelectedOnThePages() throws Exception {
        new TinyTraining(dashboard.listener("tanh, Xavier")).fit(1);
        new TinyTraining(dashboard.listener("tanh, Xavier")).fit(1);
        Eventually.holds("both sessions are listed", () -> {
            String sessions = body("/train/sessions/info");
            return sessions.contains("\"tanh, Xavier\"") && sessions.contains("\"tanh, Xavier (2)\"");
        });

        body("/train/sessions/set/tanh,%20Xavier%20(2)");
        assertThat(body("/train/sessions/current")).isEqualTo("tanh, Xavier (2)");
        body("/train/sessions/set/tanh,%20Xavier");
        assertThat(body("/train/sessions/current")).isEqualTo("tanh, Xavier");
    }

    @Test
    void aSessionTellsHowManyStepsAnEpochHasAndWhenItsIterationsCame() throws Exception {
        var training = new TinyTraining(dashboard.listener("run", 1));
        List<DataSet> batches = Stream.generate(training::nextBatch).limit(6).toList();
        training.net().fit(new ExistingDataSetIterator(batches), 1);
        assertThat(clockOf("run").get("stepsPerEpoch").asInt())
                .as("before the second epoch")
                .isZero();

        training.net().fit(new ExistingDataSetIterator(batches), 1);

        JsonNode session = clockOf("run");
        assertThat(session.get("stepsPerEpoch").asInt()).isEqualTo(6);
        assertThat(session.get("seconds")).hasSize(12);
        assertThat(session.get("seconds").get(0).asDouble()).isZero();
        assertThat(session.get("seconds").get(11).asDouble()).isPositive();
    }

    @Test
    void aSessionThatIsShownAgainTellsItsEpochsAndNoTimes() throws Exception {
        var training = new TinyTraining(dashboard.listener("run", 1));
        training.net().setEpochCount(1);
        training.fit(2);
        SessionRecording recording =
                SessionRecording.of(dashboard.storage(), "run").orElseThrow();
        var facts = recording.facts();
        var before = new SessionFacts("run", "2026-01-05T10:00:00Z", facts.batchSize(), facts.structure());
        var course = new Course(recording.course().loss(), IterationCurve.EMPTY, List.of(), 101);
        new SessionRecording(before, recording.moments(), course, StockReports.NONE).into(dashboard.storage(), "again");

        assertThat(clockOf("run").get("stepsPerEpoch").asInt())
                .as("where the first epoch was not seen")
                .isZero();
        assertThat(clockOf("again").get("stepsPerEpoch").asInt()).isEqualTo(101);
        assertThat(clockOf("again").get("seconds")).isEmpty();
    }

    private JsonNode clockOf(String session) throws Exception {
        return new Json(dashboard.address()).ask("session", "session", session);
    }

    /** DL4J's pages go on knowing the name of a session that its storage has no more. */
    @Test
    void thePagesLiveWhenTheSessionTheyShowIsForgotten() throws Exception {
        try (var small = Dashboard.start(DashboardOptions.defaults().withPort(0).withKept(3))) {
            new TinyTraining(small.listener("old", 1)).fit(3);
            Eventually.holds(
                    "it is shown", () -> body(small, "/train/sessions/current").equals("old"));
            body(small, "/train/sessions/set/old");
            for (int session = 0; session < 10; session++) {
                new TinyTraining(small.listener("new", 1)).fit(3);
            }
            Eventually.holds(
                    "the newest is shown",
                    () -> body(small, "/train/sessions/current").equals("new (10)"));

            assertThat(body(small, "/train/sessions/info")).contains("\"new\"").doesNotContain("\"old\"");
            assertThat(body(small, "/gradients/api/sessions"))
                    .contains("\"new\"")
                    .doesNotContain("\"old\"");
            assertThat(Http.get(small.address().resolve("/train/sessions/set/old"))
                            .statusCode())
                    .isEqualTo(404);
            for (String page : List.of("overview", "model", "system", "overview/data", "system/data", "model/graph")) {
                assertThat(Http.get(small.address().resolve("/train/" + page)).statusCode())
                        .as(page)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void trainingGoesOnAfterTheDashboardIsClosed() {
        var training = new TinyTraining(dashboard.listener("run", 1));
        training.fit(1);
        dashboard.close();
        training.fit(2);

        assertThat(training.net().getIterationCount()).isEqualTo(3);
        assertThat(Reports.iterations(dashboard.storage(), "run")).containsExactly(0);
    }

    private String body(String path) throws IOException, InterruptedException {
        return body(dashboard, path);
    }

    private static String body(Dashboard dashboard, String path) throws IOException, InterruptedException {
        URI uri = dashboard.address().resolve(path);
        return Http.get(uri).body();
    }
}
