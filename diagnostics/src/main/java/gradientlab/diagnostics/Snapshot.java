package gradientlab.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statistics and histograms made of one capture: plain data, all of one iteration.
 *
 * <p>Records, lists, strings and numbers only, so that any JSON mapper can write and read it (NaN and the infinities
 * need a mapper that lets them through, as Jackson does). For the network of the lecture, 784-128-10, it holds some 20
 * histograms.
 *
 * @param iteration updates made before; 0 is the network as initialised
 * @param network loss, logits, predictions
 * @param layers layers in the order of the capture
 */
public record Snapshot(int iteration, NetworkSnapshot network, List<LayerSnapshot> layers) {

    /** Copies the list of layers; throws {@link IllegalArgumentException} for a negative iteration. */
    public Snapshot {
        Iterations.require(iteration);
        layers = List.copyOf(layers);
    }

    /** Condenses a capture with the default options. */
    public static Snapshot of(Capture capture) {
        return of(capture, SnapshotOptions.DEFAULT);
    }

    /** Condenses a capture. */
    public static Snapshot of(Capture capture, SnapshotOptions options) {
        return new Snapshot(
                capture.iteration(),
                NetworkSnapshot.of(capture, options.bins()),
                capture.layers().stream()
                        .map(layer -> LayerSnapshot.of(layer, options.bins()))
                        .toList());
    }

    /** δ over time of every layer that has time, by name, in the order of the layers; empty without any. */
    public Map<String, TimeProfile> overTime() {
        Map<String, TimeProfile> profiles = new LinkedHashMap<>();
        layers.stream()
                .filter(layer -> !layer.time().empty())
                .forEach(layer -> profiles.put(layer.name(), layer.time()));
        return profiles;
    }

    /**
     * The same snapshot with the updates made from this state.
     *
     * @param updates by the key of the parameter; one that is missing is not known
     */
    public Snapshot withUpdates(Map<String, ParameterUpdate> updates) {
        return new Snapshot(
                iteration,
                network,
                layers.stream().map(layer -> layer.withUpdates(updates)).toList());
    }
}
