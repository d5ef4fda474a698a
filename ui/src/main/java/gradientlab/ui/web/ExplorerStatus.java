package gradientlab.ui.web;

import gradientlab.ui.explorer.ExplorerException.Reason;

/** The status of HTTP for what the explorer cannot do. */
final class ExplorerStatus {

    static final int FORBIDDEN = 403;
    static final int TOO_MANY = 429;

    private ExplorerStatus() {}

    static int of(Reason reason) {
        return switch (reason) {
            case NOT_POSSIBLE -> Refusal.MALFORMED;
            case NOT_THERE -> Refusal.NOT_THERE;
            case NOT_ALLOWED -> FORBIDDEN;
            case TOO_MUCH -> TOO_MANY;
        };
    }
}
