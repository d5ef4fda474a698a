package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.Comparator;
import java.util.List;

/** The loss of held-out examples rises again while that of training goes on falling. */
final class Overfitting extends RuleCheck {

    Overfitting() {
        super(Severity.FAULT, Limit.HELD_OUT_RISE);
    }

    /** Asked of the last two observations: one batch may be a hard one. Not of features that were prepared otherwise. */
    @Override
    List<Finding> findings(RuleContext run) {
        List<Observation> seen = run.observations().stream()
                .filter(observation -> Double.isFinite(observation.heldOut().loss()))
                .toList();
        int n = seen.size();
        if (n < 3 || run.found(Rule.HELD_OUT_DIFFERS)) {
            return List.of();
        }
        Observation best = seen.stream()
                .min(Comparator.comparingDouble(
                        observation -> observation.heldOut().loss()))
                .orElseThrow();
        Observation last = seen.get(n - 1);
        double limit = (1 + run.limit(Limit.HELD_OUT_RISE)) * best.heldOut().loss();
        boolean risen =
                last.heldOut().loss() > limit && seen.get(n - 2).heldOut().loss() > limit;
        boolean fallen = trained(last) < trained(best)
                && trained(last) < 0.5 * last.heldOut().loss();
        return risen && fallen ? List.of(finding(run, best, last)) : List.of();
    }

    private static double trained(Observation observation) {
        return observation.snapshot().network().loss();
    }

    private static Finding finding(RuleContext run, Observation best, Observation last) {
        String when = String.valueOf(best.iteration());
        return run.finding(
                Rule.OVERFITTING,
                "",
                last.iteration(),
                Message.of(
                        "overfitting.evidence",
                        EvidenceText.text(best.heldOut().loss()),
                        when,
                        EvidenceText.text(last.heldOut().loss()),
                        EvidenceText.text(trained(best)),
                        EvidenceText.text(trained(last)),
                        EvidenceText.percent(run.limit(Limit.HELD_OUT_RISE))),
                new Advice(
                        Message.of("overfitting.cause"),
                        Message.of("overfitting.remedy", when),
                        Remedy.stopEarly(best.iteration())),
                Limit.HELD_OUT_RISE);
    }
}
