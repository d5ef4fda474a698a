package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.judge.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One training of a program: what rules said of it, and how it ended. What they looked at is not kept: it is large.
 *
 * @param named what each set of rules said, by its name
 * @param findings the verdict at the end of a listener that was attached as users attach it, a line for each finding
 * @param faults of these findings the faults, the first that was named first
 * @param metric on the held-out rows at the end; NaN where the output of a regression is not finite
 * @param baseline what guessing scores
 * @param firstLoss of the first batch
 * @param lastLoss mean over the last twentieth of the steps
 * @param finite whether the last loss and all outputs are finite
 */
public record CaseRun(
        Map<String, Set<String>> named,
        List<String> findings,
        List<Finding> faults,
        double metric,
        double baseline,
        double firstLoss,
        double lastLoss,
        boolean finite) {

    /** 1 − metric, at most 2; 2 where there is none. */
    public double error() {
        return Double.isNaN(metric) ? 2 : Math.min(2, 1 - metric);
    }
}
