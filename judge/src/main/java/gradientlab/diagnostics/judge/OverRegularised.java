package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.GradientNorms;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.Comparator;
import java.util.List;

/**
 * Regularisation that pulls the weights to 0 faster than the data can hold them.
 *
 * <p>Where a regularised training has arrived both gradients are equal, and of a network that is dead only that of the
 * regularisation is left: the start counts, and only of a run that does not learn.
 */
final class OverRegularised extends RuleCheck {

    OverRegularised() {
        super(Severity.FAULT, Limit.PENALTY_RATIO, Limit.SHRUNK);
    }

    /** One finding: the layer that is pulled most before the first update; without one, a layer whose weights shrank. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged() && !run.learning().well();
        if (!harm || run.first().isEmpty()) {
            return List.of();
        }
        Observation start = run.first().orElseThrow();
        List<GradientNorms> pulled = start.gradients().stream()
                .filter(norms -> norms.penalty() > 0)
                .sorted(Comparator.comparingDouble(OverRegularised::ratio).reversed())
                .toList();
        return pulled.stream()
                .filter(norms -> ratio(norms) > run.limit(Limit.PENALTY_RATIO) || term(run) > 1)
                .findFirst()
                .map(norms -> finding(run, start, norms))
                .or(() -> pulled.stream()
                        .filter(norms -> left(run, norms.name()) < run.limit(Limit.SHRUNK))
                        .findFirst()
                        .map(norms -> shrunk(run, norms)))
                .stream()
                .toList();
    }

    /** The size of a layer's weights at the end, in multiples of that at the start; NaN where it is not known. */
    private static double left(RuleContext run, String layer) {
        return WeightScale.rms(run.observations().get(run.observations().size() - 1), layer)
                / WeightScale.rms(run.observations().get(0), layer);
    }

    private static Finding shrunk(RuleContext run, GradientNorms norms) {
        return run.finding(
                Rule.OVER_REGULARISED,
                norms.name(),
                LossCourse.last(run),
                Message.of(
                        "over-regularised.evidence.shrunk",
                        EvidenceText.percent(left(run, norms.name())),
                        EvidenceText.percent(run.limit(Limit.SHRUNK)),
                        EvidenceText.text(run.learning().end()),
                        EvidenceText.text(run.learning().reference())),
                new Advice(
                        Message.of("over-regularised.cause"),
                        Message.of("over-regularised.remedy", EvidenceText.text(0.1)),
                        Remedy.regulariseLess(0.1)),
                Limit.SHRUNK);
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
