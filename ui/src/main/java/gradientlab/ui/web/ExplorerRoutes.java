package gradientlab.ui.web;

import gradientlab.ui.explorer.Explorer;
import gradientlab.ui.explorer.ExplorerException;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * The explorer page and its JSON: {@code /explore} and all below, and {@code /gradients/api/pages}, which names it.
 *
 * <p>Pictures are made one after the other, and of each page only the newest it asked for; other questions have threads of
 * their own. What waits is bounded, and refused beyond.
 */
public final class ExplorerRoutes implements Handler<HttpServerRequest> {

    /** Of the page. */
    public static final String PATH = "/explore";

    private static final String API = PATH + "/api/";
    private static final String PAGES = "/gradients/api/pages";
    private static final String PAGE = "/gradientlab/ui/pages/explore.html";
    private static final int OTHERS = 2;
    private static final int CONFLICT = 409;

    private final Explorer explorer;
    private final Waiting pictures;
    private final Waiting others;
    private final NewestTurns turns = new NewestTurns();

    /** Answers by an explorer until Vert.x ends. */
    public ExplorerRoutes(Vertx vertx, Explorer explorer) {
        this.explorer = explorer;
        this.pictures = new Waiting(vertx.createSharedWorkerExecutor("explorer pictures", 1));
        this.others = new Waiting(vertx.createSharedWorkerExecutor("explorer", OTHERS));
    }

    /** Questions that wait for a thread, bounded. */
    private static final class Waiting {
        private static final int MOST = 64;

        private final WorkerExecutor threads;
        private int waiting; // on the event loop alone

        Waiting(WorkerExecutor threads) {
            this.threads = threads;
        }

        void answer(HttpServerRequest request, Supplier<Reply> work) {
            if (waiting >= MOST) {
                Reply.error(ExplorerStatus.TOO_MANY, "More than " + MOST + " questions wait: ask again later.")
                        .send(request);
                return;
            }
            waiting++;
            threads.<Reply>executeBlocking(
                    result -> result.complete(Reply.attempt(request.path(), work)), false, reply -> {
                        waiting--;
                        reply.result().send(request);
                    });
        }
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.method() == HttpMethod.POST) {
            request.bodyHandler(body ->
                    others.answer(request, explored(() -> TrainingOrders.answer(explorer, body.getBytes()))));
        } else if (request.path().equals(PATH)) {
            others.answer(request, () -> Page.reply(PAGE));
        } else {
            question(request);
        }
    }

    private void question(HttpServerRequest request) {
        String name = request.path().startsWith(API) ? request.path().substring(API.length()) : request.path();
        MultiMap parameters;
        try {
            parameters = request.params();
        } catch (IllegalArgumentException e) {
            Reply.error(
                            Refusal.MALFORMED,
                            "The parameters of the address must be URL-encoded in UTF-8, but they are not.")
                    .send(request);
            return;
        }
        if (name.equals("picture")) {
            picture(request, parameters);
        } else if (name.equals(PAGES)) {
            Reply.json(new PagesAnswer(List.of(new PagesAnswer.Entry("Explore", PATH))))
                    .send(request);
        } else if (ExplorerApi.QUESTIONS.containsKey(name)) {
            others.answer(
                    request,
                    explored(() -> ExplorerApi.QUESTIONS.get(name).apply(explorer, new ExplorerQuery(parameters))));
        } else {
            Reply.error(Refusal.NOT_THERE, "There is nothing at " + Refusal.quoted(request.path()) + ".")
                    .send(request);
        }
    }

    private void picture(HttpServerRequest request, MultiMap parameters) {
        String page = parameters.contains("page") ? parameters.get("page") : "";
        long turn = turns.asked(page, parameters.get("turn"));
        pictures.answer(request, () -> {
            if (turns.isOvertaken(page, turn)) {
                return Reply.error(CONFLICT, "The page has asked for a newer picture.");
            }
            return explored(() -> PictureAnswer.of(explorer, new ExplorerQuery(parameters)))
                    .get();
        });
    }

    private static Supplier<Reply> explored(Supplier<Object> work) {
        return () -> {
            try {
                return Reply.json(work.get());
            } catch (ExplorerException e) {
                return Reply.error(ExplorerStatus.of(e.reason()), e.getMessage());
            }
        };
    }

    /** The pages' list of a server without an explorer. */
    static Object noPages() {
        return new PagesAnswer(List.of());
    }

    /** Which pages there are besides; see {@code http-api.md}. */
    record PagesAnswer(List<Entry> pages) {

        /** A page. */
        record Entry(String name, String path) {}
    }
}
