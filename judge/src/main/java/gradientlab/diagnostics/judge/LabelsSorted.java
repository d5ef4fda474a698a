package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** Batches of a single class pull the network from class to class. */
final class LabelsSorted extends RuleCheck {

    LabelsSorted() {
        super(Severity.FAULT, Limit.UNIFORM_SHARE);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().targets().stream()
                .filter(targets -> targets.kind().classes() && sorted(run, targets.classes()))
                .map(targets -> finding(run, targets))
                .toList();
    }

    private static boolean sorted(RuleContext run, ClassFacts classes) {
        return classes.distinct() > 1
                && classes.batches() >= 4
                && classes.uniform() > run.limit(Limit.UNIFORM_SHARE) * classes.batches()
                && classes.uniform() > 3 * classes.expectedUniform();
    }

    private static Finding finding(RuleContext run, TargetFacts targets) {
        ClassFacts classes = targets.classes();
        return run.finding(
                Rule.LABELS_SORTED,
                targets.name(),
                run.start(),
                Message.of(
                        "labels-sorted.evidence",
                        String.valueOf(classes.uniform()),
                        String.valueOf(classes.batches()),
                        EvidenceText.text(classes.expectedUniform()),
                        EvidenceText.percent(run.limit(Limit.UNIFORM_SHARE))),
                new Advice(Message.of("labels-sorted.cause"), Message.of("labels-sorted.remedy"), Remedy.CHECK_DATA),
                Limit.UNIFORM_SHARE);
    }
}
