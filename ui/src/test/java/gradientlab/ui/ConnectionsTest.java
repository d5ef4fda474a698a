package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.ui.guard.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that open connections and do not do their part. */
class ConnectionsTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final int LIMIT_MILLISECONDS = 20_000; // it only turns a hang into a failure

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<Socket> sockets = new ArrayList<>();

    static {
        Logging.throughSlf4j();
    }

    @AfterEach
    void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        Pending.<Void>await("the end", vertx::close);
    }

    @Test
    void whoSendsNoWholeRequestInTimeIsHungUpOn() throws Exception {
        Endpoint server = server(new Patience(100, SHORT, LONG), "answer");
        for (String part :
                List.of("", "G", "GET / HTTP/1.1\r\nHost: h", "GET / HTTP/1.1\r\nX: ", "PRI * HTTP/2.0\r\n")) {
            assertThat(untilClosed(open(server, part))).as(part).isEmpty();
        }
    }

    @Test
    void bytesNowAndThenMoveNoDeadline() throws Exception {
        Socket drip = open(server(new Patience(100, SHORT, LONG), "answer"), "GET /");
        Eventually.holds("it is closed", () -> {
            try {
                drip.getOutputStream().write('x');
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    @Test
    void aBodyIsNotWaitedForLongerThanItsRequest() throws Exception {
        Socket half = open(
                server(new Patience(100, SHORT, LONG), "answer"),
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nhalf");

        assertThat(untilClosed(half)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoAsksInTimeKeepsTheConnection() throws Exception {
        Duration first = Duration.ofSeconds(2);
        Socket asking = open(server(new Patience(100, first, LONG), "answer"), REQUEST);
        assertThat(read(asking)).startsWith("HTTP/1.1 200 ");
        asking.setSoTimeout((int) first.plus(first).toMillis());

        assertThat(stillOpen(asking)).isTrue();
    }

    @Test
    void whoAsksNoMoreOrDoesNotReadTheAnswerIsHungUpOn() throws Exception {
        Endpoint server = server(new Patience(100, LONG, SHORT), "x".repeat(50_000_000));
        Socket idle = open(server, REQUEST);

        // Far longer than the deadline; what has not been sent by then is not sent any more.
        Thread.sleep(SHORT.multipliedBy(5).toMillis());
        assertThat(untilClosed(idle)).startsWith("HTTP/1.1 200 ").hasSizeLessThan(50_000_000);
    }

    @Test
    void ofTooManyConnectionsThoseWithoutARequestGoFirst() throws Exception {
        Endpoint server = server(new Patience(8, LONG.dividedBy(2), LONG), "answer");
        Socket asking = open(server, REQUEST);
        assertThat(read(asking)).startsWith("HTTP/1.1 200 ");
        List<Socket> half = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            half.add(open(server, "GET / HTTP"));
        }

        // All but the latest seven of them; one of those has to make room for this one.
        assertThat(Http.get(server.address()).statusCode()).isEqualTo(200);
        for (Socket early : half.subList(0, 33)) {
            assertThat(untilClosed(early)).isEmpty();
        }
        asking.setSoTimeout((int) SHORT.toMillis());
        assertThat(stillOpen(asking)).isTrue();
    }

    private Endpoint server(Patience patience, String answer) {
        Endpoint endpoint = Endpoint.exactly(vertx, InetAddress.getLoopbackAddress(), 0, patience);
        endpoint.serve(request -> request.response().end(Buffer.buffer(answer)));
        return endpoint;
    }

    private Socket open(Endpoint server, String sent) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        sockets.add(socket);
        socket.setSoTimeout(LIMIT_MILLISECONDS);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String read(Socket socket) throws IOException {
        byte[] bytes = new byte[1000];
        return new String(bytes, 0, socket.getInputStream().read(bytes), StandardCharsets.US_ASCII);
    }

    private static boolean stillOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    private static String untilClosed(Socket socket) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(bytes);
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("The server has not closed the connection.", stillOpen);
        } catch (IOException reset) {
            // closed before it had read everything
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
