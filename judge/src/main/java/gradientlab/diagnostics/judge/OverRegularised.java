package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.facts.GradientNorms;
import java.util.List;

/**
 * Regularisation that pulls the weights to 0 faster than the data can hold them.
 *
 * <p>At the end of any regularised training both gradients are equal, so that only the first observation counts, and only
 * where the run does not learn.
 */
final class OverRegularised extends RuleCheck {

    OverRegularised() {
        super(Severity.FAULT, Limit.PENALTY_RATIO);
    }

    /** One finding: the layer that is pulled most. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged() && !run.learning().well();
        return run.first().stream()
                .flatMap(seen -> seen.gradients().stream()
                        .filter(norms -> harm && ratio(norms) > run.limit(Limit.PENALTY_RATIO))
                        .max((a, b) -> Double.compare(ratio(a), ratio(b)))
                        .map(norms -> finding(run, seen, norms))
                        .stream())
                .toList();
    }

    private static double ratio(GradientNorms norms) {
        return norms.penalty() / norms.weights();
    }

    private static Finding finding(RuleContext run, Observation seen, GradientNorms norms) {
        // As much less as makes the pull a tenth of the data's.
        double factor = 0.1 / ratio(norms);
        return run.finding(
                Rule.OVER_REGULARISED,
                norms.name(),
                seen.iteration(),
                Message.of(
                        "over-regularised.evidence",
                        EvidenceText.text(norms.penalty()),
                        EvidenceText.text(norms.weights()),
                        EvidenceText.text(run.limit(Limit.PENALTY_RATIO)),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(
                        Message.of("over-regularised.cause"),
                        Message.of("over-regularised.remedy", EvidenceText.text(factor)),
                        Remedy.regulariseLess(factor)),
                Limit.PENALTY_RATIO);
    }
}
