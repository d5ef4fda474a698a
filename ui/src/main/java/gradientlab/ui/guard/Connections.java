package gradientlab.ui.guard;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of a server, each with a deadline that only a whole request moves.
 *
 * <p>Bytes do not: a client that sends or reads one of them now and then would keep its connection for ever. Where there
 * are too many, the one closes whose deadline is next: of those that sent no request, if there are any.
 */
public final class Connections {
    private static final String NO_HTTP_2 = "vertx.disableH2c";
    private static final int LOOKS = 4; // in the shortest of the deadlines

    private final Patience patience;
    private final Map<HttpConnection, Long> deadlines = new ConcurrentHashMap<>();

    private Connections(Patience patience) {
        this.patience = patience;
    }

    /** Those of a server that does not listen yet; they have no deadline before {@link #watch}. */
    public static Connections of(HttpServer server, Patience patience) {
        var connections = new Connections(patience);
        server.connectionHandler(connections::opened);
        return connections;
    }

    /** Closes what is overdue from now on, until Vert.x ends. */
    public void watch(Vertx vertx) {
        long shortest = Math.min(patience.first().toMillis(), patience.next().toMillis());
        vertx.setPeriodic(Math.max(1, shortest / LOOKS), timer -> closeOverdue());
    }

    /**
     * A server of HTTP/1.1 alone: one that waits for HTTP/2 without TLS knows nothing of a connection before it has sent
     * something, and keeps it for ever.
     */
    public static synchronized HttpServer server(Vertx vertx, HttpServerOptions options) {
        String before = System.getProperty(NO_HTTP_2);
        System.setProperty(NO_HTTP_2, "true");
        try {
            return vertx.createHttpServer(options);
        } finally {
            if (before == null) {
                System.clearProperty(NO_HTTP_2);
            } else {
                System.setProperty(NO_HTTP_2, before);
            }
        }
    }

    private void opened(HttpConnection connection) {
        connection.closeHandler(closed -> deadlines.remove(connection));
        deadlines.put(connection, in(patience.first()));
        if (deadlines.size() > patience.connections()) {
            deadlines.entrySet().stream()
                    .min((one, other) -> Long.signum(one.getValue() - other.getValue()))
                    .ifPresent(next -> end(next.getKey()));
        }
    }

    /** A whole request has come, and the next one may take its time. */
    public void asked(HttpConnection connection) {
        deadlines.computeIfPresent(connection, (same, before) -> in(patience.next()));
    }

    private void closeOverdue() {
        long now = System.nanoTime();
        List<HttpConnection> overdue = deadlines.entrySet().stream()
                .filter(each -> each.getValue() - now < 0)
                .map(Map.Entry::getKey)
                .toList();
        overdue.forEach(this::end);
    }

    private void end(HttpConnection connection) {
        deadlines.remove(connection);
        // Its own close() waits until the client has read what was sent.
        var unused = ((ConnectionBase) connection).channel().close();
    }

    private static long in(Duration wait) {
        return System.nanoTime() + wait.toNanos();
    }
}
