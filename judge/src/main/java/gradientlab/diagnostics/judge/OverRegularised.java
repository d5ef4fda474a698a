package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/**
 * Regularisation that pulls the weights to 0 faster than the data can hold them.
 *
 * <p>Where a regularised training has arrived both gradients are equal, and of a network that is dead only that of the
 * regularisation is left: the start counts, and only of a run that does not learn.
 */
final class OverRegularised extends RuleCheck {

    OverRegularised() {
        super(Severity.FAULT, Limit.PENALTY_RATIO);
    }

    /** One finding: the layer that is pulled most before the first update. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged() && !run.learning().well();
        return run.first().stream()
                .flatMap(seen -> seen.gradients().stream()
                        .filter(norms -> harm
                                && norms.penalty() > 0
                                && (ratio(norms) > run.limit(Limit.PENALTY_RATIO) || term(run) > 1))
                        .max((a, b) -> Double.compare(ratio(a), ratio(b)))
                        .map(norms -> finding(run, seen, norms))
                        .stream())
                .toList();
    }

    /** The regularisation term in the first loss, in multiples of the loss of guessing; NaN where it is not known. */
    private static double term(RuleContext run) {
        List<Double> penalties = run.history().penalties();
        return penalties.isEmpty()
                ? Double.NaN
                : penalties.get(0) / run.learning().reference();
    }

    private static double ratio(GradientNorms norms) {
        return norms.penalty() / norms.weights();
    }

    private static Finding finding(RuleContext run, Observation seen, GradientNorms norms) {
        // As much less as makes pull and term a tenth of what the data give.
        double factor = 0.1 / Math.max(ratio(norms), Double.isNaN(term(run)) ? 0 : term(run));
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
                        EvidenceText.text(run.learning().reference()),
                        EvidenceText.text(term(run))),
                new Advice(
                        Message.of("over-regularised.cause"),
                        Message.of("over-regularised.remedy", EvidenceText.text(factor)),
                        Remedy.regulariseLess(factor)),
                Limit.PENALTY_RATIO);
    }
}
