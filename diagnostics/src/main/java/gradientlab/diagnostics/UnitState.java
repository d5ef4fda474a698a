package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.ActiveRange;
import java.util.ArrayList;
import java.util.List;

/** How a unit does on one batch. */
public enum UnitState {
    ALIVE,
    /**
     * More than half of its z are {@linkplain ActivationFunction#unsaturated() saturated}, but not all of them dead. Never
     * said of a rectifier, whose flat side is half of its way of working.
     */
    SATURATED,
    /** Every z of the batch lies outside {@link ActivationFunction#alive()}: next to no gradient passes. */
    DEAD;

    /** Per column of z; a NaN counts as dead and as saturated. Empty without examples or without limits on z. */
    public static List<UnitState> of(Matrix z, LayerFacts layer) {
        if (!layer.unitRules() || z.empty()) {
            return List.of();
        }
        int[] alive = examplesWithin(layer.nonlinearity().alive(), z);
        int[] unsaturated = examplesWithin(layer.nonlinearity().unsaturated(), z);
        List<UnitState> states = new ArrayList<>();
        for (int unit = 0; unit < z.columns(); unit++) {
            boolean saturated = !layer.rectifier() && 2 * unsaturated[unit] < z.rows();
            states.add(alive[unit] == 0 ? DEAD : saturated ? SATURATED : ALIVE);
        }
        return states;
    }

    /** Per column, in the order in which the values lie. */
    private static int[] examplesWithin(ActiveRange range, Matrix z) {
        int[] examples = new int[z.columns()];
        float[] values = z.values();
        for (int start = 0; start < values.length; start += examples.length) {
            for (int unit = 0; unit < examples.length; unit++) {
                examples[unit] += range.contains(values[start + unit]) ? 1 : 0;
            }
        }
        return examples;
    }
}
