package gradientlab.diagnostics.judge;

import java.util.List;

/** The logits of a fresh classifier should lie near 0. */
final class OutputTooWide extends RuleCheck {

    OutputTooWide() {
        super(Severity.FAULT, Limit.LOGIT_STD);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.fresh().stream()
                .filter(seen -> !Double.isNaN(OutputLayer.network(seen).chanceLoss()))
                .filter(seen -> std(seen) > run.limit(Limit.LOGIT_STD))
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

    private static double std(Observation seen) {
        return OutputLayer.network(seen).logits().statistics().std();
    }
}
