package gradientlab.ui.stock;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which session the stock pages show: the newest one, until someone chooses.
 *
 * <p>DL4J stays at the first. Both keep one choice for the server, not one for each browser.
 */
final class Selection {
    private static final String SESSIONS = "/train/sessions/";

    private final StockRouter router;
    private boolean chosen;
    private int worker;

    Selection(StockRouter router) {
        this.router = router;
    }

    /** The session that is shown, or nothing before the first. */
    Optional<String> session() {
        chosen &= sessions().containsKey(current());
        if (!chosen) {
            newest().filter(session -> !session.equals(current())).ifPresent(this::show);
        }
        return Optional.of(current()).filter(session -> !session.isEmpty());
    }

    /** The place of the worker that is shown. */
    int worker() {
        return worker;
    }

    /** Shows a session from now on, if DL4J knows it. */
    boolean choose(String session) {
        boolean known = sessions().containsKey(session) && show(session);
        chosen |= known;
        return known;
    }

    /** Shows another of the session's workers, if it has as many. */
    boolean chooseWorker(int place) {
        boolean known = session()
                .map(session -> sessions().getJsonObject(session))
                .filter(facts -> place < facts.getInteger("numWorkers", 0))
                .isPresent();
        if (known) {
            router.get("/train/workers/setByIdx/" + place);
            worker = place;
        }
        return known;
    }

    /** DL4J's facts about all sessions, the oldest first; it goes on listing one that its storage has no more. */
    JsonObject sessions() {
        var facts = new JsonObject(router.get(SESSIONS + "info").body());
        var sorted = new JsonObject();
        facts.fieldNames().stream()
                .filter(session -> facts.getJsonObject(session).getInteger("numWorkers", 0) > 0)
                .sorted(Comparator.comparingLong(session -> started(facts, session)))
                .forEach(session -> sorted.put(session, facts.getJsonObject(session)));
        return sorted;
    }

    private Optional<String> newest() {
        return sessions().fieldNames().stream().reduce((older, newer) -> newer);
    }

    private static long started(JsonObject facts, String session) {
        return facts.getJsonObject(session).getValue("initTime") instanceof Number time
                ? time.longValue()
                : Long.MAX_VALUE;
    }

    private String current() {
        return router.get(SESSIONS + "current").body();
    }

    private boolean show(String session) {
        boolean known = router.get(SESSIONS + "set/" + encoded(session)).isOk();
        if (known) {
            worker = 0;
        }
        return known;
    }

    /** A name as a part of a path. */
    static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
