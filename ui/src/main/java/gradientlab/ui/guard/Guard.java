package gradientlab.ui.guard;

import gradientlab.ui.stock.StockPages;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the dashboard is for, and refuses everything else at once.
 *
 * <p>Answered are {@code GET} and {@code HEAD}, under one of the dashboard's own {@link HostNames names}, of {@code /},
 * {@code /train}, DL4J's three pages with their data, {@code /setlang/} with one of their languages, {@code /assets/}, and
 * {@code /gradients} with all below. What DL4J's server has beyond that (uploads, remote reports, t-SNE, SameDiff) is not
 * reached, and no body is read. What changes the choice of session, worker or language is refused to other sites' pages.
 *
 * <p>What belongs to the explorer page is let through by an {@link ExplorerGate}.
 */
public final class Guard implements Handler<HttpServerRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;

    private static final String START = "/gradients";
    private static final String STOCK_START = "/train/overview";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");
    private static final Pattern ADDRESS = Pattern.compile("https?://([^/]+)(?:/.*)?");
    private static final int LONGEST_LINE = 8192;
    private static final int LONGEST_HEADERS = 16384;
    private static final int IDLE_SECONDS = 60;

    private final HostNames hosts;
    private final StockPages stock;
    private final Handler<HttpServerRequest> modules;
    private final ExplorerGate explorer;

    /**
     * In front of a server's pages.
     *
     * @param hosts under which names it is called
     * @param stock DL4J's pages
     * @param modules what answers {@code /gradients} and all below
     * @param explorer lets the explorer page through, once there is one
     */
    public Guard(HostNames hosts, StockPages stock, Handler<HttpServerRequest> modules, ExplorerGate explorer) {
        this.hosts = hosts;
        this.stock = stock;
        this.modules = modules;
        this.explorer = explorer;
    }

    /** For the server: lines of 8 kB and headers of 16 kB at most, and no connection that is idle for a minute. */
    public static HttpServerOptions limits() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(IDLE_SECONDS);
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!speaksHttp(request)) {
            return;
        }
        try {
            GuardReply.secure(request);
            admit(request);
        } catch (RuntimeException e) {
            LOG.error("The dashboard's answer to {} {} failed.", request.rawMethod(), request.uri(), e);
            if (!request.response().ended()) {
                GuardReply.refuse(
                        request, SERVER_ERROR, "The answer failed: see the log of the program that serves it.");
            }
        }
    }

    // Vert.x has sent a refusal by itself when it throws.
    private static boolean speaksHttp(HttpServerRequest request) {
        try {
            return request.version() != null;
        } catch (IllegalStateException e) {
            LOG.debug("A request of an unknown version was refused.", e);
            return false;
        }
    }

    private void admit(HttpServerRequest request) {
        Optional<List<String>> path = PathParts.of(request.path());
        int port = request.localAddress().port();
        if (request.headers().getAll("host").size() > 1 || !hosts.answer(request.host(), port)) {
            GuardReply.refuse(request, FORBIDDEN, wrongHost(port));
        } else if (path.isEmpty() || !isKnown(path.get())) {
            GuardReply.refuse(request, NOT_FOUND, "The dashboard has no such page.");
        } else if (explorer.takes(request, path.get())) {
            explorer.admit(request, isFromAnotherSite(request));
        } else if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD) {
            request.response().putHeader("allow", "GET, HEAD");
            GuardReply.refuse(request, METHOD_NOT_ALLOWED, "The dashboard answers GET and HEAD only.");
        } else if (hasBody(request)) {
            GuardReply.refuse(request, BAD_REQUEST, "The dashboard takes no request with a body.");
        } else if (stock.changes(path.get()) && isFromAnotherSite(request)) {
            GuardReply.refuse(request, FORBIDDEN, "Another site's page may not change what the dashboard shows.");
        } else {
            answer(request, path.get());
        }
    }

    private static String wrongHost(int port) {
        return "The dashboard does not answer under this host name (a protection against DNS rebinding): call it"
                + " 127.0.0.1:" + port + ", localhost:" + port + " or [::1]:" + port
                + "; a tunnel must have the same port at both ends.";
    }

    private boolean isKnown(List<String> path) {
        return path.isEmpty()
                || path.equals(List.of("train"))
                || path.get(0).equals("assets")
                || path.get(0).equals("gradients")
                || explorer.has(path)
                || stock.has(path);
    }

    /** Whether more belongs to the request than its line and headers. */
    public static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        return request.getHeader("transfer-encoding") != null || (length != null && !length.equals("0"));
    }

    // Browsers say by one of these headers whose page asks; programs, which send none, are no site's page.
    private static boolean isFromAnotherSite(HttpServerRequest request) {
        String site = request.getHeader("sec-fetch-site");
        if (site != null) {
            return !SAME_SITE.contains(site);
        }
        String origin = request.getHeader("origin");
        String page = origin != null ? origin : request.getHeader("referer");
        return page != null && !isOurs(page, request.host());
    }

    // The name in Host has been found to be the dashboard's.
    private static boolean isOurs(String page, String host) {
        Matcher address = ADDRESS.matcher(page);
        return address.matches() && address.group(1).equalsIgnoreCase(host);
    }

    private void answer(HttpServerRequest request, List<String> path) {
        if (path.isEmpty()) {
            GuardReply.redirect(request, START);
        } else if (path.equals(List.of("train"))) {
            // The links of DL4J's pages lead nowhere from this address.
            GuardReply.redirect(request, STOCK_START);
        } else if (path.get(0).equals("assets")) {
            Assets.find(path.subList(1, path.size()))
                    .ifPresentOrElse(
                            asset -> GuardReply.asset(request, asset),
                            () -> GuardReply.refuse(request, NOT_FOUND, "The dashboard has no such file."));
        } else if (path.get(0).equals("gradients")) {
            // There is no body, and of some types DL4J's server would complain about that.
            request.headers().remove("content-type");
            modules.handle(request);
        } else if (path.get(0).equals(ExplorerGate.ROOT)) {
            explorer.answer(request);
        } else {
            GuardReply.answer(request, stock.answer(path));
        }
    }
}
