package gradientlab.ui.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;

/** The route of the Model tab's histograms, for a {@code UIModule}. */
public final class ModelTabRoute {
    private static final String PATH = "/gradients/api/model";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private ModelTabRoute() {}

    /**
     * {@code GET /gradients/api/model?session=ID&layer=NAME}.
     *
     * @param storages those attached to the server, asked anew for each request
     */
    public static Route of(Supplier<List<StatsStorage>> storages) {
        return new Route(PATH, HttpMethod.GET, (none, context) -> answer(context, storages.get()));
    }

    private static void answer(RoutingContext context, List<StatsStorage> storages) {
        String session = context.request().getParam("session");
        String layer = context.request().getParam("layer");
        if (session == null || layer == null) {
            error(context, BAD_REQUEST, PATH + " needs the parameters session and layer.");
            return;
        }
        try {
            send(context, OK, ModelTab.histograms(storages, session, layer));
        } catch (NoSuchElementException e) {
            error(context, NOT_FOUND, e.getMessage());
        }
    }

    private static void error(RoutingContext context, int status, String sentence) {
        send(context, status, new JsonObject().put("error", sentence));
    }

    private static void send(RoutingContext context, int status, JsonObject json) {
        context.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json; charset=utf-8")
                .putHeader("cache-control", "no-store")
                .end(json.encode());
    }
}
