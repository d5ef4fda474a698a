package gradientlab.lab.run;

/** No ND4J backend can start; the message says in one sentence why, and what to do. */
public final class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BackendException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
