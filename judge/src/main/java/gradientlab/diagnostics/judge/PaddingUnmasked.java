package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/**
 * Sequences of several lengths, filled up with zeros that no mask leaves out: what a recurrent layer gives at its last step
 * is then that of the zeros, and a mean over the steps is diluted by them.
 */
final class PaddingUnmasked extends RuleCheck {

    PaddingUnmasked() {
        super(Severity.FAULT, Limit.PADDED_SHARE);
    }

    /** A hint where the network learns all the same, or has not been trained yet. */
    @Override
    List<Finding> findings(RuleContext run) {
        boolean harm = run.learning().judged() && !run.learning().well();
        return run.history().data().inputs().stream()
                .filter(input ->
                        input.padding().lengths() > 2 && input.padding().share() > run.limit(Limit.PADDED_SHARE))
                .map(input -> finding(run, input))
                .map(finding -> harm ? finding : finding.with(Severity.HINT))
                .toList();
    }

    private static Finding finding(RuleContext run, InputFacts input) {
        return run.finding(
                Rule.PADDING_UNMASKED,
                input.name(),
                run.start(),
                Message.of(
                        "padding-unmasked.evidence",
                        EvidenceText.percent(input.padding().share()),
                        String.valueOf(input.padding().lengths()),
                        EvidenceText.percent(run.limit(Limit.PADDED_SHARE))),
                new Advice(
                        Message.of("padding-unmasked.cause"), Message.of("padding-unmasked.remedy"), Remedy.CHECK_DATA),
                Limit.PADDED_SHARE);
    }
}
