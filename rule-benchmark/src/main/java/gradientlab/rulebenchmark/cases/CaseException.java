package gradientlab.rulebenchmark.cases;

import java.io.Serial;

/** A case that cannot be read or built; the message names the case, the key and the rule. */
public final class CaseException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    CaseException(String message) {
        super(message);
    }
}
