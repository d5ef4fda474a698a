package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.ColumnFacts;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Optional;

/** Columns of an input that differ from the others in scale, or lie far from 0: each column should have mean 0 and std 1. */
final class InputColumns extends RuleCheck {

    InputColumns() {
        super(Severity.FAULT, Limit.INPUT_RMS, Limit.INPUT_OFFSET);
    }

    /** At most one finding per input: its largest column, or else the one furthest from 0. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().inputs().stream()
                .filter(input -> input.kind() != InputKind.INDICES && run.meetsWeights(input.name()))
                .filter(input -> run.findings(Rule.INPUT_NOT_SCALED).stream()
                        .noneMatch(finding -> finding.layer().equals(input.name())))
                .flatMap(input -> wide(run, input).or(() -> offset(run, input)).stream())
                .toList();
    }

    private static Optional<Finding> wide(RuleContext run, InputFacts input) {
        return input.columns().widest().stream()
                .filter(column -> Math.sqrt(column.secondMoment()) > run.limit(Limit.INPUT_RMS))
                .findFirst()
                .map(column ->
                        finding(run, input, column, "input-columns.evidence", "input-columns.cause", Limit.INPUT_RMS));
    }

    /** Harmless in a run that learns well, and no reason for parameters that steps too small leave where they are. */
    private static Optional<Finding> offset(RuleContext run, InputFacts input) {
        ColumnFacts columns = input.columns();
        return columns.mostOffset().stream()
                .filter(column -> Math.abs(column.mean()) > run.limit(Limit.INPUT_OFFSET) * Math.max(1, column.std()))
                .findFirst()
                .map(column -> finding(
                        run,
                        input,
                        column,
                        "input-columns.evidence.offset",
                        "input-columns.cause.offset",
                        Limit.INPUT_OFFSET))
                .map(finding ->
                        run.learning().below(Learning.MOST) || StepSizes.of(run).stayed(run)
                                ? finding.with(Severity.HINT)
                                : finding);
    }

    private static Finding finding(
            RuleContext run, InputFacts input, Column column, String evidence, String cause, Limit limit) {
        return run.finding(
                Rule.INPUT_COLUMNS,
                input.name(),
                column.index(),
                run.start(),
                Message.of(
                        evidence,
                        String.valueOf(column.index()),
                        EvidenceText.text(column.mean()),
                        EvidenceText.text(column.std()),
                        EvidenceText.text(run.limit(limit)),
                        String.valueOf(input.columns().columns())),
                new Advice(Message.of(cause), Message.of("input-columns.remedy"), Remedy.scaleColumns(input.name())),
                limit.source());
    }
}
