package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Units that let no gradient through for a whole batch, and the step that made them so. */
final class DeadUnitRules {

    private static final int LISTED = 8;

    private DeadUnitRules() {}

    /** One finding per layer: dead at first sight, or died since then and dead in two observations running. */
    static List<Finding> dead(Case run) {
        List<Finding> findings = new ArrayList<>();
        for (LayerFacts layer : run.structure().layers()) {
            for (int i = 0; i < run.observations().size(); i++) {
                Observation seen = run.observations().get(i);
                Observation before = run.observations().get(Math.max(0, i - 1));
                boolean first = i == 0;
                List<Integer> dead = units(
                        seen,
                        layer,
                        unit -> state(seen, layer, unit) == UnitState.DEAD
                                && (first
                                        || state(before, layer, unit) == UnitState.DEAD
                                                && livedAtFirst(run, layer, unit)));
                double limit =
                        first ? run.limits().deadUnitShareFresh() : run.limits().deadUnitShare();
                if (many(run, seen, layer, dead, limit) && judged(run, before, layer)) {
                    findings.add(finding(run, seen, layer, dead, first));
                    break;
                }
            }
        }
        return findings;
    }

    /** One finding per layer: the first pair of observations between which many units died. */
    static List<Finding> killed(Case run) {
        List<Finding> findings = new ArrayList<>();
        for (LayerFacts layer : run.structure().layers()) {
            for (int i = 1; i < run.observations().size(); i++) {
                Observation before = run.observations().get(i - 1);
                Observation after = run.observations().get(i);
                List<Integer> killed = units(
                        after,
                        layer,
                        unit -> state(after, layer, unit) == UnitState.DEAD
                                && state(before, layer, unit) == UnitState.ALIVE);
                if (many(run, after, layer, killed, run.limits().killedShare()) && judged(run, before, layer)) {
                    findings.add(killed(run, layer, before, after, killed));
                    break;
                }
            }
        }
        return findings;
    }

    private static Finding finding(Case run, Observation seen, LayerFacts layer, List<Integer> dead, boolean first) {
        String limit = first ? "deadUnitShareFresh" : "deadUnitShare";
        double value = first ? run.limits().deadUnitShareFresh() : run.limits().deadUnitShare();
        return run.finding(
                Rule.DEAD_UNITS,
                layer.name(),
                seen.iteration(),
                dead.size() + " of " + seen.layer(layer.name()).states().size()
                        + (first ? " units are dead for the whole batch" : " units died and stay dead") + " ("
                        + list(dead) + "), limit " + Numbers.percent(value),
                Blame.flat(run, seen, layer),
                limit);
    }

    private static Finding killed(
            Case run, LayerFacts layer, Observation before, Observation after, List<Integer> killed) {
        Steps.Step step = Steps.between(run, before.iteration(), after.iteration());
        Advice advice = run.inputUnscaled()
                ? Advice.SCALE_INPUT
                : new Advice(
                        "one update moved the units beyond the reach of every example",
                        "lower the learning rate, warm it up, or clip the gradient at that step",
                        Remedy.LOWER_LEARNING_RATE);
        return run.finding(
                Rule.STEP_KILLED_UNITS,
                layer.name(),
                step.iteration(),
                step.words() + " killed " + killed.size() + " of "
                        + after.layer(layer.name()).states().size() + " units (" + list(killed) + "), limit "
                        + Numbers.percent(run.limits().killedShare()),
                advice,
                "killedShare");
    }

    /** At least two: one unit of a narrow layer is a large share and means little. */
    private static boolean many(Case run, Observation seen, LayerFacts layer, List<Integer> units, double limit) {
        int all = seen.layer(layer.name()).states().size();
        return units.size() >= 2 && units.size() > limit * all && judged(run, seen, layer);
    }

    private static boolean judged(Case run, Observation seen, LayerFacts layer) {
        return seen.measured(layer.name()).map(LayerSnapshot::examples).orElse(0)
                >= run.limits().deadExamples();
    }

    private static List<Integer> units(Observation seen, LayerFacts layer, IntPredicate wanted) {
        return IntStream.range(0, seen.layer(layer.name()).states().size())
                .filter(wanted)
                .boxed()
                .toList();
    }

    private static UnitState state(Observation seen, LayerFacts layer, int unit) {
        List<UnitState> states = seen.layer(layer.name()).states();
        return unit < states.size() ? states.get(unit) : null;
    }

    private static boolean livedAtFirst(Case run, LayerFacts layer, int unit) {
        return state(run.observations().get(0), layer, unit) != UnitState.DEAD;
    }

    private static String list(List<Integer> units) {
        String listed = units.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return "unit " + listed + (units.size() > LISTED ? " …" : "");
    }
}
