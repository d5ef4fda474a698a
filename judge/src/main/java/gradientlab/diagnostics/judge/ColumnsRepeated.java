package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** Columns of an input that are the same as an earlier one. */
final class ColumnsRepeated extends RuleCheck {

    ColumnsRepeated() {
        super(Severity.HINT, Limit.RELATION_ROWS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().inputs().stream()
                .filter(input -> input.kind() != InputKind.INDICES
                        && input.rows() >= run.limit(Limit.RELATION_ROWS)
                        && input.columns().duplicates() > 0)
                .map(input -> finding(run, input))
                .toList();
    }

    private static Finding finding(RuleContext run, InputFacts input) {
        return run.finding(
                Rule.COLUMNS_REPEATED,
                input.name(),
                run.start(),
                Message.of(
                        "columns-repeated.evidence",
                        String.valueOf(input.columns().duplicates()),
                        String.valueOf(input.columns().columns()),
                        String.valueOf(input.rows())),
                new Advice(
                        Message.of("columns-repeated.cause"), Message.of("columns-repeated.remedy"), Remedy.CHECK_DATA),
                Limit.RELATION_ROWS);
    }
}
