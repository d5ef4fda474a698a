package gradientlab.diagnostics.judge;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.LossKind;
import gradientlab.diagnostics.facts.OutputFacts;
import gradientlab.diagnostics.facts.OutputRange;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.limits.Limit;
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

    /** Not of a hinge loss, which asks for signs: {@link OutputMismatch} looks at them. */
    private static Optional<Finding> finding(RuleContext run, OutputFacts output, TargetFacts targets) {
        return OutputRange.of(output.activation())
                .filter(range -> outside(run, targets, range))
                .filter(range -> output.loss() != LossKind.SPARSE_MCXENT && !MARGIN.contains(output.loss()))
                .map(range -> finding(run, output, targets, range, advice(output, classNumbers(output, targets))));
    }

    private static Advice advice(OutputFacts output, boolean classes) {
        return new Advice(
                Message.of(
                        classes ? "targets-out-of-range.cause.classes" : "targets-out-of-range.cause",
                        output.activation()),
                Message.of(
                        classes ? "targets-out-of-range.remedy.classes" : "targets-out-of-range.remedy.identity",
                        output.name()),
                Remedy.changeOutput(output.name(), classes ? ActivationFunction.SOFTMAX : ActivationFunction.IDENTITY));
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
            RuleContext run, OutputFacts output, TargetFacts targets, OutputRange range, Advice advice) {
        return run.finding(
                Rule.TARGETS_OUT_OF_RANGE,
                output.name(),
                run.start(),
                Message.of(
                        "targets-out-of-range.evidence",
                        EvidenceText.text(targets.min()),
                        EvidenceText.text(targets.max()),
                        output.activation(),
                        EvidenceText.text(range.low()),
                        Double.isInfinite(range.high()) ? "∞" : EvidenceText.text(range.high())),
                advice,
                Limit.LEARNT_SHARE);
    }
}
