package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.facts.TargetFacts;
import java.util.List;

/** Targets that are the same for every example teach nothing. */
final class LabelsConstant extends RuleCheck {

    LabelsConstant() {
        super(Severity.FAULT, Limit.LABEL_ROWS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().targets().stream()
                .filter(targets -> targets.rows() >= run.limit(Limit.LABEL_ROWS)
                        && targets.classes().distinct() == 1)
                .map(targets -> finding(run, targets))
                .toList();
    }

    private static Finding finding(RuleContext run, TargetFacts targets) {
        return run.finding(
                Rule.LABELS_CONSTANT,
                targets.name(),
                run.start(),
                Message.of("labels-constant.evidence", String.valueOf(targets.rows())),
                new Advice(
                        Message.of(targets.allZero() ? "labels-constant.cause.zero" : "labels-constant.cause"),
                        Message.of("labels-constant.remedy"),
                        Remedy.CHECK_DATA),
                Limit.LABEL_ROWS);
    }
}
