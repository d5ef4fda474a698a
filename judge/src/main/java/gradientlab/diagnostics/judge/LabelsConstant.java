package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.stream.Stream;

/** Targets that are the same for every example teach nothing. */
final class LabelsConstant extends RuleCheck {

    private static final int BATCHES = 4;

    LabelsConstant() {
        super(Severity.FAULT, Limit.LABEL_ROWS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().targets().stream()
                .filter(targets -> targets.rows() >= run.limit(Limit.LABEL_ROWS))
                .flatMap(targets -> targets.classes().distinct() == 1
                        ? Stream.of(allTheSame(run, targets))
                        : ofEachBatch(targets) ? Stream.of(eachBatch(run, targets)) : Stream.empty())
                .toList();
    }

    /** Values, of which any two examples would differ, that are one and the same within every batch. */
    private static boolean ofEachBatch(TargetFacts targets) {
        ClassFacts classes = targets.classes();
        return !targets.kind().classes()
                && classes.batches() >= BATCHES
                && classes.uniform() == classes.batches()
                && 2 * classes.distinct() > classes.batches();
    }

    private static Finding allTheSame(RuleContext run, TargetFacts targets) {
        Message evidence = Message.of("labels-constant.evidence", String.valueOf(targets.rows()));
        String cause = targets.allZero() ? "labels-constant.cause.zero" : "labels-constant.cause";
        return finding(run, targets, evidence, cause, "labels-constant.remedy");
    }

    private static Finding eachBatch(RuleContext run, TargetFacts targets) {
        String batches = String.valueOf(targets.classes().batches());
        Message evidence = Message.of("labels-constant.evidence.batch", batches);
        return finding(run, targets, evidence, "labels-constant.cause.batch", "labels-constant.remedy.batch");
    }

    private static Finding finding(
            RuleContext run, TargetFacts targets, Message evidence, String cause, String remedy) {
        Advice advice = new Advice(Message.of(cause), Message.of(remedy), Remedy.CHECK_DATA);
        return run.finding(Rule.LABELS_CONSTANT, targets.name(), run.start(), evidence, advice, Limit.LABEL_ROWS);
    }
}
