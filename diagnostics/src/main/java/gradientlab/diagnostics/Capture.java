package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import java.util.List;

/**
 * Raw arrays of one forward and one backward pass on one batch.
 *
 * @param iteration updates made before this pass; 0 is the network as initialised
 * @param loss mean loss of the batch by the network's own loss function, without regularisation; summed over the
 *     outputs of a graph that has several
 * @param layers layers (MultiLayerNetwork) or vertices in topological order (ComputationGraph)
 * @param logits pre-activation of the first output layer, examples × classes; {@link Matrix#EMPTY} when it has none
 *     that could be read
 * @param output nonlinearity of the first output layer
 */
public record Capture(int iteration, double loss, List<LayerCapture> layers, Matrix logits, ActivationFunction output) {

    /** Copies the list of layers; throws {@link IllegalArgumentException} for a negative iteration. */
    public Capture {
        Iterations.require(iteration);
        layers = List.copyOf(layers);
    }

    /** A capture whose output is the last of its layers. */
    public Capture(int iteration, double loss, List<LayerCapture> layers, Matrix logits) {
        this(
                iteration,
                loss,
                layers,
                logits,
                layers.isEmpty()
                        ? ActivationFunction.OTHER
                        : layers.get(layers.size() - 1).nonlinearity());
    }

    /** The layer of a name; throws {@link IllegalArgumentException} when there is none. */
    public LayerCapture layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no layer \"" + name + "\" among "
                        + layers.stream().map(LayerCapture::name).toList() + "."));
    }
}
