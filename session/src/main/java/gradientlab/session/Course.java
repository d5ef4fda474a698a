package gradientlab.session;

import gradientlab.diagnostics.judge.Finding;
import java.util.List;

/**
 * How a session went so far; a newer one replaces it as a whole.
 *
 * @param loss loss of each step's own batch, regularisation included, before the update
 * @param testLoss loss on test examples, where it was measured
 * @param findings everything found, in the order it was found
 * @param stepsPerEpoch updates of the first epoch; 0 before it has ended, and where it is not known
 */
public record Course(IterationCurve loss, IterationCurve testLoss, List<Finding> findings, int stepsPerEpoch) {

    /** Nothing has happened yet. */
    public static final Course EMPTY = new Course(IterationCurve.EMPTY, IterationCurve.EMPTY, List.of(), 0);

    /** Copies the list. */
    public Course {
        findings = List.copyOf(findings);
    }
}
