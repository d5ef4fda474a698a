package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.NetworkSnapshot;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** The logits of a fresh classifier should lie near 0. */
final class OutputTooWide extends RuleCheck {

    private static final double UNDECIDED = 0.8;

    /** Nats above ln C. */
    private static final double COST = 0.5;

    OutputTooWide() {
        super(Severity.FAULT, Limit.LOGIT_STD);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> OutputLayer.hasHiddenWeights(run))
                .filter(seen -> !Double.isNaN(OutputLayer.network(seen).chanceLoss()))
                .filter(seen -> std(seen) > run.limit(Limit.LOGIT_STD) && decided(seen) && costs(run, seen))
                .map(seen -> run.finding(
                        Rule.OUTPUT_TOO_WIDE,
                        OutputLayer.name(run),
                        0,
                        Message.of(
                                "output-too-wide.evidence",
                                EvidenceText.text(std(seen)),
                                EvidenceText.text(run.limit(Limit.LOGIT_STD))),
                        OutputLayer.tooWide(run, seen),
                        Limit.LOGIT_STD))
                .toList();
    }

    /** By the entropy, as softmax sees the logits: what all logits of a row have in common does not count. */
    private static boolean decided(Observation seen) {
        NetworkSnapshot network = OutputLayer.network(seen);
        return network.softmaxEntropy() < UNDECIDED * network.chanceLoss();
    }

    /** Not where the loss cannot be compared with ln C, and not where it is about that. */
    private static boolean costs(RuleContext run, Observation seen) {
        double excess = OutputLayer.network(seen).loss() - run.chance(seen);
        return Double.isNaN(excess) || !run.plainLoss() || excess > COST;
    }

    private static double std(Observation seen) {
        return OutputLayer.network(seen).logits().statistics().std();
    }
}
