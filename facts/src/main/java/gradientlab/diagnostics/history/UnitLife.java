package gradientlab.diagnostics.history;

import gradientlab.diagnostics.UnitState;
import gradientlab.diagnostics.history.UnitLives.Change;
import java.util.List;

/**
 * What became of one hidden unit over the observations of a run.
 *
 * @param layer name of the layer
 * @param unit column of the layer's activations
 * @param changes the first state it was seen in, then every change; never empty
 */
public record UnitLife(String layer, int unit, List<Change> changes) {

    /** Copies the list; throws {@link IllegalArgumentException} when it is empty. */
    public UnitLife {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "The life of unit " + unit + " of " + layer + " needs a first state, but there was none.");
        }
    }

    /** The state it was last seen in. */
    public UnitState state() {
        return changes.get(changes.size() - 1).state();
    }

    /** Whether it came back to life after it had been dead, whatever it is now. */
    public boolean revived() {
        boolean dead = false;
        for (Change change : changes) {
            if (dead && change.state() != UnitState.DEAD) {
                return true;
            }
            dead |= change.state() == UnitState.DEAD;
        }
        return false;
    }
}
