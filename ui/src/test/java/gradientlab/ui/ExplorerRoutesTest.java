package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.ui.demo.LiveDemo;
import gradientlab.ui.explorer.Order;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplorerRoutesTest {

    private static final int REQUESTS = 10_000;
    private static final String JSON = "Content-Type: application/json";
    private static final String STEP = "{\"do\":\"step\",\"training\":\"t1\",\"number\":10,\"net\":0}";

    private Dashboard dashboard;
    private FakeExplorer explorer;

    @BeforeEach
    void start() {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        explorer = new FakeExplorer();
        dashboard.explore(explorer);
    }

    @AfterEach
    void close() {
        explorer.gate.countDown();
        dashboard.close();
    }

    private URI at(String path) {
        return dashboard.address().resolve(path);
    }

    private HttpResponse<String> get(String path) {
        try {
            return Http.get(at(path));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String post(String headers, String body) throws Exception {
        String request = "POST /explore/api/training HTTP/1.1\r\nHost: "
                + dashboard.address().getAuthority() + "\r\nConnection: close\r\nContent-Length: " + body.length()
                + "\r\n" + headers + "\r\n\r\n" + body;
        return RawHttp.sendWhole(dashboard.address(), request.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void withoutAnExplorerNothingOfItIsThere() throws Exception {
        try (Dashboard without = Dashboard.start(DashboardOptions.defaults().withPort(0))) {
            assertThat(Http.get(without.address().resolve("/explore")).statusCode())
                    .isEqualTo(404);
            assertThat(Http.get(without.address().resolve("/explore/api/controls"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Http.get(without.address().resolve("/gradients/api/pages"))
                            .body())
                    .isEqualTo("{\"pages\":[]}");
        }
    }

    @Test
    @SuppressWarnings("try") // the demo only has to be stopped at the end
    void theDemoHasAnExplorerOfRecordedNets() throws Exception {
        try (Dashboard demo = Dashboard.start(DashboardOptions.defaults().withPort(0));
                LiveDemo live = demo.demo()) {
            HttpResponse<String> picture = Http.get(demo.address().resolve("/explore/api/picture?depth=5"));
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.body()).contains("\"title\":\"5 × 128 tanh, torch-linear\"");
            assertThat(Http.get(demo.address().resolve("/explore/api/units?layer=1"))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void thePageIsThereAndNamedToTheOthers() {
        assertThat(get("/explore").statusCode()).isEqualTo(200);
        assertThat(get("/explore").body()).contains("/assets/gradientlab/explore/");
        assertThat(get("/gradients/api/pages").body())
                .isEqualTo("{\"pages\":[{\"name\":\"Explore\",\"path\":\"/explore\"}]}");
    }

    @Test
    void theExplorerEndsWithTheDashboard() {
        assertThatThrownBy(() -> dashboard.explore(new FakeExplorer())).isInstanceOf(IllegalStateException.class);
        dashboard.close();
        assertThat(explorer.closed).isTrue();
    }

    @Test
    void settingsReachTheExplorerAndWhatBelongsToThePageDoesNot() {
        get("/explore/api/picture?init=scaled&weightStd=1.2&page=p&turn=3&try=true");
        assertThat(explorer.pictured).containsExactly(Map.of("init", "scaled", "weightStd", "1.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "picture?impossible=1            | 400 | This cannot be.",
                "picture?broken=1                | 500 | The dashboard could not answer: ",
                "picture?depth=1&depth=2         | 400 | The setting \\\"depth\\\" is given more than once.",
                "units?layer=x                   | 400 | The parameter layer must be a whole number",
                "histogram?layer=1               | 400 | The parameter quantity must be given once",
                "training?training=t9            | 404 | There is no such training.",
                "nothing                         | 404 | There is nothing at "
            })
    void whatCannotBeHadIsASentence(String question, int status, String sentence) {
        HttpResponse<String> answer = get("/explore/api/" + question);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(sentence).doesNotContain("\\tat ");
    }

    @Test
    void oneMayLookIntoANetInTraining() {
        assertThat(get("/explore/api/units?training=t1&net=1&layer=2").body()).contains("\"layer\":\"trained-t1-1-2\"");
        assertThat(get("/explore/api/histogram?training=t1&net=1&layer=2&quantity=z")
                        .body())
                .contains("\"low\":1.0");
    }

    @Test
    void parametersThatAreNotEncodedAreASentence() throws Exception {
        String request = "GET /explore/api/picture?depth=%zz HTTP/1.1\r\nHost: "
                + dashboard.address().getAuthority() + "\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(dashboard.address(), request))
                .startsWith("HTTP/1.1 400 ")
                .contains("The parameters of the address must be URL-encoded");
    }

    @Test
    void onlyTheNewestPictureOfAPageIsMade() throws Exception {
        CompletableFuture<HttpResponse<String>> first = later("/explore/api/picture?wait=1&page=p&turn=1");
        Eventually.holds("the first is being made", () -> explorer.waiting);
        CompletableFuture<HttpResponse<String>> second = later("/explore/api/picture?depth=2&page=p&turn=2");
        CompletableFuture<HttpResponse<String>> third = later("/explore/api/picture?depth=3&page=p&turn=3");
        CompletableFuture<HttpResponse<String>> other = later("/explore/api/picture?depth=4&page=q&turn=1");
        // All of them wait behind the first, which waits for the gate: asked in the meantime, others are answered.
        Eventually.holds(
                "others are answered", () -> get("/explore/api/controls").statusCode() == 200);
        Thread.sleep(300); // so that the second and third have arrived: their order does not matter
        explorer.gate.countDown();
        assertThat(third.get().statusCode()).isEqualTo(200);
        assertThat(other.get().statusCode()).isEqualTo(200);
        assertThat(second.get().statusCode()).isEqualTo(409);
        assertThat(first.get().statusCode()).isEqualTo(200);
        assertThat(explorer.pictured).doesNotContain(Map.of("depth", "2")).contains(Map.of("depth", "3"));
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        return CompletableFuture.supplyAsync(() -> get(path), work -> new Thread(work).start());
    }

    @Test
    void anOrderReachesTheTraining() throws Exception {
        assertThat(post(JSON, STEP)).startsWith("HTTP/1.1 200 ").contains("\"phase\":\"PAUSED\"");
        assertThat(explorer.orders).containsExactly(new Order(Order.Kind.STEP, 10, 0));
        assertThat(post(JSON, "{\"do\":\"start\",\"nets\":[{\"depth\":\"1\"}]}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"do\":\"explode\",\"training\":\"t1\"} | must be start, step, run, pause, rewind, speed, rate, record, save, end",
                "{\"do\":\"step\"}                        | needs the name of a training",
                "null                                     | must be a JSON object",
                "[1,2]                                    | must be a JSON object that http-api.md describes",
                "{\"do\":\"step\",\"do\":\"run\"}         | must be a JSON object that http-api.md describes",
                "{\"do\":\"step\"} {}                     | must be a JSON object that http-api.md describes",
                "{\"do\":\"step\",\"surprise\":1}         | must be a JSON object that http-api.md describes",
                "not JSON                                 | must be a JSON object that http-api.md describes"
            })
    void anOrderThatIsNoneIsRefused(String body, String sentence) throws Exception {
        assertThat(post(JSON, body)).startsWith("HTTP/1.1 400 ").contains(sentence);
        assertThat(explorer.orders).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/plain                                              | 415",
                "X: y                                                                  | 415",
                "Content-Type: application/json\\nSec-Fetch-Site: cross-site           | 403",
                "Content-Type: application/json\\nSec-Fetch-Site: same-site            | 403",
                "Content-Type: application/json\\nOrigin: http://attacker.example      | 403",
                "Content-Type: application/json\\nOrigin: null                         | 403",
                "Content-Type: application/json\\nReferer: http://attacker.example/x   | 403"
            })
    void anOrderOfAnotherSiteOrOfAnotherTypeIsRefused(String headers, String status) throws Exception {
        assertThat(post(headers.replace("\\n", "\r\n"), STEP)).startsWith("HTTP/1.1 " + status + " ");
        assertThat(explorer.orders).isEmpty();
    }

    @Test
    void anOrderOfUnknownLengthIsNotReadToItsEnd() throws Exception {
        // The server may hang up before the client has read its answer.
        assertThat(post(JSON + "\r\nTransfer-Encoding: chunked", STEP)).doesNotStartWith("HTTP/1.1 2");
        assertThat(explorer.orders).isEmpty();
    }

    @Test
    void anOrderThatIsTooLongIsRefused() throws Exception {
        assertThat(post(JSON, "{\"do\":\"" + "x".repeat(20_000) + "\"}")).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void nothingElseTakesABodyOrAnotherMethod() throws Exception {
        assertThat(Http.post(at("/explore/api/picture"), "{}").statusCode()).isEqualTo(405);
        assertThat(Http.post(at("/gradients/api/pages"), "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void tenThousandMalformedAndHostileRequestsLeaveItAnswering() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < REQUESTS; i++) {
            RawHttp.send(
                    dashboard.address(),
                    HostileRequests.next(random, dashboard.address().getAuthority()));
        }
        assertThat(get("/explore/api/picture").statusCode()).isEqualTo(200);
        assertThat(post(JSON, STEP)).startsWith("HTTP/1.1 200 ");
    }
}
