package gradientlab.ui;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.Map;
import org.deeplearning4j.ui.VertxUIServer;

/** DL4J's own server as it is, but for the interface: any free port of the loopback one. */
final class LoopbackStockServer extends VertxUIServer implements AutoCloseable {
    private Vertx own;

    static LoopbackStockServer running() {
        var server = new LoopbackStockServer();
        server.own = Vertx.vertx();
        Pending.<String>await("the start of the stock server", done -> server.own.deployVerticle(server, done));
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + getPort());
    }

    @Override
    public void init(Vertx vertx, Context context) {
        HttpServer real = vertx.createHttpServer();
        HttpServer server = Overriding.view(
                HttpServer.class,
                real,
                Map.of(
                        "requestHandler/1",
                        (view, handler) -> {
                            real.requestHandler(LoopbackStockServer.handler(handler[0]));
                            return view;
                        },
                        "listen/2",
                        (view, portAndCallback) -> {
                            real.listen(
                                    0,
                                    "127.0.0.1",
                                    LoopbackStockServer.<AsyncResult<HttpServer>>handler(portAndCallback[1]));
                            return view;
                        }));
        super.init(Overriding.view(Vertx.class, vertx, Map.of("createHttpServer/0", (view, none) -> server)), context);
    }

    @Override
    public void close() {
        Pending.<Void>await("the end of the stock server", own::close);
    }

    @SuppressWarnings("unchecked") // the element type is lost on the way through the view
    private static <E> Handler<E> handler(Object argument) {
        return (Handler<E>) argument;
    }
}
