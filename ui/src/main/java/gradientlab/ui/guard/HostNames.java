package gradientlab.ui.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names under which the dashboard may be called: the protection against DNS rebinding.
 *
 * <p>A page of an attacker can have its own host name point at this machine, and the browser then takes the dashboard for
 * a part of that page. It still sends the attacker's name as {@code Host}, which is none of these.
 *
 * <p>On a loopback address those are {@code 127.0.0.1}, {@code localhost}, {@code [::1]} and that address, with the port
 * it listens on. On any other, which someone has opened on purpose, also the name that was given, the machine's own and
 * every address in figures, as a name is needed to rebind; and with every port, as containers and tunnels change it.
 */
public final class HostNames {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(\\d{1,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("\\[[0-9a-f:.]+]|\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int DEFAULT_PORT = 80;

    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean open;

    /**
     * The names for a server.
     *
     * @param bound the address it listens on, with the name it was found by, where there is one
     */
    public HostNames(InetAddress bound) {
        open = !bound.isLoopbackAddress();
        names.add(bound.getHostAddress());
        if (open) {
            names.add(given(bound));
            names.add(ownName());
        }
    }

    /**
     * Whether a request with this {@code Host} is answered.
     *
     * @param host null if there was none
     * @param port the one the server listens on
     */
    public boolean answer(String host, int port) {
        Matcher authority = AUTHORITY.matcher(host == null ? "" : host.toLowerCase(Locale.ROOT));
        return authority.matches() && isOurs(authority.group(1)) && (open || port(authority.group(2)) == port);
    }

    // The form is documented as name/address, the name without a look-up and empty where there is none.
    private static String given(InetAddress bound) {
        return bound.toString().replaceFirst("/.*", "").toLowerCase(Locale.ROOT);
    }

    private boolean isOurs(String name) {
        return names.contains(name) || (open && ADDRESS.matcher(name).matches());
    }

    private static int port(String digits) {
        return digits == null ? DEFAULT_PORT : Integer.parseInt(digits);
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost"; // a machine that does not know its name cannot be called by it
        }
    }
}
