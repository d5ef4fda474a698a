package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.limits.Limit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What one rule is: how much it matters, which limits it reads, and how it checks a run. */
abstract class RuleCheck {

    private final Severity severity;
    private final Set<Limit> limits = EnumSet.noneOf(Limit.class);

    /** @param limits all limits that the check reads */
    RuleCheck(Severity severity, Limit... limits) {
        this.severity = severity;
        this.limits.addAll(List.of(limits));
    }

    final Severity severity() {
        return severity;
    }

    final Set<Limit> limits() {
        return Set.copyOf(limits);
    }

    /** What it finds, in the order of the layers; empty when nothing is wrong or nothing can be told. */
    abstract List<Finding> findings(RuleContext run);
}
