package gradientlab.diagnostics.judge;

import java.util.List;

/** A layer of which no pre-activation can be read: rules about its units do not apply. */
final class NotUnderstood extends RuleCheck {

    NotUnderstood() {
        super(Severity.HINT);
    }

    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().layers().stream()
                .filter(layer -> layer.role() == Role.UNKNOWN)
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
