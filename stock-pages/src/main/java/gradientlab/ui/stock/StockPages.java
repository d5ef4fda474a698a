package gradientlab.ui.stock;

import gradientlab.ui.stock.StockRouter.Sent;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deeplearning4j.core.storage.StatsStorage;

/**
 * DL4J's Overview, Model and System pages and their data, repaired; nothing else of DL4J's server can be reached here.
 *
 * <p>To be used on one thread, the server's event loop.
 */
public final class StockPages {
    /** The languages in the pages' menu; with any other, every page of DL4J fails until the JVM ends. */
    public static final Set<String> LANGUAGES = Set.of("en", "de", "ja", "zh", "ko", "ru");

    private final StockRouter router;
    private final Supplier<List<StatsStorage>> storages;
    private final Selection selection;
    private final NotFinite notFinite = new NotFinite();
    private final List<Row> rows = List.of(
            Row.fixed("train/overview", this::page),
            Row.fixed("train/model", this::page),
            Row.fixed("train/system", this::page),
            Row.fixed("train/multisession", path -> send(path, Answer::plain)),
            Row.fixed("train/model/graph", path -> send(path, Answer::json)),
            Row.fixed("train/overview/data", this::overview),
            Row.with("train/model/data", this::model),
            Row.fixed("train/system/data", this::system),
            Row.fixed("train/sessions/info", path -> json(selection().sessions())),
            Row.fixed("train/sessions/current", path -> Answer.plain(shownSession())),
            Row.with(
                    "train/sessions/lastUpdate",
                    session -> send("train/sessions/lastUpdate/" + Selection.encoded(session), Answer::plain)),
            Row.changing("train/sessions/set", this::choose),
            Row.changing("train/workers/setByIdx", this::chooseWorker),
            Row.changing("setlang", this::speak));

    /**
     * A route: a path, or a path with one more part behind it.
     *
     * @param answer given that part, or else the whole path
     */
    private record Row(String path, boolean hasParameter, boolean changes, Function<String, Answer> answer) {
        static Row fixed(String path, Function<String, Answer> answer) {
            return new Row(path, false, false, answer);
        }

        static Row with(String path, Function<String, Answer> answer) {
            return new Row(path, true, false, answer);
        }

        static Row changing(String path, Function<String, Answer> answer) {
            return new Row(path, true, true, answer);
        }

        boolean matches(List<String> parts) {
            return path.equals(String.join(
                    "/", hasParameter ? parts.subList(0, Math.max(0, parts.size() - 1)) : parts));
        }

        Answer answer(List<String> parts) {
            return answer.apply(hasParameter ? parts.get(parts.size() - 1) : path);
        }
    }

    /**
     * The pages behind a router.
     *
     * @param router DL4J's
     * @param storages those attached to DL4J's server
     */
    public StockPages(Handler<HttpServerRequest> router, Supplier<List<StatsStorage>> storages) {
        this.router = new StockRouter(router);
        this.storages = storages;
        this.selection = new Selection(this.router);
    }

    /** Whether there is such a route. */
    public boolean has(List<String> path) {
        return row(path).isPresent();
    }

    /** Whether asking for it changes what everybody sees: session, worker, language. */
    public boolean changes(List<String> path) {
        return row(path).filter(Row::changes).isPresent();
    }

    /**
     * The answer to a {@code GET}.
     *
     * @param path decoded parts, such as {@code train}, {@code overview}; there must be such a route
     */
    public Answer answer(List<String> path) {
        return row(path)
                .orElseThrow(() -> new IllegalArgumentException("DL4J has no page /" + String.join("/", path) + "."))
                .answer(path);
    }

    private Optional<Row> row(List<String> path) {
        return rows.stream().filter(row -> row.matches(path)).findFirst();
    }

    private Selection selection() {
        return selection;
    }

    private Answer page(String path) {
        return send(path, Answer::html);
    }

    private Answer send(String path, Function<String, Answer> answer) {
        Sent sent = router.get("/" + path);
        return sent.isOk()
                ? answer.apply(sent.body())
                : Answer.failed("DL4J's page /" + path + " failed: see the log of the program that serves it.");
    }

    private static Answer json(JsonObject data) {
        return Answer.json(data.encode());
    }

    private String shownSession() {
        return selection.session().orElse("");
    }

    private Optional<Shown> shown() {
        return selection.session().flatMap(session -> Shown.of(storages.get(), session, selection.worker()));
    }

    private Answer overview(String path) {
        Optional<Shown> shown = shown();
        return send(
                path,
                body -> shown.map(run -> OverviewJson.repaired(new JsonObject(body), run, notFinite.of(run)))
                        .map(StockPages::json)
                        .orElse(Answer.json(body)));
    }

    private Answer system(String path) {
        Optional<Shown> shown = shown();
        return send(
                path,
                body -> shown.map(run -> SystemJson.repaired(new JsonObject(body), run))
                        .map(StockPages::json)
                        .orElse(Answer.json(body)));
    }

    private Answer model(String vertex) {
        Optional<Shown> shown = shown().filter(run -> run.latest().isPresent());
        Optional<Vertices> vertices = shown.flatMap(Shown::start).map(Vertices::of);
        Optional<Integer> place = vertices.filter(all -> vertex.matches("\\d+")).flatMap(all -> all.find(vertex));
        return place.isEmpty()
                ? Answer.notFound("The session shown has no layer " + vertex + " with a report.")
                : send("train/model/data/" + place.get(), body -> {
                    Shown run = shown.get();
                    return json(ModelJson.repaired(
                            new JsonObject(body),
                            vertices.get(),
                            place.get(),
                            run.latest().orElseThrow(),
                            notFinite.of(run)));
                });
    }

    private Answer choose(String session) {
        return selection.choose(session) ? Answer.plain("") : Answer.notFound("There is no session '" + session + "'.");
    }

    private Answer chooseWorker(String place) {
        return place.matches("\\d{1,6}") && selection.chooseWorker(Integer.parseInt(place))
                ? Answer.plain("")
                : Answer.notFound("The session shown has no worker " + place + ".");
    }

    private Answer speak(String language) {
        return LANGUAGES.contains(language)
                ? send("setlang/" + language, Answer::plain)
                : Answer.notFound("There is no language '" + language + "'; there are en, de, ja, zh, ko and ru.");
    }
}
