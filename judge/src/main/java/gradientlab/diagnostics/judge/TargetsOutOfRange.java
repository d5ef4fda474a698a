package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.OutputRange;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Targets that the output layer cannot reach, because its nonlinearity ends before. */
final class TargetsOutOfRange extends RuleCheck {

    private static final double EDGE = 1e-6;

    /** Share of the width of the targets. */
    private static final double FAR = 0.1;

    private static final Set<LossKind> MARGIN = Set.of(LossKind.HINGE, LossKind.SQUARED_HINGE);

    TargetsOutOfRange() {
        super(Severity.FAULT, Limit.LEARNT_SHARE, Limit.LOSS_ITERATIONS);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.history().training().outputs().stream()
                .flatMap(output -> run.history().data().target(output.name()).stream()
                        .filter(targets -> targets.rows() > 0)
                        .flatMap(targets -> finding(run, output, targets).stream()))
                .toList();
    }

    private static Optional<Finding> finding(RuleContext run, OutputFacts output, TargetFacts targets) {
        if (MARGIN.contains(output.loss())) {
            return targets.min() < -0.5 || targets.max() > 1 + EDGE
                    ? Optional.empty()
                    : Optional.of(finding(
                            run,
                            output,
                            targets,
                            -1,
                            1,
                            "targets-out-of-range.cause.hinge",
                            "targets-out-of-range.remedy.signs",
                            null));
        }
        return OutputRange.of(output.activation())
                .filter(range -> outside(run, targets, range))
                .filter(range -> output.loss() != LossKind.SPARSE_MCXENT)
                .map(range -> classNumbers(output, targets)
                        ? finding(
                                run,
                                output,
                                targets,
                                range.low(),
                                range.high(),
                                "targets-out-of-range.cause.classes",
                                "targets-out-of-range.remedy.classes",
                                ActivationFunction.SOFTMAX)
                        : finding(
                                run,
                                output,
                                targets,
                                range.low(),
                                range.high(),
                                "targets-out-of-range.cause",
                                "targets-out-of-range.remedy.identity",
                                ActivationFunction.IDENTITY));
    }

    /** Far outside in any run, a little in one that does not learn. */
    private static boolean outside(RuleContext run, TargetFacts targets, OutputRange range) {
        double beyond = Math.max(range.low() - targets.min(), targets.max() - range.high());
        return beyond > (run.learning().well() ? FAR * (targets.max() - targets.min()) : EDGE);
    }

    /** Class numbers in a single column, as other libraries take them for as many outputs as there are classes. */
    private static boolean classNumbers(OutputFacts output, TargetFacts targets) {
        return targets.kind() == TargetKind.CLASS_INDEX
                && targets.max() <= 100
                && Set.of("sigmoid", "softmax", "hardsigmoid").contains(output.activation());
    }

    private static Finding finding(
            RuleContext run,
            OutputFacts output,
            TargetFacts targets,
            double low,
            double high,
            String cause,
            String remedy,
            ActivationFunction better) {
        return run.finding(
                Rule.TARGETS_OUT_OF_RANGE,
                output.name(),
                run.start(),
                Message.of(
                        "targets-out-of-range.evidence",
                        EvidenceText.text(targets.min()),
                        EvidenceText.text(targets.max()),
                        output.activation(),
                        EvidenceText.text(low),
                        EvidenceText.text(high)),
                new Advice(
                        Message.of(cause, output.activation()),
                        Message.of(remedy, output.name()),
                        better == null ? Remedy.CHECK_DATA : Remedy.changeOutput(output.name(), better)),
                Limit.LEARNT_SHARE);
    }
}
