package gradientlab.ui;

import gradientlab.ui.guard.ExplorerGate;
import gradientlab.ui.guard.Guard;
import gradientlab.ui.stock.StockPages;
import gradientlab.ui.stock.UploadFolder;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
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
 * the endpoint's, with a guard between the two; nothing else about it is changed. DL4J's remote receiver stays off.
 */
final class StockServer extends VertxUIServer {
    private final Endpoint endpoint;
    private final ExplorerGate explorer;

    /** @param explorer lets the explorer page through, once there is one */
    StockServer(Endpoint endpoint, ExplorerGate explorer) {
        this.endpoint = endpoint;
        this.explorer = explorer;
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
                                    endpoint.serve(guarded(handler(handler[0])));
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

    private Guard guarded(Handler<HttpServerRequest> router) {
        return new Guard(endpoint.names(), new StockPages(router, this::getStatsStorageInstances), router, explorer);
    }

    /** Starts DL4J's pages, without the folder for uploads: the guard lets none through. */
    @Override
    public void start(Promise<Void> done) throws Exception {
        long from = System.currentTimeMillis();
        super.start(done);
        UploadFolder.remove(from, System.currentTimeMillis());
    }

    @SuppressWarnings("unchecked") // the element type is lost on the way through the view
    private static <E> Handler<E> handler(Object argument) {
        return (Handler<E>) argument;
    }
}
