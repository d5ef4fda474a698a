package gradientlab.ui.stock;

/**
 * What is sent to a browser.
 *
 * @param mediaType with the character set, where there is one
 */
public record Answer(int status, String mediaType, String body) {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final String PLAIN = "text/plain; charset=utf-8";

    static Answer html(String body) {
        return new Answer(OK, "text/html; charset=utf-8", body);
    }

    /** An empty body is no JSON, but what DL4J sends where there is no data. */
    static Answer json(String body) {
        return body.isEmpty() ? plain("") : new Answer(OK, "application/json; charset=utf-8", body);
    }

    static Answer plain(String body) {
        return new Answer(OK, PLAIN, body);
    }

    /** With one sentence that names what is missing. */
    static Answer notFound(String sentence) {
        return new Answer(NOT_FOUND, PLAIN, sentence);
    }

    static Answer failed(String sentence) {
        return new Answer(SERVER_ERROR, PLAIN, sentence);
    }
}
