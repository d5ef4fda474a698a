package gradientlab.ui.explorer;

import java.io.Serial;

/** What the explorer cannot do, as a sentence for whoever uses the page. */
public final class ExplorerException extends RuntimeException {

    /** Why it cannot. */
    public enum Reason {
        /** The settings contradict each other, or a value is none. */
        NOT_POSSIBLE,
        /** There is no such layer or training. */
        NOT_THERE,
        /** It is not allowed here. */
        NOT_ALLOWED,
        /** It would take more memory, time or trainings than there may be. */
        TOO_MUCH
    }

    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public ExplorerException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public ExplorerException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
