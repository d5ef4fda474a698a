package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.facts.GradientCheck;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;

/** A backward pass that does not belong to its forward pass: the loss does not change as its gradient says. */
final class WrongGradient extends RuleCheck {

    WrongGradient() {
        super(Severity.FAULT, Limit.GRADIENT_ERROR);
    }

    /** The first from the output down; all below get their gradient through it. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.observations().stream()
                .flatMap(seen -> seen.checks().stream()
                        .filter(check -> check.error() > run.limit(Limit.GRADIENT_ERROR))
                        .map(check -> finding(run, seen.iteration(), check)))
                .limit(1)
                .toList();
    }

    private static Finding finding(RuleContext run, int iteration, GradientCheck check) {
        return run.finding(
                Rule.WRONG_GRADIENT,
                check.layer(),
                iteration,
                Message.of(
                        "wrong-gradient.evidence",
                        EvidenceText.text(check.computed()),
                        EvidenceText.text(check.measured()),
                        EvidenceText.percent(run.limit(Limit.GRADIENT_ERROR))),
                check.foreign().isEmpty()
                        ? new Advice(
                                Message.of("wrong-gradient.cause", check.layer()),
                                Message.of("wrong-gradient.remedy"),
                                Remedy.OTHER)
                        : new Advice(
                                Message.of("wrong-gradient.cause.foreign", check.foreign()),
                                Message.of("wrong-gradient.remedy.foreign", check.foreign()),
                                Remedy.OTHER),
                Limit.GRADIENT_ERROR);
    }
}
