package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.ui.demo.Demo;
import gradientlab.ui.demo.DemoOnce;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientsJsonTest {
    private static final String HEALTHY = "healthy, 1 hidden layer";
    private static final String SATURATED = "saturated, dead units";
    private static final String BROKEN = "NaN at iteration 40";

    private static Dashboard dashboard;
    private static Json json;

    @BeforeAll
    static void start() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        DemoOnce.into(dashboard.storage());
        json = new Json(dashboard.address());
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void thePageIsAnsweredAsHtml() throws Exception {
        var page = Http.get(dashboard.address().resolve("/gradients"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("<title>");
    }

    @Test
    void answersAreJsonThatNoCacheKeeps() throws Exception {
        HttpResponse<String> answer = json.get("sessions");

        assertThat(answer.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void everySessionIsListedOldestFirst() throws Exception {
        JsonNode sessions = json.ask("sessions").get("sessions");

        assertThat(texts(sessions, "id")).containsExactlyElementsOf(Demo.sessions());
        assertThat(texts(sessions, "started")).isSorted();
    }

    @Test
    void aSessionBeforeItsFirstSnapshotHasLayersAndNothingElse() throws Exception {
        JsonNode session = json.ask("session", "session", "no snapshot yet");

        assertThat(texts(session.get("layers"), "name")).containsExactly("hidden-1", "tanh-1", "output");
        assertThat(session.get("iterations")).isEmpty();
        assertThat(session.get("layers").get(0).get("units").asInt()).isZero();
        JsonNode listed = json.ask("sessions").get("sessions").get(4);
        assertThat(listed.get("latest").asInt()).isEqualTo(-1);
        assertThat(listed.get("loss").asText()).isEqualTo("NaN");
        assertThat(json.ask("lives", "session", "no snapshot yet", "layer", "tanh-1")
                        .get("latest")
                        .asInt())
                .isEqualTo(-1);
    }

    @Test
    void whatIsNotFiniteIsAString() throws Exception {
        JsonNode flow = json.ask("flow", "session", BROKEN, "iteration", "40");

        assertThat(flow.get("loss").isTextual()).isTrue();
        assertThat(flow.get("loss").asText()).isEqualTo("NaN");
        JsonNode gradient = flow.at("/layers/0/parameters/0/gradient");
        assertThat(gradient.get("count").asInt()).isZero();
        assertThat(gradient.get("mean").asText()).isEqualTo("NaN");
        // 100 inputs x 64 units
        assertThat(gradient.get("nan").asInt()).isEqualTo(6400);
    }

    @Test
    void everyValueIsInABinOrCountedAsWhatItIs() throws Exception {
        JsonNode last = lastHistogram("relu-2", "z");

        // Every fourth of 64 units is NaN on all of 32 examples.
        assertThat(last.get("nan").asInt()).isEqualTo(16 * 32);
        assertThat(last.get("positiveInfinity").asInt()).isPositive();
        assertThat(last.get("negativeInfinity").asInt()).isPositive();
        int binned = StreamSupport.stream(last.get("counts").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
        int counted = last.get("nan").asInt()
                + last.get("positiveInfinity").asInt()
                + last.get("negativeInfinity").asInt();
        assertThat(binned + counted).isEqualTo(64 * 32);
    }

    @Test
    void theUpdateOfAnIterationIsThereWithIt() throws Exception {
        JsonNode histograms = json.ask("histograms", "session", HEALTHY, "layer", "hidden-1", "quantity", "update:W")
                .get("histograms");

        assertThat(histograms).hasSize(60);
        assertThat(histograms.get(0).get("counts")).hasSize(50);
    }

    @Test
    void aSaturationMapHasAByteForEveryCell() throws Exception {
        JsonNode units = json.ask("units", "session", SATURATED, "layer", "tanh-1", "iteration", "0");

        int cells = units.get("examples").asInt() * units.get("units").asInt();
        byte[] level = Base64.getDecoder().decode(units.get("level").asText());
        byte[] state = Base64.getDecoder().decode(units.get("state").asText());
        assertThat(level).hasSize(cells);
        assertThat(state).hasSize(cells).containsOnly(0, 1, 2);
        // The script of the demo draws these units around 60.
        assertThat(units.get("deadUnits")).map(JsonNode::asInt).containsExactly(7, 27, 47, 67, 87);
        for (int example = 0; example < 32; example++) {
            assertThat(state[example * 100 + 7]).isEqualTo((byte) 2);
            assertThat(level[example * 100 + 7]).isEqualTo((byte) 254);
        }
    }

    @Test
    void theLivesOfUnitsSayWhichOneCameBack() throws Exception {
        JsonNode lives = json.ask("lives", "session", SATURATED, "layer", "relu-2");

        List<Integer> revived = StreamSupport.stream(lives.get("units").spliterator(), false)
                .filter(unit -> unit.get("revived").asBoolean())
                .map(unit -> unit.get("unit").asInt())
                .toList();
        assertThat(revived).containsExactly(4);
        assertThat(lives.get("units")).hasSize(64);
        JsonNode last = lives.at("/units/4/changes/2");
        assertThat(last.get("state").asText()).isEqualTo("ALIVE");
        assertThat(last.get("after").asInt()).isEqualTo(390);
        assertThat(last.get("iteration").asInt()).isEqualTo(400);
    }

    @Test
    void causesComeBeforeWhatTheyExplainAndTheNewestOfEachFirst() throws Exception {
        JsonNode findings = json.ask("findings", "session", SATURATED).get("findings");

        List<Severity> severities = new ArrayList<>();
        List<Integer> consequences = new ArrayList<>();
        findings.forEach(finding -> {
            Severity severity = Severity.valueOf(finding.get("severity").asText());
            severities.add(severity);
            if (severity == Severity.ALSO_SEEN) {
                consequences.add(finding.get("iteration").asInt());
            }
        });
        assertThat(severities).isSorted().contains(Severity.FAULT, Severity.ALSO_SEEN);
        assertThat(consequences).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | session                                                          | session must be given once, but it was given 0 times
            400 | session?session=                                                 | session must have a value
            400 | session?session=live&session=live                                | given 2 times
            404 | session?session=nobody                                           | There is no session "nobody"
            404 | session?session=x'%20OR%20'1'='1                                  | There is no session "x' OR '1'='1"
            400 | flow?session=NaN%20at%20iteration%2040                           | iteration must be given once
            400 | flow?session=NaN%20at%20iteration%2040&iteration=-1              | whole number from 0 to 999999999, not "-1"
            400 | flow?session=NaN%20at%20iteration%2040&iteration=1e1             | not "1e1"
            400 | flow?session=NaN%20at%20iteration%2040&iteration=99999999999     | not "99999999999"
            404 | flow?session=NaN%20at%20iteration%2040&iteration=41              | Iteration 41 of session "NaN at iteration 40" is not among the 41
            404 | histograms?session=NaN%20at%20iteration%2040&layer=x&quantity=z  | has no layer "x"
            400 | histograms?session=NaN%20at%20iteration%2040&layer=relu-1        | quantity must be given once
            404 | histograms?session=NaN%20at%20iteration%2040&layer=relu-1&quantity=y        | no quantity "y"
            404 | histograms?session=NaN%20at%20iteration%2040&layer=relu-1&quantity=mean:W   | no quantity "mean:W"
            404 | histograms?session=NaN%20at%20iteration%2040&layer=relu-1&quantity=values:W | no such parameter
            404 | units?session=NaN%20at%20iteration%2040&layer=output&iteration=0 | has no map of its units
            404 | lives?session=NaN%20at%20iteration%2040&layer=output2            | has no layer "output2"
            404 | nothing                                                          | nothing at "/gradients/api/nothing"
            """)
    void whatCannotBeHadIsRefusedInASentence(int status, String question, String words) throws Exception {
        HttpResponse<String> answer = Http.get(dashboard.address().resolve("/gradients/api/" + question));

        assertThat(answer.statusCode()).isEqualTo(status);
        String error = Json.parse(answer.body()).get("error").asText();
        assertThat(error).contains(words).endsWith(".");
        assertThat(answer.headers().firstValue("content-type")).contains("application/json; charset=utf-8");
    }

    @Test
    void aLongNameIsNotRepeatedInFull() throws Exception {
        HttpResponse<String> answer = json.get("session", "session", "x".repeat(2000));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).hasSizeLessThan(200);
    }

    private static JsonNode lastHistogram(String layer, String quantity) throws Exception {
        JsonNode all = json.ask("histograms", "session", BROKEN, "layer", layer, "quantity", quantity)
                .get("histograms");
        return all.get(all.size() - 1);
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.get(member).asText())
                .toList();
    }
}
