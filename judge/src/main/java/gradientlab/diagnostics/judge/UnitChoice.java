package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.history.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Some units of a layer in one observation.
 *
 * @param units their columns, ascending
 * @param all how many units the layer has
 */
record UnitChoice(List<Integer> units, int all) {

    private static final int LISTED = 8;

    /** The dead units that something else is true of as well; asked of dead units alone. */
    static UnitChoice dead(Observation seen, LayerFacts layer, IntPredicate wanted) {
        List<UnitState> states = states(seen, layer);
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < states.size(); unit++) {
            if (states.get(unit) == UnitState.DEAD && wanted.test(unit)) {
                units.add(unit);
            }
        }
        return new UnitChoice(units, states.size());
    }

    /** Whether a unit was in a state; no unit is where no unit rule applies. */
    static boolean is(Observation seen, LayerFacts layer, int unit, UnitState state) {
        List<UnitState> states = states(seen, layer);
        return unit < states.size() && states.get(unit) == state;
    }

    /** At least two: one unit of a narrow layer is a large share and means little. */
    boolean many(double limit) {
        return units.size() >= 2 && units.size() > limit * all;
    }

    /** How many they are, as evidence. */
    String count() {
        return String.valueOf(units.size());
    }

    /** How many units the layer has, as evidence. */
    String ofAll() {
        return String.valueOf(all);
    }

    /** The first few of them, as evidence. */
    String list() {
        String listed = units.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return listed + (units.size() > LISTED ? " …" : "");
    }

    private static List<UnitState> states(Observation seen, LayerFacts layer) {
        return seen.layer(layer.name()).states();
    }
}
