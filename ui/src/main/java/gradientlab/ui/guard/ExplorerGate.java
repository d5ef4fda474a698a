package gradientlab.ui.guard;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lets through what belongs to the explorer page: {@code /explore} and all below, the list of pages, and orders to trainings.
 *
 * <p>An order is the only request of the dashboard with a body: JSON of at most {@value #LONGEST} bytes, announced by its
 * length, and not from another site's page. As long as there is no explorer, nothing is let through.
 */
public final class ExplorerGate {

    static final String ROOT = "explore";

    private static final List<String> PAGES = List.of("gradients", "api", "pages");
    private static final List<String> ORDERS = List.of(ROOT, "api", "training");
    private static final Pattern JSON =
            Pattern.compile("application/json(?:; ?charset=utf-8)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 16_384;
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,8}");

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;

    private volatile Handler<HttpServerRequest> pages;

    /** Lets all through to what answers it; before, nothing is let through. */
    public void open(Handler<HttpServerRequest> answers) {
        pages = answers;
    }

    boolean has(List<String> path) {
        return pages != null && !path.isEmpty() && path.get(0).equals(ROOT);
    }

    /** Whether a request is one that the dashboard would otherwise answer in another way, or not at all. */
    boolean takes(HttpServerRequest request, List<String> path) {
        if (pages == null) {
            return false;
        }
        boolean order = request.method() == HttpMethod.POST && path.equals(ORDERS);
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return order || (read && path.equals(PAGES));
    }

    /** Answers what it {@link #takes}. */
    void admit(HttpServerRequest request, boolean fromAnotherSite) {
        if (request.method() != HttpMethod.POST) {
            answer(request);
        } else if (fromAnotherSite) {
            GuardReply.refuse(request, FORBIDDEN, "Another site's page may not train networks here.");
        } else {
            order(request);
        }
    }

    private void order(HttpServerRequest request) {
        String type = request.getHeader("content-type");
        String length = request.getHeader("content-length");
        if (type == null || !JSON.matcher(type).matches()) {
            GuardReply.refuse(request, WRONG_TYPE, "An order to a training must be application/json.");
        } else if (request.getHeader("transfer-encoding") != null
                || length == null
                || !DIGITS.matcher(length).matches()) {
            GuardReply.refuse(request, BAD_REQUEST, "An order to a training must say how long it is (Content-Length).");
        } else if (Integer.parseInt(length) > LONGEST) {
            GuardReply.refuse(
                    request, TOO_LARGE, "An order to a training may have " + LONGEST + " bytes, not " + length + ".");
        } else {
            answer(request);
        }
    }

    void answer(HttpServerRequest request) {
        pages.handle(request);
    }
}
