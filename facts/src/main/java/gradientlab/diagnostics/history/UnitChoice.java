package gradientlab.diagnostics.history;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
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
public record UnitChoice(List<Integer> units, int all) {

    private static final int LISTED = 8;

    /** Copies the list. */
    public UnitChoice {
        units = List.copyOf(units);
    }

    /** The dead units that something else is true of as well; asked of dead units alone. */
    public static UnitChoice dead(Observation seen, LayerFacts layer, IntPredicate wanted) {
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
    public static boolean is(Observation seen, LayerFacts layer, int unit, UnitState state) {
        List<UnitState> states = states(seen, layer);
        return unit < states.size() && states.get(unit) == state;
    }

    /** At least two: one unit of a narrow layer is a large share and means little. */
    public boolean many(double limit) {
        return units.size() >= 2 && units.size() > limit * all;
    }

    /** How many they are, as evidence. */
    public String count() {
        return String.valueOf(units.size());
    }

    /** How many units the layer has, as evidence. */
    public String ofAll() {
        return String.valueOf(all);
    }

    /** The first few of them, as evidence. */
    public String list() {
        String listed = units.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
        return listed + (units.size() > LISTED ? " …" : "");
    }

    private static List<UnitState> states(Observation seen, LayerFacts layer) {
        return seen.layer(layer.name()).states();
    }
}
