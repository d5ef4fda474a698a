package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.OutputStatistics;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Locale;

/** A classifier of targets that are mostly of one class, which gives one answer to everything. */
final class LabelsImbalanced extends RuleCheck {

    /** Where a single sigmoid unit decides. */
    private static final double UNDECIDED = 0.5;

    LabelsImbalanced() {
        super(Severity.HINT, Limit.LARGEST_CLASS, Limit.OTHER_EXAMPLES);
    }

    /** Asked of the last observation of a run that can be judged, of a network with one output. */
    @Override
    List<Finding> findings(RuleContext run) {
        List<Observation> seen = run.observations();
        if (!run.learning().judged()
                || seen.size() < 2
                || run.history().data().targets().size() != 1) {
            return List.of();
        }
        Observation last = seen.get(seen.size() - 1);
        TargetFacts targets = run.history().data().targets().get(0);
        return imbalanced(run, targets, last) && oneAnswer(last) ? List.of(finding(run, targets, last)) : List.of();
    }

    /** Whether the batch is large enough: a network that tells classes apart would name a second one in it. */
    private static boolean imbalanced(RuleContext run, TargetFacts targets, Observation last) {
        double largest = targets.classes().largestShare();
        return targets.kind().classes()
                && targets.classes().distinct() > 1
                && largest >= run.limit(Limit.LARGEST_CLASS)
                && (1 - largest) * last.batchSize() >= run.limit(Limit.OTHER_EXAMPLES);
    }

    private static boolean oneAnswer(Observation last) {
        List<Long> predictions = last.snapshot().network().predictions();
        if (!predictions.isEmpty()) {
            return predictions.stream().filter(examples -> examples > 0).count() == 1;
        }
        return last.outputs().size() == 1 && oneSide(last.outputs().get(0));
    }

    private static boolean oneSide(OutputStatistics output) {
        return output.each().size() == 1
                && output.min() >= 0
                && output.max() <= 1
                && (output.max() < UNDECIDED || output.min() > UNDECIDED);
    }

    private static Finding finding(RuleContext run, TargetFacts targets, Observation last) {
        return run.finding(
                Rule.LABELS_IMBALANCED,
                targets.name(),
                last.iteration(),
                Message.of(
                        "labels-imbalanced.evidence",
                        EvidenceText.percent(targets.classes().largestShare()),
                        String.format(Locale.ROOT, "%d", last.batchSize()),
                        EvidenceText.percent(run.limit(Limit.LARGEST_CLASS))),
                advice(),
                Limit.LARGEST_CLASS);
    }

    /** What explains a loss that does not fall, too. */
    static Advice advice() {
        return new Advice(
                Message.of("labels-imbalanced.cause"), Message.of("labels-imbalanced.remedy"), Remedy.CHECK_DATA);
    }
}
