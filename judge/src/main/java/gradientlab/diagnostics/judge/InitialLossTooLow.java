package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A fresh classifier that knows the answers has seen them. */
final class InitialLossTooLow extends RuleCheck {

    private static final Advice ADVICE = new Advice(
            Message.of("initial-loss-too-low.cause"), Message.of("initial-loss-too-low.remedy"), Remedy.CHECK_DATA);

    InitialLossTooLow() {
        super(Severity.HINT, Limit.INITIAL_LOSS_SHARE);
    }

    /** A loss that is no cross entropy may be small without any knowledge; the predictions are then undecided. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> {
                    NetworkSnapshot network = OutputLayer.network(seen);
                    return network.softmaxEntropy() < limit(run, seen) && network.loss() < limit(run, seen);
                })
                .map(seen -> run.finding(
                        Rule.INITIAL_LOSS_TOO_LOW,
                        OutputLayer.name(run),
                        0,
                        Message.of(
                                "initial-loss-too-low.evidence",
                                EvidenceText.text(OutputLayer.network(seen).loss()),
                                EvidenceText.text(limit(run, seen)),
                                EvidenceText.text(run.limit(Limit.INITIAL_LOSS_SHARE))),
                        ADVICE,
                        Limit.INITIAL_LOSS_SHARE))
                .toList();
    }

    private static double limit(RuleContext run, Observation seen) {
        return run.limit(Limit.INITIAL_LOSS_SHARE) * run.chance(seen);
    }
}
