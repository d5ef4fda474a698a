package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.change.Remedy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A layer of which no pre-activation can be read: rules about its units do not apply. Said once per kind. */
final class NotUnderstood extends RuleCheck {

    NotUnderstood() {
        super(Severity.HINT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        Set<String> said = new HashSet<>();
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.UNKNOWN && said.add(layer.kind()))
                .map(layer -> run.finding(
                        Rule.NOT_UNDERSTOOD,
                        layer.name(),
                        -1,
                        run.start(),
                        Message.of("not-understood.evidence", layer.kind()),
                        new Advice(
                                Message.of("not-understood.cause", layer.kind()),
                                Message.of("not-understood.remedy"),
                                Remedy.OTHER),
                        "definition of the probe"))
                .toList();
    }
}
