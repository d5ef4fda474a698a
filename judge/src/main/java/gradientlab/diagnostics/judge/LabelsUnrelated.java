package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Relation;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/**
 * Targets that no test finds in the features, while the network does no better than guessing.
 *
 * <p>A relation can hide from both tests (parity, XOR), so that this is said only of a run that does not learn, and not of one
 * whose parameters stay where they are: it would not learn from any targets.
 */
final class LabelsUnrelated extends RuleCheck {

    /** Share of the loss of guessing: a network learns some noise by heart. */
    private static final double UNDECIDED = 0.8;

    LabelsUnrelated() {
        super(Severity.FAULT, Limit.RELATION_SIGMAS, Limit.RELATION_ROWS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        Learning learning = run.learning();
        boolean stuck = learning.end() > UNDECIDED * learning.guess() || byHeart(run);
        boolean moved = !StepSizes.of(run).stayed(run);
        return run.history().data().targets().stream()
                .filter(targets -> stuck && moved && unrelated(run, targets.relation()))
                .map(targets -> finding(run, targets))
                .toList();
    }

    /** Whether examples that were not trained on are answered worse than by a guess. */
    private static boolean byHeart(RuleContext run) {
        return run.learning().judged()
                && !run.found(Rule.HELD_OUT_DIFFERS)
                && heldOut(run) > run.learning().guess();
    }

    /** At the last observation; NaN without held-out examples. */
    private static double heldOut(RuleContext run) {
        List<Observation> seen = run.observations();
        return seen.isEmpty() ? Double.NaN : seen.get(seen.size() - 1).heldOut().loss();
    }

    static boolean unrelated(RuleContext run, Relation relation) {
        return relation.tested()
                && relation.rows() >= run.shared(Limit.RELATION_ROWS)
                && relation.sigmas() < run.shared(Limit.RELATION_SIGMAS);
    }

    private static Finding finding(RuleContext run, TargetFacts targets) {
        return run.finding(
                Rule.LABELS_UNRELATED,
                targets.name(),
                LossCourse.last(run),
                Message.of(
                        byHeart(run) ? "labels-unrelated.evidence.held-out" : "labels-unrelated.evidence",
                        String.valueOf(targets.relation().rows()),
                        EvidenceText.text(targets.relation().sigmas()),
                        EvidenceText.text(run.limit(Limit.RELATION_SIGMAS)),
                        EvidenceText.text(
                                byHeart(run) ? heldOut(run) : run.learning().end()),
                        EvidenceText.text(run.learning().guess())),
                new Advice(
                        Message.of("labels-unrelated.cause"), Message.of("labels-unrelated.remedy"), Remedy.CHECK_DATA),
                Limit.RELATION_SIGMAS);
    }
}
