package gradientlab.ui.stock;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.Map;
import java.util.function.Function;

/**
 * DL4J's router, asked from inside: what it would answer to a {@code GET} of a path, without a connection.
 *
 * <p>Nothing of a real request reaches it but the path: no body, no header, no query.
 */
final class StockRouter {
    private static final int NO_ANSWER = 500;
    private static final int OK = 200;

    private final Handler<HttpServerRequest> router;

    StockRouter(Handler<HttpServerRequest> router) {
        this.router = router;
    }

    /**
     * What DL4J sent.
     *
     * @param body "" where it sent none
     */
    record Sent(int status, String body) {
        boolean isOk() {
            return status == OK;
        }
    }

    /** DL4J's answer, 500 if it gave none at once; its routes under {@code /train} answer before they return. */
    Sent get(String path) {
        var recording = new Recording();
        router.handle(request(path, recording.response));
        return recording.ended ? new Sent(recording.status, recording.body) : new Sent(NO_ANSWER, "");
    }

    private static HttpServerRequest request(String path, HttpServerResponse response) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        return StandIn.of(
                HttpServerRequest.class,
                Map.of(
                        "uri/0", none -> path,
                        "path/0", none -> path,
                        "method/0", none -> HttpMethod.GET,
                        "version/0", none -> HttpVersion.HTTP_1_1,
                        "headers/0", none -> headers,
                        "params/0", none -> parameters,
                        "getParam/1", name -> parameters.get((String) name[0]),
                        "response/0", none -> response,
                        "endHandler/1", handler -> end(handler[0])));
    }

    // There is no body to wait for.
    @SuppressWarnings("unchecked") // Vert.x hands over a Handler<Void> here
    private static Object end(Object handler) {
        if (handler != null) {
            ((Handler<Void>) handler).handle(null);
        }
        return null;
    }

    private static final class Recording {
        private int status = OK;
        private String body = "";
        private boolean ended;

        private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        private final Function<Object[], Object> finish = content -> {
            ended = true;
            if (content != null && (content[0] instanceof String || content[0] instanceof Buffer)) {
                body = content[0].toString();
            }
            return null;
        };

        final HttpServerResponse response = StandIn.of(
                HttpServerResponse.class,
                Map.of(
                        "setStatusCode/1",
                        code -> {
                            status = (int) code[0];
                            return null;
                        },
                        "getStatusCode/0",
                        none -> status,
                        "headers/0",
                        none -> headers,
                        "ended/0",
                        none -> ended,
                        "end/0",
                        finish,
                        "end/1",
                        finish,
                        "end/2",
                        finish));
    }
}
