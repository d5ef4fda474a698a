package gradientlab.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.ui.VertxUIServer;
import org.junit.jupiter.api.Test;

class DashboardServerTest {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final DashboardOptions DEFAULTS = DashboardOptions.defaults();

    @Test
    void theAddressIsThatOfTheGradientsPage() throws Exception {
        try (var dashboard = Dashboard.start(DEFAULTS.withPort(0))) {
            assertThat(dashboard.address().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*/gradients");
            assertAnswers(dashboard);
        }
    }

    @Test
    void onlyTheLoopbackInterfaceAnswers() throws Exception {
        List<InetAddress> others = addressesThatAreNotLoopback();
        assumeThat(others).isNotEmpty();
        try (var dashboard = Dashboard.start(DEFAULTS.withPort(0))) {
            for (InetAddress other : others) {
                assertThatThrownBy(() -> connect(other, dashboard)).isInstanceOf(ConnectException.class);
            }
            assertAnswers(dashboard);
        }
    }

    @Test
    void aPortOfOnesOwnIsTakenExactly() throws Exception {
        int port = freePort();
        try (var dashboard = Dashboard.start(DEFAULTS.withPort(port))) {
            assertThat(dashboard.address().getPort()).isEqualTo(port);
        }
    }

    @Test
    void aPortOfOnesOwnThatIsTakenIsRefusedAndUsedOnceItIsFree() throws Exception {
        int port;
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = other.getLocalPort();
            assertThatThrownBy(() -> Dashboard.start(DEFAULTS.withPort(port)))
                    .isInstanceOf(DashboardException.class)
                    .hasMessageContaining("Port " + port + " on 127.0.0.1")
                    .hasMessageContaining("choose another");
            assertThat(VertxUIServer.getInstance())
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            earlier -> assertThat(earlier.isStopped()).isTrue());
        }
        try (var dashboard = Dashboard.start(DEFAULTS.withPort(port))) {
            assertAnswers(dashboard);
        }
    }

    @Test
    void withoutAPortTheNextFreeOneIsTaken() throws Exception {
        try (var first = Dashboard.start(DEFAULTS);
                var second = Dashboard.start(DEFAULTS)) {
            assertThat(first.address().getPort()).isBetween(9000, 9049);
            assertThat(second.address().getPort()).isBetween(first.address().getPort() + 1, 9050);
            assertAnswers(first);
            assertAnswers(second);
        }
    }

    @Test
    void aHostOfAnotherMachineIsRefused() {
        // RFC 5737, TEST-NET-2: an address no machine has.
        assertThatThrownBy(() -> Dashboard.start(DEFAULTS.withHost("198.51.100.7")))
                .isInstanceOf(DashboardException.class)
                .hasMessageContaining("'198.51.100.7'")
                .hasMessageContaining("not an address of this machine");
    }

    @Test
    void aDashboardCanBeStartedAgainOnTheSamePort() throws Exception {
        int port = freePort();
        for (int start = 0; start < 3; start++) {
            try (var dashboard = Dashboard.start(DEFAULTS.withPort(port))) {
                assertAnswers(dashboard);
            }
        }
    }

    @Test
    void oneOfTwoCanBeClosed() throws Exception {
        try (var first = Dashboard.start(DEFAULTS.withPort(0))) {
            Dashboard.start(DEFAULTS.withPort(0)).close();
            assertAnswers(first);
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var dashboard = Dashboard.start(DEFAULTS.withPort(0));
        dashboard.close();
        dashboard.close();

        assertThatThrownBy(() -> Http.get(dashboard.address())).isInstanceOf(ConnectException.class);
    }

    @Test
    void noThreadIsLeftAfterClosing() throws Exception {
        Set<Thread> before = threadsOfDashboards();
        var dashboard = Dashboard.start(DEFAULTS.withPort(0));
        assertThat(before.containsAll(threadsOfDashboards())).isFalse();
        dashboard.close();

        Eventually.holds("no thread of a dashboard is left", () -> before.containsAll(threadsOfDashboards()));
    }

    @Test
    void noThreadIsLeftAfterAStartThatFailed() throws Exception {
        Set<Thread> before = threadsOfDashboards();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = DEFAULTS.withPort(other.getLocalPort());
            assertThatThrownBy(() -> Dashboard.start(taken)).isInstanceOf(DashboardException.class);
        }
        Eventually.holds("no thread of a dashboard is left", () -> before.containsAll(threadsOfDashboards()));
    }

    @Test
    void nobodyCanSendReportsOverTheNetwork() throws Exception {
        try (var dashboard = Dashboard.start(DEFAULTS.withPort(0))) {
            var receiver = dashboard.address().resolve("/remoteReceive");
            assertThat(Http.post(receiver, "{}").statusCode()).isEqualTo(NOT_FOUND);
        }
    }

    private static void assertAnswers(Dashboard dashboard) throws Exception {
        assertThat(Http.get(dashboard.address()).statusCode()).isEqualTo(OK);
    }

    private static void connect(InetAddress host, Dashboard dashboard) throws Exception {
        new Socket(host, dashboard.address().getPort()).close();
    }

    private static List<InetAddress> addressesThatAreNotLoopback() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Vert.x names its threads; the stock thread that hands reports to the pages is known by what it runs. */
    private static Set<Thread> threadsOfDashboards() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("vert.x-")
                        || Arrays.stream(entry.getValue())
                                .anyMatch(frame -> frame.getClassName().contains("StatsEventRouterRunnable")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
