package gradientlab.ui.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The demo's sessions, and the addresses of their views. */
final class Place {

    static final String HEALTHY = "healthy, 1 hidden layer";
    static final String VANISHING = "gradient vanishes, 20 layers";
    static final String NON_FINITE = "NaN at iteration 40";
    static final String SATURATED = "saturated, dead units";
    static final String NOTHING_YET = "no snapshot yet";
    static final String LIVE = "live";

    private Place() {}

    /** A view of a session, with more parameters such as {@code &iteration=0}. */
    static String of(String view, String session, String... more) {
        return "/gradients#/" + view + "?session=" + encoded(session) + String.join("", more);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
