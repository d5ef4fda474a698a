package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.ClassFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.stream.Stream;

/** Batches of a single class pull the network from class to class; those of like values from value to value. */
final class LabelsSorted extends RuleCheck {

    LabelsSorted() {
        super(Severity.FAULT, Limit.UNIFORM_SHARE);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().data().targets().stream()
                .flatMap(targets -> {
                    boolean classes = targets.kind().classes();
                    return classes && sorted(run, targets.classes())
                            ? Stream.of(finding(run, targets))
                            : !classes && valuesSorted(run, targets) ? Stream.of(values(run, targets)) : Stream.empty();
                })
                .toList();
    }

    /** Of values: most of what they differ by lies between the batches, whose loss is then low for following them. */
    private static boolean valuesSorted(RuleContext run, TargetFacts targets) {
        ClassFacts classes = targets.classes();
        return classes.batches() >= 4
                && classes.between() > run.limit(Limit.UNIFORM_SHARE)
                && targets.rows() > 8L * classes.batches();
    }

    private static Finding values(RuleContext run, TargetFacts targets) {
        return run.finding(
                Rule.LABELS_SORTED,
                targets.name(),
                run.start(),
                Message.of(
                        "labels-sorted.evidence.values",
                        EvidenceText.percent(targets.classes().between()),
                        EvidenceText.percent((double) targets.classes().batches() / targets.rows()),
                        EvidenceText.percent(run.limit(Limit.UNIFORM_SHARE))),
                new Advice(
                        Message.of("labels-sorted.cause.values"),
                        Message.of("labels-sorted.remedy"),
                        Remedy.CHECK_DATA),
                Limit.UNIFORM_SHARE);
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
