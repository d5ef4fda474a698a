package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.limits.Limit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Targets of a regression that are far larger than what a fresh network gives make the first gradients as large. */
final class TargetsNotScaled extends RuleCheck {

    private static final Set<LossKind> REGRESSION = EnumSet.of(LossKind.MSE, LossKind.L2, LossKind.MAE, LossKind.L1);

    TargetsNotScaled() {
        super(Severity.FAULT, Limit.TARGET_RMS, Limit.TARGET_RMS_AT_ONCE);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().training().outputs().stream()
                .filter(output -> REGRESSION.contains(output.loss()))
                .flatMap(output -> finding(run, output).stream())
                .toList();
    }

    private static Optional<Finding> finding(RuleContext run, OutputFacts output) {
        Learning learning = run.learning();
        boolean harm = learning.diverged() || learning.judged() && !learning.well();
        Limit limit = harm ? Limit.TARGET_RMS : Limit.TARGET_RMS_AT_ONCE;
        return run.history()
                .data()
                .target(output.name())
                .filter(targets -> targets.kind() == TargetKind.VALUE || targets.kind() == TargetKind.CLASS_INDEX)
                .map(TargetFacts::each)
                .flatMap(columns -> columns.stream().max(Comparator.comparingDouble(Column::secondMoment)))
                .filter(column -> Math.sqrt(column.secondMoment()) > run.limit(limit))
                .map(column -> run.finding(
                        Rule.TARGETS_NOT_SCALED,
                        output.name(),
                        run.start(),
                        Message.of(
                                "targets-not-scaled.evidence",
                                EvidenceText.text(column.min()),
                                EvidenceText.text(column.max()),
                                EvidenceText.text(Math.sqrt(column.secondMoment())),
                                EvidenceText.text(run.limit(limit))),
                        new Advice(
                                Message.of("targets-not-scaled.cause"),
                                Message.of(
                                        "targets-not-scaled.remedy",
                                        EvidenceText.text(column.mean()),
                                        EvidenceText.text(column.std())),
                                Remedy.scaleTargets(output.name(), column.std())),
                        limit))
                .map(finding -> learning.below(Learning.MOST) ? finding.with(Severity.HINT) : finding);
    }
}
