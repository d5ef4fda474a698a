package gradientlab.ui;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where the dashboard listens.
 *
 * <p>DL4J's system property {@code org.deeplearning4j.ui.port} has no influence.
 *
 * @param host name or address of one interface of this machine; anything but a loopback address opens the dashboard,
 *     which has no authentication, to others
 * @param port empty: {@value #FIRST_PORT}, or the next free port up to {@value #LAST_PORT}; given: exactly this one,
 *     0 for any free port
 */
public record DashboardOptions(String host, OptionalInt port) {
    /** The port that is tried first when none is given: DL4J's own default. */
    public static final int FIRST_PORT = 9000;

    /** The port that is tried last when none is given. */
    public static final int LAST_PORT = 9050;

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 0xFFFF;

    /**
     * Checks both values.
     *
     * @throws DashboardException if the host is blank or the port is not in 0..65535
     */
    public DashboardOptions {
        Objects.requireNonNull(port, "port");
        if (host.isBlank()) {
            throw new DashboardException(
                    "The dashboard's host is blank: name an address of this machine, such as " + LOOPBACK + ".");
        }
        if (port.isPresent() && (port.getAsInt() < 0 || port.getAsInt() > HIGHEST_PORT)) {
            throw new DashboardException(
                    "The dashboard's port must be between 0 and " + HIGHEST_PORT + ", not " + port.getAsInt() + ".");
        }
    }

    /** This machine only, on {@value #FIRST_PORT} or the next free port. */
    public static DashboardOptions defaults() {
        return new DashboardOptions(LOOPBACK, OptionalInt.empty());
    }

    /**
     * The same on another interface.
     *
     * @throws DashboardException if the host is blank
     */
    public DashboardOptions withHost(String host) {
        return new DashboardOptions(host, port);
    }

    /**
     * The same on exactly this port, 0 for any free one.
     *
     * @throws DashboardException if the port is not in 0..65535
     */
    public DashboardOptions withPort(int port) {
        return new DashboardOptions(host, OptionalInt.of(port));
    }
}
