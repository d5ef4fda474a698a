package gradientlab.diagnostics.history;

import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.RunningStatistics;
import gradientlab.diagnostics.Symmetry;
import gradientlab.diagnostics.UnitState;
import java.util.List;

/**
 * What rules need of a layer beyond its snapshot.
 *
 * @param name name of the layer or vertex
 * @param states state of every unit; empty where no unit rule applies
 * @param identicalUnits units in the largest group with exactly the same incoming weights and bias; 0 where weights
 *     cannot be told unit by unit
 * @param apart those of them whose gradient differs, so that one step tells them apart; 0 where that is not known
 * @param running batch norms: running statistics against those of the batch; {@link RunningStatistics#UNKNOWN} else
 */
public record LayerObservation(
        String name, List<UnitState> states, int identicalUnits, int apart, RunningStatistics running) {

    /** Copies the list of states. */
    public LayerObservation {
        states = List.copyOf(states);
    }

    /** A layer about which nothing beyond its snapshot is known. */
    static LayerObservation nothing(String name) {
        return new LayerObservation(name, List.of(), 0, 0, RunningStatistics.UNKNOWN);
    }

    /** @param input what the layer was given, where that is known; otherwise empty */
    static LayerObservation of(LayerFacts facts, LayerCapture layer, Matrix input) {
        Symmetry.Group alike = facts.hiddenWeights() ? Symmetry.largestGroup(layer) : new Symmetry.Group(0, 0);
        return new LayerObservation(
                facts.name(),
                layer.nonlinearity() == facts.nonlinearity() ? UnitState.of(layer.preActivation(), facts) : List.of(),
                alike.units(),
                alike.apart(),
                facts.role() == Role.BATCH_NORM
                        ? RunningStatistics.of(layer.parameters(), input)
                        : RunningStatistics.UNKNOWN);
    }

    /** Units in a state. */
    public int count(UnitState state) {
        return (int) states.stream().filter(s -> s == state).count();
    }
}
