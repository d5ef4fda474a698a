package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of DL4J's pages that a user of ours would meet, each with the test that it is gone. */
class StockFaultsTest {
    private static final int OK = 200;
    private static final int EVERY = 10;
    private static final int NAN_AT = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static LocalDateTime started;
    private static Dashboard dashboard;

    @BeforeAll
    static void train() throws Exception {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        // To the second, as the page has it.
        started = LocalDateTime.now(ZoneId.systemDefault()).withNano(0);
        var training = new DeepTraining(dashboard.listener("deep", EVERY));
        training.fit(NAN_AT);
        training.fitNaN();
        training.fit(20);
        Eventually.holds("it is shown", () -> body("/train/sessions/current").equals("deep"));
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void startTimeAndTotalRuntimeAreTold() throws Exception {
        JsonArray rows = overview().getJsonArray("perf");

        assertThat(LocalDateTime.parse(rows.getJsonArray(0).getString(1), TIME))
                .isBetween(started, LocalDateTime.now(ZoneId.systemDefault()));
        assertThat(rows.getJsonArray(1).getString(1)).matches("\\d:\\d\\d:\\d\\d");
    }

    @Test
    void aScoreThatIsNaNIsNotSentAsZero() throws Exception {
        assertThat(overview().getJsonArray("scoresIter").getList()).containsExactly(0, 10, 20, 30, 40, 50);
        List<?> scores = overview().getJsonArray("scores").getList();

        assertThat(scores.subList(0, 3)).allMatch(Number.class::isInstance);
        assertThat(scores.subList(3, 6)).allMatch("NaN"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"updateRatios", "stdevActivations", "stdevGradients", "stdevUpdates"})
    void aChartOfTheOverviewHasWhatTheReportsHave(String chart) throws Exception {
        JsonObject series = overview().getJsonObject(chart);

        assertThat(series.fieldNames()).isNotEmpty();
        for (String name : series.fieldNames()) {
            assertThat(series.getJsonArray(name).getList().subList(0, 3))
                    .as(name)
                    .allMatch(Number.class::isInstance);
        }
        assertThat(series.getJsonArray(chart.equals("stdevActivations") ? "3" : "3_W")
                        .getList()
                        .subList(4, 6))
                .allMatch("NaN"::equals);
    }

    @Test
    void theModelPageHasWhatTheReportsHave() throws Exception {
        JsonObject data = model(4);

        for (String chart : new String[] {"ratios", "paramMM", "updateMM"}) {
            List<?> values = data.getJsonObject("meanMag")
                    .getJsonObject(chart)
                    .getJsonArray("W")
                    .getList();
            assertThat(values.subList(0, 3)).as(chart).allMatch(Number.class::isInstance);
            assertThat(values.subList(4, 6)).as(chart).allMatch("NaN"::equals);
        }
        assertThat(data.getJsonObject("activations")
                        .getJsonArray("mean")
                        .getList()
                        .subList(4, 6))
                .allMatch("NaN"::equals);
        assertThat(data.getJsonObject("activations")
                        .getJsonArray("stdev")
                        .getList()
                        .subList(4, 6))
                .allMatch("NaN"::equals);
    }

    @Test
    void layerOneListsNothingOfLayerTen() throws Exception {
        for (String chart : new String[] {"paramHist", "updateHist"}) {
            JsonObject histograms = model(2).getJsonObject(chart);
            // Index 1, a BatchNormalization; 10 and 11 are one too and an activation, 12 is the output.
            assertThat(histograms.getJsonArray("paramNames").getList())
                    .containsExactlyInAnyOrder("gamma", "beta", "mean", "log10stdev");
            assertThat(histograms.fieldNames())
                    .containsExactlyInAnyOrder("gamma", "beta", "mean", "log10stdev", "paramNames");
        }
    }

    @Test
    void everyLayerOfTheGraphIsAnswered() throws Exception {
        int vertices = new JsonObject(body("/train/model/graph"))
                .getJsonArray("vertexNames")
                .size();
        assertThat(vertices).isEqualTo(1 + 13);
        for (int vertex = 0; vertex < vertices; vertex++) {
            assertThat(model(vertex).getJsonArray("layerInfo"))
                    .as("layer %d", vertex)
                    .isNotEmpty();
        }
    }

    @Test
    void theSystemPageHasTheIterationOfEachPoint() throws Exception {
        JsonObject memory = new JsonObject(body("/train/system/data"))
                .getJsonObject("memory")
                .getJsonObject("0");

        assertThat(memory.getJsonArray("iterations").getList()).containsExactly(0, 10, 20, 30, 40, 50);
        assertThat(memory.getJsonArray("times").size()).isEqualTo(6);
    }

    @Test
    void theNewestSessionIsShownUntilOneIsChosen() throws Exception {
        try (var other = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            for (String session : new String[] {"first", "second"}) {
                new TinyTraining(other.listener(session, 1)).fit(1);
                Eventually.holds(
                        session + " is followed",
                        () -> bodyOf(other, "/train/sessions/current").equals(session));
            }
            bodyOf(other, "/train/sessions/set/first");
            new TinyTraining(other.listener("third", 1)).fit(1);
            Eventually.holds(
                    "the third is known",
                    () -> bodyOf(other, "/train/sessions/info").contains("third"));
            assertThat(bodyOf(other, "/train/sessions/current")).isEqualTo("first");
            assertThat(new JsonObject(bodyOf(other, "/train/sessions/info")).fieldNames())
                    .containsExactly("first", "second", "third");
        }
    }

    @Test
    void thePagesAnswerBeforeThereIsASession() throws Exception {
        try (var empty = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            for (String path : new String[] {
                "overview", "model", "system", "overview/data", "system/data", "model/graph", "sessions/info"
            }) {
                bodyOf(empty, "/train/" + path);
            }
            assertThat(bodyOf(empty, "/train/sessions/current")).isEmpty();
        }
    }

    @Test
    void theModelTabHasTheHistogramsOfTheReport() throws Exception {
        try (var other = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            new TinyTraining(other.listener("run", 1)).fit(3);
            List<StatsReport> reports = Reports.of(other.storage(), "run");
            var data = new JsonObject(bodyOf(other, "/gradients/api/model?session=run&layer=1"));

            assertThat(data.getInteger("iteration")).isEqualTo(2);
            assertThat(data.getString("layer")).isEqualTo("layer0");
            assertThat(data.getJsonObject("gradients").fieldNames()).containsExactlyInAnyOrder("W", "b");
            // Five units on a batch of eight; six inputs and five units.
            assertThat(counts(data.getJsonObject("activations"))).isEqualTo(5 * TinyTraining.BATCH);
            assertThat(counts(data.getJsonObject("gradients").getJsonObject("W")))
                    .isEqualTo(TinyTraining.INPUTS * 5);
            var expected = reports.get(2).getHistograms(StatsType.Gradients).get("0_W");
            assertThat(data.getJsonObject("gradients").getJsonObject("W").getDouble("low"))
                    .isEqualTo(expected.getMin());
            assertThat(data.getJsonObject("gradients")
                            .getJsonObject("W")
                            .getJsonArray("counts")
                            .getList())
                    .isEqualTo(IntStream.of(expected.getBinCounts()).boxed().toList());
        }
    }

    @Test
    void theModelTabSaysNaNWhereThereIsNoHistogram() throws Exception {
        var data = new JsonObject(body("/gradients/api/model?session=deep&layer=1"));
        JsonObject weights = data.getJsonObject("gradients").getJsonObject("W");

        assertThat(weights.getString("low")).isEqualTo("NaN");
        assertThat(weights.getString("mean")).isEqualTo("NaN");
        assertThat(weights.getJsonArray("counts")).isEmpty();
        assertThat(data.getJsonObject("gradients").fieldNames()).containsExactlyInAnyOrder("W", "b");
        assertThat(new JsonObject(body("/gradients/api/model?session=deep&layer=13")).getValue("activations"))
                .as("of the output layer")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session=deep&layer=99", "session=deep&layer=none", "session=none&layer=1"})
    void theModelTabNamesWhatIsMissing(String query) throws Exception {
        var answer = Http.get(dashboard.address().resolve("/gradients/api/model?" + query));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getString("error")).matches(".*(99|none).*");
    }

    private static int counts(JsonObject histogram) {
        return histogram.getJsonArray("counts").stream()
                .mapToInt(Integer.class::cast)
                .sum();
    }

    private static JsonObject overview() throws Exception {
        return new JsonObject(body("/train/overview/data"));
    }

    private static JsonObject model(int vertex) throws Exception {
        return new JsonObject(body("/train/model/data/" + vertex));
    }

    private static String body(String path) throws Exception {
        return bodyOf(dashboard, path);
    }

    private static String bodyOf(Dashboard asked, String path) throws Exception {
        var answer = Http.get(asked.address().resolve(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(OK);
        return answer.body();
    }
}
