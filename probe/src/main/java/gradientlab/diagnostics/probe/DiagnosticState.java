package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.facts.TrainingFacts;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Severity;
import java.util.List;

/**
 * Where a {@link DiagnosticListener} stands between two steps: plain data that any JSON mapper can write and read.
 *
 * <p>What is known of the data is not in it: {@link DiagnosticListener#resume} looks at the batches once more.
 *
 * @param training how the network is trained, as it was read before the first step
 * @param steps every step so far, and the observations that are kept
 * @param reported what was said and is not said again
 * @param judgements when judgements took place
 * @param judgedAt steps before the last judgement
 * @param penalty the regularisation term as of the last step at which it was computed; NaN without any
 * @param afterLargeStep whether the last update was out of proportion
 * @param extra observations made besides the schedule
 * @param failures steps that were left out because something failed
 */
public record DiagnosticState(
        TrainingFacts training,
        Steps steps,
        List<Reported> reported,
        List<Judgement> judgements,
        int judgedAt,
        double penalty,
        boolean afterLargeStep,
        int extra,
        int failures) {

    /**
     * Every step so far.
     *
     * @param observations those that are kept
     * @param observed how many were made
     * @param nonFinite whether one of them showed a value that is not finite
     * @param firstIteration iteration of the first step
     * @param losses loss of every step
     * @param updateRatios log10 update:parameter ratio of every step
     * @param penalties regularisation term of every step, NaN without any
     */
    public record Steps(
            List<Observation> observations,
            int observed,
            boolean nonFinite,
            int firstIteration,
            double[] losses,
            double[] updateRatios,
            double[] penalties) {}

    /** What is said once: the same thing with another standing in the verdict is news. */
    public record Reported(Rule rule, String layer, int unit, Severity severity) {
        Reported(Finding finding) {
            this(finding.rule(), finding.layer(), finding.unit(), finding.severity());
        }
    }

    /**
     * When the data were looked over for a judgement.
     *
     * @param steps steps so far
     * @param relate whether it was tested if targets follow from features
     */
    public record Judgement(long steps, boolean relate) {}
}
