package gradientlab.ui.web;

import java.io.Serial;

/** What cannot be answered, as a sentence for whoever asked and a status. */
final class Refusal extends RuntimeException {

    static final int MALFORMED = 400;
    static final int NOT_THERE = 404;
    static final int UNREADABLE = 500;

    @Serial
    private static final long serialVersionUID = 1;

    private static final int QUOTED = 100;

    private final int status;

    private Refusal(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    static Refusal malformed(String sentence) {
        return new Refusal(MALFORMED, sentence, null);
    }

    static Refusal notThere(String sentence) {
        return new Refusal(NOT_THERE, sentence, null);
    }

    static Refusal unreadable(String sentence, Throwable cause) {
        return new Refusal(UNREADABLE, sentence, cause);
    }

    int status() {
        return status;
    }

    /** A value as it stands in a sentence: in quotes, and not longer than anyone would read. */
    static String quoted(String value) {
        return '"' + (value.length() > QUOTED ? value.substring(0, QUOTED) + "…" : value) + '"';
    }
}
