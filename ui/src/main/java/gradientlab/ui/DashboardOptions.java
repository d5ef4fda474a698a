package gradientlab.ui;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Where the dashboard listens, and how much it keeps.
 *
 * <p>DL4J's system property {@code org.deeplearning4j.ui.port} has no influence.
 *
 * @param host name or address of one interface of this machine; anything but a loopback address opens the dashboard,
 *     which has no authentication, to others
 * @param port empty: {@value #FIRST_PORT}, or the next free port up to {@value #LAST_PORT}; given: exactly this one,
 *     0 for any free port
 * @param kept most reports of each kind that are kept per session, at least 3; beyond it they are thinned, dense at
 *     the start, sparse later, the first and the last always kept
 */
public record DashboardOptions(String host, OptionalInt port, int kept) {
    /** The port that is tried first when none is given: DL4J's own default. */
    public static final int FIRST_PORT = 9000;

    /** The port that is tried last when none is given. */
    public static final int LAST_PORT = 9050;

    /** Reports of each kind that are kept per session unless told otherwise. */
    public static final int DEFAULT_KEPT = 120;

    private static final int WHOLE_SESSIONS = 10;
    private static final int KINDS = 2; // DL4J's and ours

    private static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST_PORT = 0xFFFF;

    /**
     * Checks the values.
     *
     * @throws DashboardException if the host is blank, the port is not in 0..65535, or fewer than 3 are to be kept
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
        if (kept < 3) {
            throw new DashboardException("The dashboard keeps at least 3 reports of a session, the first and the last"
                    + " among them, not " + kept + ".");
        }
    }

    /** This machine only, on {@value #FIRST_PORT} or the next free port. */
    public static DashboardOptions defaults() {
        return new DashboardOptions(LOOPBACK, OptionalInt.empty(), DEFAULT_KEPT);
    }

    /**
     * The same on another interface.
     *
     * @throws DashboardException if the host is blank
     */
    public DashboardOptions withHost(String host) {
        return new DashboardOptions(host, port, kept);
    }

    /**
     * The same on exactly this port, 0 for any free one.
     *
     * @throws DashboardException if the port is not in 0..65535
     */
    public DashboardOptions withPort(int port) {
        return new DashboardOptions(host, OptionalInt.of(port), kept);
    }

    /**
     * The same with another length of the history.
     *
     * @throws DashboardException if fewer than 3 are to be kept
     */
    public DashboardOptions withKept(int kept) {
        return new DashboardOptions(host, port, kept);
    }

    /**
     * Most reports that are kept of all sessions: as many as ten of full length have.
     *
     * <p>Beyond it the sessions to which nothing has been added for longest are thinned, down to 3 reports of each kind, and
     * at last forgotten. A session is still whole when its training ends, if no more than ten train at a time.
     */
    public int keptInAll() {
        return WHOLE_SESSIONS * KINDS * kept;
    }
}
