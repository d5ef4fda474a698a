package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand requests that nobody should send, the same ones each time, and the stock pages after them. */
class MalformedRequestsTest {
    private static final int REQUESTS = 10_000;
    private static final int OK = 200;

    private static final String[] PATHS = {
        "/train/overview",
        "/train/model",
        "/train/system",
        "/train/overview/data",
        "/train/model/data/",
        "/train/model/graph",
        "/train/system/data",
        "/train/sessions/info",
        "/train/sessions/set/",
        "/train/sessions/lastUpdate/",
        "/train/workers/setByIdx/",
        "/setlang/",
        "/assets/",
        "/assets/webjars/",
        "/assets/js/train/model.js",
        "/tsne/upload",
        "/remoteReceive",
        "/samediff",
        "/activations",
        "/",
        "/train"
    };
    private static final String[] PIECES = {
        "..",
        "%2e%2e",
        "%2f",
        "%00",
        "%",
        "%zz",
        "\\",
        "//",
        ";a=b",
        "?a=b&a",
        "#",
        "0",
        "-1",
        "99999999999999999999",
        "NaN",
        "1e9",
        "run",
        "xx",
        "%C3%BC",
        "%c0%ae",
        "\u00fc",
        "<script>",
        "'\"",
        "${7*7}",
        " ",
        "\t",
        "run%20(2)"
    };
    private static final String[] METHODS = {
        "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "G\u00ebT", ""
    };
    private static final String[] VERSIONS = {"HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/9.9", "HTTP", ""};
    private static final String[] HEADERS = {
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "Content-Length: 3\r\nContent-Length: 4",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: nonsense",
        "Content-Type: multipart/form-data; boundary=B",
        "Content-Type: multipart/form-data",
        "Content-Type: application/x-www-form-urlencoded",
        "Upgrade: websocket\r\nConnection: Upgrade",
        "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: nonsense",
        "Expect: 100-continue",
        "Expect: nonsense",
        "Range: bytes=9-1",
        "If-None-Match: *",
        "Sec-Fetch-Site: cross-site",
        "Host: attacker.example",
        "Cookie: =;=;",
        ": empty",
        "no colon",
        "Accept-Encoding: gzip;q=NaN",
        "Connection: close, close, keep-alive"
    };
    private static final String[] BODIES = {
        "",
        "x",
        "5\r\nhello\r\n0\r\n\r\n",
        "ffffffff\r\nx",
        "nonsense\r\n",
        "--B\r\nContent-Disposition: form-data; name=\"f\"" + "; filename=\"../../f\"\r\n\r\nx\r\n--B--\r\n",
        "a=b&%zz=%",
        "{\"a\":"
    };

    private static Dashboard dashboard;
    private final Random random = new Random(42);

    @BeforeAll
    static void train() throws Exception {
        dashboard = Dashboard.start(DashboardOptions.defaults().withPort(0));
        new TinyTraining(dashboard.listener("run", 1)).fit(3);
        Eventually.holds(
                "the session is shown", () -> body("/train/sessions/current").equals("run"));
    }

    @AfterAll
    static void close() {
        dashboard.close();
    }

    @Test
    void theServerAndEveryStockPageLiveOn() throws Exception {
        int answered = 0;
        for (int sent = 0; sent < REQUESTS; sent++) {
            if (RawHttp.send(dashboard.address(), next()).startsWith("HTTP/")) {
                answered++;
            }
        }
        // Sheer noise need not be answered; everything else is, or the server only hangs up.
        assertThat(answered).isGreaterThan(REQUESTS / 2);
        for (String path :
                new String[] {"overview", "model", "system", "overview/data", "system/data", "model/data/1"}) {
            assertThat(body("/train/" + path)).as(path).isNotEmpty();
        }
        assertThat(body("/train/overview")).as("still in English").contains("Model Score vs. Iteration");
        assertThat(body("/train/overview/data")).contains("\"scoresIter\":[0,1,2]");
        assertThat(body("/train/sessions/current")).isEqualTo("run");
        assertThat(body("/assets/js/train/model.js")).contains("renderModelPage");
    }

    private byte[] next() {
        return switch (random.nextInt(20)) {
            case 0 -> noise(1 + random.nextInt(200));
            case 1 -> text("GET /" + "a".repeat(random.nextInt(20_000)) + " HTTP/1.1\r\n\r\n");
            case 2 -> text("GET / HTTP/1.1\r\nX: " + "a".repeat(random.nextInt(40_000)) + "\r\n\r\n");
            default -> text(request());
        };
    }

    private String request() {
        var request = new StringBuilder(any(METHODS))
                .append(' ')
                .append(target())
                .append(' ')
                .append(any(VERSIONS));
        request.append("\r\nHost: ").append(dashboard.address().getAuthority()).append("\r\n");
        for (int header = random.nextInt(3); header > 0; header--) {
            request.append(any(HEADERS)).append("\r\n");
        }
        return request.append(random.nextInt(10) == 0 ? "" : "\r\n")
                .append(any(BODIES))
                .toString();
    }

    private String target() {
        var target = new StringBuilder(random.nextInt(20) == 0 ? "http://attacker.example" : "").append(any(PATHS));
        for (int piece = random.nextInt(4); piece > 0; piece--) {
            target.append(any(PIECES));
        }
        return target.toString();
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String body(String path) throws Exception {
        var answer = Http.get(URI.create("http://" + dashboard.address().getAuthority() + path));
        assertThat(answer.statusCode()).as(path).isEqualTo(OK);
        return answer.body();
    }
}
