package gradientlab.diagnostics.history;

import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.UnitState;
import java.util.ArrayList;
import java.util.List;

/** Follows every hidden unit through the observations of a run. */
public final class UnitLives {

    private UnitLives() {}

    /**
     * A state and when it began.
     *
     * @param after last iteration at which the unit was seen in the state before; −1 for the first state
     * @param iteration first iteration at which it was seen in this state; the step is known exactly when this is
     *     after + 1
     * @param state the new state
     */
    public record Change(int after, int iteration, UnitState state) {}

    /**
     * One life per unit of every layer with unit rules, layer by layer.
     *
     * <p>A state is that on the batch of the observation: of a batch of few examples more units seem dead.
     */
    public static List<UnitLife> of(History history) {
        List<UnitLife> lives = new ArrayList<>();
        for (LayerFacts layer : history.structure().layers()) {
            int units = history.observations().stream()
                    .mapToInt(observation ->
                            observation.layer(layer.name()).states().size())
                    .max()
                    .orElse(0);
            for (int unit = 0; unit < units; unit++) {
                lives.add(new UnitLife(layer.name(), unit, changes(history.observations(), layer.name(), unit)));
            }
        }
        return lives;
    }

    private static List<Change> changes(List<Observation> observations, String layer, int unit) {
        List<Change> changes = new ArrayList<>();
        UnitState last = null;
        int seen = -1;
        for (Observation observation : observations) {
            List<UnitState> states = observation.layer(layer).states();
            if (unit < states.size()) {
                if (states.get(unit) != last) {
                    changes.add(new Change(seen, observation.iteration(), states.get(unit)));
                }
                last = states.get(unit);
                seen = observation.iteration();
            }
        }
        return changes;
    }
}
