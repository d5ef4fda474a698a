package gradientlab.diagnostics.judge;

import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Nonlinearity;
import java.util.ArrayList;
import java.util.List;

/** How a unit does on one batch. */
public enum UnitState {
    ALIVE,
    /**
     * More than half of its z are {@linkplain Nonlinearity#unsaturated() saturated}, but not all of them dead. Never
     * said of a rectifier, whose flat side is half of its way of working.
     */
    SATURATED,
    /** Every z of the batch lies outside {@link Nonlinearity#alive()}: next to no gradient passes. */
    DEAD;

    /** Per column of z; a NaN counts as dead and as saturated. Empty without examples or without limits on z. */
    static List<UnitState> of(Matrix z, LayerFacts layer) {
        List<UnitState> states = new ArrayList<>();
        for (int unit = 0; layer.unitRules() && !z.empty() && unit < z.columns(); unit++) {
            states.add(of(z, unit, layer));
        }
        return states;
    }

    private static UnitState of(Matrix z, int unit, LayerFacts layer) {
        int alive = 0;
        int unsaturated = 0;
        for (int row = 0; row < z.rows(); row++) {
            alive += layer.nonlinearity().alive().contains(z.at(row, unit)) ? 1 : 0;
            unsaturated += layer.nonlinearity().unsaturated().contains(z.at(row, unit)) ? 1 : 0;
        }
        if (alive == 0) {
            return DEAD;
        }
        return !layer.rectifier() && 2 * unsaturated < z.rows() ? SATURATED : ALIVE;
    }
}
