package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndpointTest {
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Vertx vertx = Vertx.vertx();

    static {
        // Vert.x chooses once for the JVM that all tests share.
        Logging.throughSlf4j();
    }

    @AfterEach
    void end() {
        Pending.<Void>await("the end", vertx::close);
    }

    @Test
    void aRangeOfPortsThatAreAllTakenIsRefused() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> Endpoint.firstFree(vertx, InetAddress.getLoopbackAddress(), port, port))
                    .isInstanceOf(DashboardException.class)
                    .hasMessageContaining("All ports from " + port + " to " + port + " on 127.0.0.1 are taken");
        }
    }

    @Test
    void beforeThereArePagesTheAnswerIsServiceUnavailable() throws Exception {
        var endpoint = Endpoint.bind(vertx, DashboardOptions.defaults().withPort(0));
        HttpResponse<String> answer = Http.get(endpoint.address());

        assertThat(answer.statusCode()).isEqualTo(SERVICE_UNAVAILABLE);
    }

    @Test
    void everyInterfaceIsReachedAtTheLoopbackAddress() {
        var endpoint = Endpoint.bind(
                vertx, DashboardOptions.defaults().withHost("0.0.0.0").withPort(0));

        assertThat(endpoint.address().getHost())
                .isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
    }
}
