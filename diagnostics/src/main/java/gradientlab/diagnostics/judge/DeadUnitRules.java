package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Units that let no gradient through for a whole batch, and the step that made them so. */
final class DeadUnitRules {

    private static final int LISTED = 8;

    private DeadUnitRules() {}

    /** One finding per layer: dead at first sight, or died since then and dead in two observations running. */
    static List<Finding> dead(RuleContext run) {
        List<Finding> findings = new ArrayList<>();
        for (LayerFacts layer : run.structure().layers()) {
            List<UnitState> atFirst =
                    run.first().map(seen -> states(seen, layer)).orElse(List.of());
            for (int i = 0; i < run.observations().size(); i++) {
                Observation seen = run.observations().get(i);
                Observation before = run.observations().get(Math.max(0, i - 1));
                boolean first = i == 0;
                List<UnitState> earlier = states(before, layer);
                List<Integer> dead = units(
                        states(seen, layer),
                        UnitState.DEAD,
                        unit -> first || is(earlier, unit, UnitState.DEAD) && !is(atFirst, unit, UnitState.DEAD));
                double limit = first ? run.limit(Limit.DEAD_UNIT_SHARE_FRESH) : run.limit(Limit.DEAD_UNIT_SHARE);
                if (many(run, seen, layer, dead, limit) && judged(run, before, layer)) {
                    findings.add(finding(run, seen, layer, dead, first));
                    break;
                }
            }
        }
        return findings;
    }

    /** One finding per layer: the first pair of observations between which many units died. */
    static List<Finding> killed(RuleContext run) {
        List<Finding> findings = new ArrayList<>();
        for (LayerFacts layer : run.structure().layers()) {
            for (int i = 1; i < run.observations().size(); i++) {
                Observation before = run.observations().get(i - 1);
                Observation after = run.observations().get(i);
                List<UnitState> earlier = states(before, layer);
                List<Integer> killed =
                        units(states(after, layer), UnitState.DEAD, unit -> is(earlier, unit, UnitState.ALIVE));
                if (many(run, after, layer, killed, run.limit(Limit.KILLED_SHARE)) && judged(run, before, layer)) {
                    findings.add(killed(run, layer, before, after, killed));
                    break;
                }
            }
        }
        return findings;
    }

    private static Finding finding(
            RuleContext run, Observation seen, LayerFacts layer, List<Integer> dead, boolean first) {
        Limit limit = first ? Limit.DEAD_UNIT_SHARE_FRESH : Limit.DEAD_UNIT_SHARE;
        double value = run.limit(limit);
        return run.finding(
                Rule.DEAD_UNITS,
                layer.name(),
                seen.iteration(),
                dead.size() + " of " + states(seen, layer).size()
                        + (first ? " units are dead for the whole batch" : " units died and stay dead") + " ("
                        + list(dead) + "), limit " + EvidenceText.percent(value),
                SaturationCause.flat(run, seen, layer),
                limit);
    }

    private static Finding killed(
            RuleContext run, LayerFacts layer, Observation before, Observation after, List<Integer> killed) {
        Steps.Step step = Steps.between(run, before.iteration(), after.iteration());
        Advice advice = run.inputUnscaled()
                ? Advice.scaleInput(run)
                : new Advice(
                        "one update moved the units beyond the reach of every example",
                        "lower the learning rate, warm it up, or clip the gradient at that step",
                        Remedy.LOWER_LEARNING_RATE);
        return run.finding(
                Rule.STEP_KILLED_UNITS,
                layer.name(),
                step.iteration(),
                step.words() + " killed " + killed.size() + " of "
                        + states(after, layer).size() + " units (" + list(killed) + "), limit "
                        + EvidenceText.percent(run.limit(Limit.KILLED_SHARE)),
                advice,
                Limit.KILLED_SHARE);
    }

    /** At least two: one unit of a narrow layer is a large share and means little. */
    private static boolean many(
            RuleContext run, Observation seen, LayerFacts layer, List<Integer> units, double limit) {
        int all = states(seen, layer).size();
        return units.size() >= 2 && units.size() > limit * all && judged(run, seen, layer);
    }

    private static boolean judged(RuleContext run, Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::examples).orElse(0) >= run.limit(Limit.DEAD_EXAMPLES);
    }

    /** The units in a state that something else is true of as well; asked of units in that state alone. */
    private static List<Integer> units(List<UnitState> states, UnitState state, IntPredicate wanted) {
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < states.size(); unit++) {
            if (states.get(unit) == state && wanted.test(unit)) {
                units.add(unit);
            }
        }
        return units;
    }

    private static boolean is(List<UnitState> states, int unit, UnitState state) {
        return unit < states.size() && states.get(unit) == state;
    }

    private static List<UnitState> states(Observation seen, LayerFacts layer) {
        return seen.layer(layer.name()).states();
    }

    private static String list(List<Integer> units) {
        String listed = units.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return "unit " + listed + (units.size() > LISTED ? " …" : "");
    }
}
