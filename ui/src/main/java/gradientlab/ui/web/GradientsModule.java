package gradientlab.ui.web;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.deeplearning4j.ui.api.UIModule;
import org.deeplearning4j.ui.i18n.I18NResource;

/**
 * The pages under {@code /gradients} and their JSON, for any server of DL4J's.
 *
 * <p>DL4J finds it through {@code META-INF/services}. It reads the attached storages when it is asked and wants no
 * events of them: a module that throws while it is told of one ends the thread that tells all others.
 */
public final class GradientsModule implements UIModule {

    private final Library library = new Library();

    /** Without effect on anything else: DL4J makes more of them than it uses. */
    public GradientsModule() {
        // Only its public presence matters.
    }

    @Override
    public List<String> getCallbackTypeIDs() {
        return List.of();
    }

    @Override
    public List<Route> getRoutes() {
        List<Route> routes = new ArrayList<>();
        routes.add(get(Page.PATH, query -> Page.reply(Page.GRADIENTS)));
        Api.questions()
                .forEach((name, question) ->
                        routes.add(get(Api.ROOT + name, query -> Reply.json(question.apply(library, query)))));
        // A dashboard with an explorer answers this itself.
        routes.add(get(Api.ROOT + "pages", query -> Reply.json(ExplorerRoutes.noPages())));
        routes.add(new Route(
                Page.PATH + "/*",
                HttpMethod.GET,
                (none, request) -> Reply.to(request, query -> {
                    throw Refusal.notThere("There is nothing at "
                            + Refusal.quoted(request.request().path()) + ".");
                })));
        return routes;
    }

    private static Route get(String path, Function<Query, Reply> work) {
        return new Route(path, HttpMethod.GET, (List<String> none, RoutingContext request) -> Reply.to(request, work));
    }

    @Override
    public void reportStorageEvents(Collection<StatsStorageEvent> events) {
        // None are asked for.
    }

    @Override
    public void onAttach(StatsStorage storage) {
        library.add(storage);
    }

    @Override
    public void onDetach(StatsStorage storage) {
        library.remove(storage);
    }

    @Override
    public List<I18NResource> getInternationalizationResources() {
        return List.of();
    }
}
