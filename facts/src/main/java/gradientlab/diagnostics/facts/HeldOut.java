package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Statistics;
import java.util.Map;

/**
 * What examples that are not trained on showed at one iteration.
 *
 * @param loss mean loss on them, without regularisation, batch norms with their statistics; NaN without any
 * @param inputs statistics of their features, by name of the network's input; empty without any
 */
public record HeldOut(double loss, Map<String, Statistics> inputs) {

    /** No examples were held out. */
    public static final HeldOut NONE = new HeldOut(Double.NaN, Map.of());

    /** Copies the map. */
    public HeldOut {
        inputs = Map.copyOf(inputs);
    }
}
