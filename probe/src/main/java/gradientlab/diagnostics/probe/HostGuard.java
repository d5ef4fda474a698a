package gradientlab.diagnostics.probe;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what goes wrong in a listener away from the training that it listens to. */
final class HostGuard {

    /** Failures after which nothing is tried any more. */
    static final int PATIENCE = 3;

    private static final Logger log = LoggerFactory.getLogger(DiagnosticListener.class);

    private final Set<String> said = new HashSet<>();
    private int failures;

    /**
     * Runs the work; whatever it throws is said at WARN and goes no further.
     *
     * @param afterwards tidies up after a failure
     */
    void run(Runnable work, Runnable afterwards) {
        if (failures >= PATIENCE) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            afterwards.run();
            failures++;
            log.warn(
                    "The diagnosis leaves out a step, because {}: {}{}",
                    e.getClass().getSimpleName(),
                    e.getMessage(),
                    failures < PATIENCE ? "" : ". It steps aside; training goes on.");
        }
    }

    /** Says a sentence at WARN, the first time that it is asked to. */
    void sayOnce(String sentence, String what) {
        if (said.add(sentence)) {
            log.warn(sentence, what);
        }
    }

    int failures() {
        return failures;
    }

    /** Goes on with the failures of an earlier record. */
    void failures(int before) {
        failures = before;
    }
}
