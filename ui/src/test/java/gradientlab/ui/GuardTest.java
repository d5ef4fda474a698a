package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.deeplearning4j.ui.i18n.I18NProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int NOT_MODIFIED = 304;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Dashboard dashboard;

    @BeforeAll
    static void start() throws Exception {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        new TinyTraining(dashboard.listener("run", 1)).fit(2);
        Eventually.holds(
                "the session is shown",
                () -> get("/train/sessions/current").body().equals("run"));
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @AfterEach
    void speakEnglish() {
        I18NProvider.getInstance().setDefaultLanguage("en");
    }

    @ParameterizedTest
    @CsvSource({"/, /gradients", "/train, /train/overview"})
    void theRootLeadsToGradientsAndTrainToTheOverview(String path, String start) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(FOUND);
        assertThat(get(path).headers().firstValue("location")).hasValue(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activations",
                "/activations/data",
                "/tsne",
                "/tsne/sessions",
                "/samediff",
                "/remoteReceive",
                "/train/overview/",
                "/train/model/data",
                "/train/nothing",
                "/setlang/en/de",
                "/setlang/xx",
                "/setlang/EN",
                "/train/workers/setByIdx/1",
                "/train/workers/setByIdx/-1",
                "/train/workers/setByIdx/99999999999",
                "/train/sessions/set/none",
                "/train/model/data/99",
                "/train/model/data/-1",
                "/train/model/data/x",
                "/favicon.ico"
            })
    void whatTheDashboardDoesNotHaveIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(NOT_FOUND);
        assertThatThePagesLive();
    }

    @Test
    void anUploadIsRefused() throws Exception {
        for (String path : new String[] {"/tsne/upload", "/samediff/file", "/remoteReceive", "/", "/gradients"}) {
            var upload = request(path)
                    .header("content-type", "multipart/form-data; boundary=B")
                    .POST(BodyPublishers.ofString(
                            "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n"
                                    + "x".repeat(100_000) + "\r\n--B--\r\n"))
                    .build();
            assertThat(statusOf(upload)).as(path).isIn(NOT_FOUND, METHOD_NOT_ALLOWED);
        }
    }

    @Test
    void aGetWithABodyIsRefused() throws Exception {
        var withBody = request("/train/overview")
                .method("GET", BodyPublishers.ofString("name=value"))
                .build();

        assertThat(statusOf(withBody)).isEqualTo(BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void otherMethodsAreRefused(String method) throws Exception {
        String answer = RawHttp.send(
                dashboard.address(),
                method + " /train/overview HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").containsIgnoringCase("allow: GET, HEAD");
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        String length = String.valueOf(get("/train/overview").body().length());
        String answer = RawHttp.send(
                dashboard.address(),
                "HEAD /train/overview HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(length).matches("\\d{4,}");
        assertThat(answer).containsPattern("(?i)content-length: \\d{4,}");
    }

    @ParameterizedTest
    @CsvSource({"attacker.example", "attacker.example:9000", "localhost", "''"})
    void anotherHostNameIsForbiddenWithASentence(String host) throws Exception {
        String answer = RawHttp.send(
                dashboard.address(), "GET /train/overview HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("DNS rebinding", "localhost:" + port());
    }

    @Test
    void twoHostNamesAreForbidden() throws Exception {
        String answer = RawHttp.send(
                dashboard.address(),
                "GET /train/overview HTTP/1.1\r\nHost: " + host() + "\r\nHost: attacker.example\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aNameOfThisMachineIsAnswered() throws Exception {
        assertThat(Http.get(URI.create("http://localhost:" + port() + "/train/overview"))
                        .statusCode())
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/setlang/de", "/train/sessions/set/run", "/train/workers/setByIdx/0"})
    void anotherSitesPageCannotChangeWhatIsShown(String path) throws Exception {
        assertThat(statusOf(request(path).header("sec-fetch-site", "cross-site").build()))
                .isEqualTo(FORBIDDEN);
        assertThat(statusOf(request(path).header("sec-fetch-site", "same-site").build()))
                .isEqualTo(FORBIDDEN);
        assertThat(statusOf(
                        request(path).header("sec-fetch-site", "same-origin").build()))
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://attacker.example, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Origin, file:///tmp/page.html, 403",
        "Origin, http://HOST, 200",
        "Referer, http://attacker.example/http://HOST, 403",
        "Referer, http://HOST.attacker.example/, 403",
        "Referer, http://HOST/train/overview, 200",
    })
    void aBrowserThatDoesNotSayTheSiteSaysThePage(String header, String page, int status) throws Exception {
        // The client of Java's own does not send these.
        String answer = RawHttp.send(
                dashboard.address(),
                "GET /setlang/en HTTP/1.1\r\nHost: " + host() + "\r\n" + header + ": " + page.replace("HOST", host())
                        + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "ja", "zh", "ko", "ru"})
    void everyLanguageOfTheMenuCanBeChosen(String language) throws Exception {
        assertThat(get("/train/overview").body()).contains("languageSelect('" + language + "'");
        assertThat(get("/setlang/" + language).statusCode()).isEqualTo(OK);
        assertThatThePagesLive();
    }

    @Test
    void theMenuHasNoOtherLanguage() throws Exception {
        assertThat(get("/train/overview").body().split("languageSelect\\(", -1)).hasSize(1 + 6);
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/js/train/model.js,text/javascript; charset=utf-8",
        "/assets/gradientlab/model-tab.js,text/javascript; charset=utf-8",
        "/assets/css/style.css,text/css; charset=utf-8",
        "/assets/img/favicon.ico,image/x-icon",
        "/assets/webjars/jquery/3.7.1/dist/jquery.min.js,text/javascript; charset=utf-8",
        "/assets/webjars/jquery/3.7.1/dist/jquery.min.map,application/json; charset=utf-8",
        "/assets/webjars/coreui__icons/0.3.0/fonts/CoreUI-Icons-Linear-Free.ttf,font/ttf"
    })
    void anAssetHasItsMediaType(String path, String type) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(OK);
        assertThat(get(path).headers().firstValue("content-type")).hasValue(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets",
                "/assets/missing.js",
                "/assets/webjars",
                "/assets/webjars/popper.js",
                "/assets/js",
                "/assets/gradientlab/draw",
                "/assets/webjars/jquery/3.7.1",
                "/assets/META-INF/MANIFEST.MF",
                "/assets/legacy/deeplearning4j.img",
                "/assets/../templates/TrainingModel.html.ftl",
                "/assets/webjars/../../MANIFEST.MF",
                "/assets/webjars/%2e%2e/%2e%2e/MANIFEST.MF",
                "/assets/webjars/..%2f..%2fMANIFEST.MF",
                "/assets/%2fetc/passwd.json",
                "/assets/js/train%2fmodel.js",
                "/assets/js//train/model.js"
            })
    void whatIsNoAssetIsNotFoundAtOnce(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(NOT_FOUND);
    }

    @Test
    void anAssetIsAskedForAgainButSentOnlyWhenItHasChanged() throws Exception {
        HttpResponse<String> first = get("/assets/js/train/model.js");
        String tag = first.headers().firstValue("etag").orElseThrow();

        assertThat(first.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(statusOf(request("/assets/js/train/model.js")
                        .header("if-none-match", tag)
                        .build()))
                .isEqualTo(NOT_MODIFIED);
        assertThat(statusOf(request("/assets/js/train/train.js")
                        .header("if-none-match", tag)
                        .build()))
                .isEqualTo(OK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/train/overview", "/train/overview/data", "/assets/css/style.css", "/gradients", "/nothing"})
    void everyAnswerHasTheHeadersThatProtectIt(String path) throws Exception {
        var headers = get(path).headers();

        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'self'")
                .containsPattern("script-src 'self'( 'sha256-[A-Za-z0-9+/]{43}='){6};");
    }

    private static void assertThatThePagesLive() throws Exception {
        for (String page : new String[] {"overview", "model", "system"}) {
            assertThat(get("/train/" + page).statusCode()).as(page).isEqualTo(OK);
        }
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return Http.get(URI.create("http://" + host() + path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20));
    }

    private static int statusOf(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String host() {
        return "127.0.0.1:" + port();
    }

    private static int port() {
        return dashboard.address().getPort();
    }
}
