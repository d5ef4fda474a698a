package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.history.UnitChoice;
import gradientlab.diagnostics.limits.Limit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Units that let no gradient through for a whole batch. */
final class DeadUnits extends RuleCheck {

    DeadUnits() {
        super(Severity.FAULT, Limit.DEAD_UNIT_SHARE_FRESH, Limit.DEAD_UNIT_SHARE, Limit.DEAD_EXAMPLES);
    }

    /** One finding per layer: dead at first sight, or died since then and dead in two consecutive observations. */
    @Override
    List<Finding> findings(RuleContext run) {
        return run.structure().layers().stream()
                .flatMap(layer -> IntStream.range(0, run.observations().size())
                        .mapToObj(i -> finding(run, layer, i))
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
    }

    private static Optional<Finding> finding(RuleContext run, LayerFacts layer, int at) {
        Observation first = run.observations().get(0);
        Observation before = run.observations().get(Math.max(0, at - 1));
        Observation seen = run.observations().get(at);
        UnitChoice dead = UnitChoice.dead(
                seen,
                layer,
                unit -> at == 0
                        || UnitChoice.is(before, layer, unit, UnitState.DEAD)
                                && !UnitChoice.is(first, layer, unit, UnitState.DEAD));
        Limit limit = at == 0 ? Limit.DEAD_UNIT_SHARE_FRESH : Limit.DEAD_UNIT_SHARE;
        boolean judged = run.enoughExamples(seen, layer) && run.enoughExamples(before, layer);
        return judged && dead.many(run.limit(limit))
                ? Optional.of(run.finding(
                        Rule.DEAD_UNITS,
                        layer.name(),
                        seen.iteration(),
                        Message.of(
                                at == 0 ? "dead-units.evidence.fresh" : "dead-units.evidence.later",
                                dead.count(),
                                dead.ofAll(),
                                dead.list(),
                                EvidenceText.percent(run.limit(limit))),
                        // units that stay dead died before they were seen so for the second time
                        SaturationCause.of(run, at == 0 ? seen : before, layer),
                        limit))
                : Optional.empty();
    }
}
