package gradientlab.ui;

import java.util.List;
import java.util.Random;

/** Requests of the explorer page that no page of ours sends. */
final class HostileRequests {

    private static final List<String> PATHS = List.of(
            "/explore",
            "/explore/",
            "/explore/../gradients",
            "/explore/api/picture",
            "/explore/api/units",
            "/explore/api/histogram",
            "/explore/api/java",
            "/explore/api/map",
            "/explore/api/training",
            "/explore/api/training/",
            "/explore/api/controls",
            "/explore/api/%2e%2e/controls",
            "/gradients/api/pages");
    private static final List<String> QUERIES = List.of(
            "",
            "?",
            "?depth=1e9",
            "?depth=" + "9".repeat(3000),
            "?%00=%00",
            "?a=%ff%fe",
            "?a=%",
            "?page=p&turn=99999999999999999999",
            "?page=" + "p".repeat(5000) + "&turn=1",
            "?layer=-1&quantity=..%2f",
            "?training=t1&since=-5",
            "?level=999999999",
            "?init=%3Cscript%3E",
            "?a=1&a=2&a=3");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[]",
            "null",
            "\"x\"",
            "{\"do\":null}",
            "{\"do\":\"start\"}",
            "{\"do\":\"start\",\"nets\":null}",
            "{\"do\":\"start\",\"nets\":[null]}",
            "{\"do\":\"start\",\"nets\":[{\"depth\":{}}]}",
            "{\"do\":\"rate\",\"training\":\"t1\",\"number\":1e999}",
            "{\"do\":\"rate\",\"training\":\"t1\",\"number\":\"NaN\",\"net\":-7}",
            "{\"do\":\"end\",\"training\":\"" + "t".repeat(9000) + "\"}",
            "[".repeat(8000),
            "{\"a\":".repeat(2000),
            "\u0000\u0001\u0002");
    private static final List<String> HEADERS = List.of(
            "Content-Type: application/json",
            "Content-Type: application/json; charset=utf-8",
            "Content-Type: text/html",
            "Sec-Fetch-Site: cross-site",
            "Origin: null",
            "Expect: 100-continue",
            "Transfer-Encoding: chunked",
            "Content-Encoding: gzip",
            "X: y");

    private HostileRequests() {}

    static String next(Random random, String host) {
        String method = random.nextInt(3) == 0 ? "GET" : random.nextInt(4) == 0 ? "PUT" : "POST";
        String body = any(random, BODIES);
        int length = random.nextInt(5) == 0 ? random.nextInt(40_000) : body.length();
        return method + " " + any(random, PATHS) + any(random, QUERIES) + " HTTP/1.1\r\nHost: " + host
                + "\r\nContent-Length: " + length + "\r\n" + any(random, HEADERS) + "\r\n\r\n" + body;
    }

    private static String any(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
