package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** Clipping that leaves so little of the gradient that nothing moves. */
final class ClippedToNothing extends RuleCheck {

    ClippedToNothing() {
        super(Severity.FAULT, Limit.CLIPPED_SHARE, Limit.MOVED);
    }

    /** Updaters that normalise the gradient move all the same: it counts how far the parameters went. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged()
                && !run.learning().well()
                && StepSizes.of(run).movedAtMost() < run.limit(Limit.MOVED);
        return run.first().stream()
                .flatMap(seen -> seen.gradients().stream()
                        .filter(norms -> harm && share(norms) < run.limit(Limit.CLIPPED_SHARE))
                        .limit(1)
                        .map(norms -> finding(run, seen, norms)))
                .toList();
    }

    private static double share(GradientNorms norms) {
        return norms.after() / norms.before();
    }

    private static Finding finding(RuleContext run, Observation seen, GradientNorms norms) {
        return run.finding(
                Rule.CLIPPED_TO_NOTHING,
                norms.name(),
                seen.iteration(),
                Message.of(
                        "clipped-to-nothing.evidence",
                        EvidenceText.text(norms.before()),
                        EvidenceText.text(norms.after()),
                        EvidenceText.percent(run.limit(Limit.CLIPPED_SHARE)),
                        String.valueOf(run.history().losses().size()),
                        EvidenceText.percent(StepSizes.of(run).movedAtMost())),
                new Advice(
                        Message.of("clipped-to-nothing.cause"),
                        Message.of("clipped-to-nothing.remedy"),
                        Remedy.clipLess(norms.name())),
                Limit.CLIPPED_SHARE);
    }
}
