package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Arithmetic;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A fresh classifier that scores worse than a guess is sure of wrong answers. */
final class InitialLossTooHigh extends RuleCheck {

    InitialLossTooHigh() {
        super(Severity.FAULT, Limit.INITIAL_LOSS_EXCESS);
    }

    /** A regression that starts this many times above the loss of the best constant. */
    private static final double TIMES = 5;

    @Override
    List<Finding> findings(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> run.plainLoss() && OutputLayer.hasHiddenWeights(run))
                .filter(seen ->
                        OutputLayer.network(seen).loss() - run.chance(seen) > run.limit(Limit.INITIAL_LOSS_EXCESS)
                                || regression(run, seen))
                .map(seen -> run.finding(
                        Rule.INITIAL_LOSS_TOO_HIGH,
                        OutputLayer.name(run),
                        0,
                        evidence(run, seen),
                        OutputLayer.tooWide(run, seen),
                        Limit.INITIAL_LOSS_EXCESS))
                .toList();
    }

    private static Message evidence(RuleContext run, Observation seen) {
        String loss = EvidenceText.text(OutputLayer.network(seen).loss());
        return regression(run, seen)
                ? Message.of(
                        "initial-loss-too-high.evidence.regression",
                        loss,
                        EvidenceText.text(run.learning().guess()),
                        EvidenceText.text(TIMES))
                : Message.of(
                        "initial-loss-too-high.evidence",
                        loss,
                        EvidenceText.text(run.chance(seen)),
                        EvidenceText.text(run.limit(Limit.INITIAL_LOSS_EXCESS)));
    }

    /**
     * Only where the loss of a guess is known, the targets are scaled and the outputs are wide: otherwise the loss is large
     * by the targets.
     */
    private static boolean regression(RuleContext run, Observation seen) {
        double guess = run.learning().guess();
        return Double.isNaN(OutputLayer.network(seen).chanceLoss())
                && guess > 0
                && OutputLayer.network(seen).loss() > TIMES * guess
                && !(Arithmetic.rms(OutputLayer.network(seen).logits().statistics()) < run.shared(Limit.LOGIT_STD))
                && !run.found(Rule.TARGETS_NOT_SCALED);
    }
}
