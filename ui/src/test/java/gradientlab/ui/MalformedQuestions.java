package gradientlab.ui;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Requests to the gradients pages that are wrong in some way, the same ones for the same seed. */
final class MalformedQuestions {
    private static final List<String> QUESTIONS =
            List.of("sessions", "session", "flow", "histograms", "units", "lives", "findings", "model", "", "..", "x");
    private static final List<String> NAMES =
            List.of("session", "layer", "iteration", "quantity", "SESSION", "", "x", "session[]", "%00");
    private static final List<String> VALUES = List.of(
            "",
            "trained",
            "live",
            "NaN%20at%20iteration%2040",
            "0",
            "1",
            "40",
            "-1",
            "1e9",
            "99999999999999999999",
            "NaN",
            "%",
            "%zz",
            "%C3%28",
            "%ff%fe",
            "%00",
            "..%2f..%2fetc",
            "'%20OR%20'1'='1",
            "%3Cscript%3E",
            "z",
            "a",
            "delta",
            "values:W",
            "gradient:",
            "update:%F0%9F%8C%8A",
            ":",
            "relu-1",
            "tanh-1",
            "0",
            "output");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW", "", "get");
    private static final List<String> VERSIONS =
            List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/0.9", "HTTP/2.0", "HTTP/x", "");

    private static final List<String> HOSTS = List.of("", "a b", "evil.example", "\u0000", "[", "127.0.0.1:1");

    private final Random random;
    private final String authority;
    private final List<Supplier<Request>> kinds =
            List.of(this::question, this::question, this::question, this::path, this::withBody, this::brokenHttp);

    MalformedQuestions(Random random, String authority) {
        this.random = random;
        this.authority = authority;
    }

    /**
     * What is sent.
     *
     * @param whole whether the server can know where it ends; otherwise the sender has to hang up
     */
    record Request(byte[] bytes, boolean whole) {}

    Request next() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    /** Well-formed HTTP that asks nonsense. */
    private Request question() {
        var query = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            query.append(query.isEmpty() ? "?" : "&").append(pair());
        }
        return whole("/gradients/api/" + of(QUESTIONS) + query);
    }

    private String pair() {
        // Mostly the parameters there are, so that their values are looked at.
        String name = random.nextInt(4) > 0 ? NAMES.get(random.nextInt(4)) : of(NAMES);
        return switch (random.nextInt(12)) {
            case 0 -> name;
            case 1 -> name + "=" + "x".repeat(random.nextInt(6000));
            case 2 -> "=" + of(VALUES);
            default -> name + "=" + of(VALUES);
        };
    }

    /** A path that is none. */
    private Request path() {
        var path = new StringBuilder("/gradients");
        for (int i = random.nextInt(8); i > 0; i--) {
            path.append(of(
                    List.of("/", "//", "/..", "/.", "/%2e%2e", "/%00", "/%", "/api", "/é", "\\", "/:", "/*", ";a=b")));
        }
        return whole(random.nextInt(20) == 0 ? path + "/x".repeat(random.nextInt(20_000)) : path.toString());
    }

    /** Another method, with a body whose length may be a lie. */
    private Request withBody() {
        byte[] body = new byte[random.nextInt(3000)];
        random.nextBytes(body);
        String length = of(List.of("" + body.length, "0", "-1", "1", "999999999999", "x", "" + (body.length + 5)));
        String coding = random.nextInt(4) == 0 ? "Transfer-Encoding: chunked\r\n" : "";
        String type = of(List.of("application/json", "multipart/form-data; boundary=x", "multipart/form-data", "x"));
        String head = of(METHODS) + " /gradients/api/" + of(QUESTIONS) + " HTTP/1.1\r\nHost: " + authority
                + "\r\nContent-Length: " + length + "\r\nContent-Type: " + type + "\r\n" + coding
                + "Connection: close\r\n\r\n";
        return new Request(joined(head.getBytes(StandardCharsets.ISO_8859_1), body), true);
    }

    /** Hardly HTTP at all. */
    private Request brokenHttp() {
        byte[] noise = new byte[random.nextInt(400)];
        random.nextBytes(noise);
        byte[] sound = get("/gradients/api/sessions");
        return switch (random.nextInt(6)) {
            case 0 -> new Request(noise, false);
            case 1 -> new Request(joined(text("GET /gradients HTTP/1.1\r\nHost: "), noise), false);
            case 2 -> new Request(Arrays.copyOf(sound, random.nextInt(sound.length)), false);
            case 3 -> head("GET /gradients/api/sessions " + of(VERSIONS), "A: b\r\n".repeat(random.nextInt(4000)));
            case 4 -> head("GET /gradients HTTP/1.1", "Host: " + of(HOSTS) + "\r\n");
            default -> head(of(METHODS) + " " + of(VALUES) + " " + of(VERSIONS), "");
        };
    }

    private static Request head(String line, String headers) {
        return new Request(text(line + "\r\n" + headers + "Connection: close\r\n\r\n"), true);
    }

    private Request whole(String target) {
        return new Request(get(target), true);
    }

    private byte[] get(String target) {
        return text("GET " + target + " HTTP/1.1\r\nHost: " + authority + "\r\nConnection: close\r\n\r\n");
    }

    private <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
