package gradientlab.ui.guard;

import gradientlab.ui.stock.Answer;
import gradientlab.ui.stock.InlineScripts;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.regex.Pattern;

/** Sends answers, each with the headers that keep browsers from doing more with it than show it. */
final class GuardReply {
    private static final int REDIRECT = 302;
    private static final int NOT_MODIFIED = 304;
    private static final Pattern SHORT = Pattern.compile("\\d{1,6}"); // bytes, below a million
    private static final String CACHE = "cache-control";

    // DL4J's pages are full of inline styles, and hold two small scripts each, which are named by their hash.
    private static final Map<String, String> HEADERS = Map.of(
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer",
            "cross-origin-resource-policy",
            "same-origin",
            "x-frame-options",
            "SAMEORIGIN",
            "content-security-policy",
            "default-src 'self'; script-src 'self' " + InlineScripts.hashes() + "; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'self'");

    private GuardReply() {}

    /** Sets what every answer has, also those of pages that send their own. */
    static void secure(HttpServerRequest request) {
        HEADERS.forEach(request.response()::putHeader);
    }

    static void answer(HttpServerRequest request, Answer answer) {
        start(request, answer.status()).putHeader(CACHE, "no-store");
        send(request, answer.mediaType(), Buffer.buffer(answer.body()));
    }

    /** One sentence that says why there is nothing else; a long body that is still to come is not waited for. */
    static void refuse(HttpServerRequest request, int status, String sentence) {
        boolean hangUp = !isShort(request);
        if (hangUp) {
            request.response().putHeader("connection", "close");
        }
        answer(request, new Answer(status, "text/plain; charset=utf-8", sentence + "\n"));
        if (hangUp) {
            request.connection().close();
        }
    }

    // A client that cannot send all of a short body would not read the answer.
    private static boolean isShort(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        return request.getHeader("transfer-encoding") == null
                && (length == null || SHORT.matcher(length).matches());
    }

    static void redirect(HttpServerRequest request, String path) {
        start(request, REDIRECT).putHeader(CACHE, "no-store").putHeader("location", path);
        send(request, "text/plain; charset=utf-8", Buffer.buffer());
    }

    /** A file: kept by the browser, but asked for each time whether it has changed. */
    static void asset(HttpServerRequest request, Assets.Asset asset) {
        boolean known = asset.tag().equals(request.getHeader("if-none-match"));
        HttpServerResponse response = start(request, known ? NOT_MODIFIED : 200);
        response.putHeader(CACHE, "no-cache").putHeader("etag", asset.tag());
        if (known) {
            response.end();
        } else {
            send(request, asset.mediaType(), Buffer.buffer(asset.content()));
        }
    }

    private static HttpServerResponse start(HttpServerRequest request, int status) {
        return request.response().setStatusCode(status);
    }

    private static void send(HttpServerRequest request, String mediaType, Buffer body) {
        HttpServerResponse response = request.response()
                .putHeader("content-type", mediaType)
                .putHeader("content-length", String.valueOf(body.length()));
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
