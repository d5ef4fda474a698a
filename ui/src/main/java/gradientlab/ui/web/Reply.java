package gradientlab.ui.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.impl.HttpStatusException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes back to the browser.
 *
 * @param status of HTTP
 * @param type media type
 * @param body all of it
 */
record Reply(int status, String type, Buffer body) {

    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);
    private static final int OK = 200;
    private static final int BROKEN = 500;

    static Reply json(Object answer) {
        return new Reply(OK, PageJson.TYPE, PageJson.of(answer));
    }

    static Reply error(int status, String sentence) {
        return new Reply(status, PageJson.TYPE, PageJson.of(Map.of("error", sentence)));
    }

    /** Works the answer out on a thread that may take its time, and sends it; whatever fails becomes an answer too. */
    static void to(RoutingContext request, Function<Query, Reply> work) {
        request.vertx()
                .<Reply>executeBlocking(
                        result -> result.complete(attempt(request.request().path(), () -> work.apply(query(request)))),
                        false,
                        reply -> reply.result().send(request.request()));
    }

    /** The answer that some work gives; whatever fails becomes an answer too. */
    static Reply attempt(String path, Supplier<Reply> work) {
        try {
            return work.get();
        } catch (Refusal e) {
            return error(e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.error("The dashboard could not answer {}.", path, e);
            return error(BROKEN, "The dashboard could not answer: " + e + ". Its log has the details.");
        }
    }

    private static Query query(RoutingContext request) {
        try {
            return new Query(request.queryParams());
        } catch (HttpStatusException e) {
            throw Refusal.malformed("The parameters of the address must be URL-encoded in UTF-8, but they are not: "
                    + e.getCause().getMessage() + ".");
        }
    }

    void send(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        // The browser may be gone by now.
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(status)
                    .putHeader("content-type", type)
                    .putHeader("cache-control", "no-store")
                    .putHeader("x-content-type-options", "nosniff");
            if (request.method() == HttpMethod.HEAD) {
                response.putHeader("content-length", String.valueOf(body.length()))
                        .end();
            } else {
                response.end(body);
            }
        }
    }
}
