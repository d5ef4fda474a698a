package gradientlab.ui;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.deeplearning4j.ui.VertxUIServer;

/**
 * DL4J's UI server, answering on an endpoint that listens already.
 *
 * <p>The stock server makes an HTTP server of its own, which listens on every interface and on a port from a static
 * field, and leaves a broken singleton behind when that fails. This one is shown a Vert.x whose only HTTP server is
 * the endpoint's; nothing else about it is changed. DL4J's remote receiver stays off.
 */
final class StockServer extends VertxUIServer {
    private final Endpoint endpoint;

    StockServer(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void init(Vertx vertx, Context context) {
        HttpServer server = serverToListenOn(vertx);
        super.init(Overriding.view(Vertx.class, vertx, Map.of("createHttpServer/0", (view, none) -> server)), context);
    }

    private HttpServer serverToListenOn(Vertx vertx) {
        return Overriding.view(
                HttpServer.class,
                endpoint.server(),
                Map.of(
                        "requestHandler/1",
                                (view, handler) -> {
                                    endpoint.serve(StockServer.<HttpServerRequest>handler(handler[0]));
                                    return view;
                                },
                        "listen/2",
                                (view, portAndCallback) -> {
                                    // Not at once: the stock callback needs what the call returns.
                                    vertx.runOnContext(
                                            now -> StockServer.<AsyncResult<HttpServer>>handler(portAndCallback[1])
                                                    .handle(Future.succeededFuture(view)));
                                    return view;
                                }));
    }

    @SuppressWarnings("unchecked") // the element type is lost on the way through the view
    private static <E> Handler<E> handler(Object argument) {
        return (Handler<E>) argument;
    }
}
