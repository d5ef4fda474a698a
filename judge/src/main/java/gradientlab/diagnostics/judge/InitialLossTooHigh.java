package gradientlab.diagnostics.judge;

import java.util.List;

/** A fresh classifier that scores worse than a guess is sure of wrong answers. */
final class InitialLossTooHigh extends RuleCheck {

    InitialLossTooHigh() {
        super(Severity.FAULT, Limit.INITIAL_LOSS_EXCESS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> run.plainLoss() && OutputLayer.hasHiddenWeights(run))
                .filter(seen ->
                        OutputLayer.network(seen).loss() - run.chance(seen) > run.limit(Limit.INITIAL_LOSS_EXCESS))
                .map(seen -> run.finding(
                        Rule.INITIAL_LOSS_TOO_HIGH,
                        OutputLayer.name(run),
                        0,
                        Message.of(
                                "initial-loss-too-high.evidence",
                                EvidenceText.text(OutputLayer.network(seen).loss()),
                                EvidenceText.text(run.chance(seen)),
                                EvidenceText.text(run.limit(Limit.INITIAL_LOSS_EXCESS))),
                        OutputLayer.tooWide(run, seen),
                        Limit.INITIAL_LOSS_EXCESS))
                .toList();
    }
}
