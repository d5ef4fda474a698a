package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a network is built: its layers and vertices in topological order, and who feeds whom.
 *
 * @param layers layers and vertices; inputs of the network are names without an entry
 */
public record Structure(List<LayerFacts> layers) {

    /** Copies the list of layers. */
    public Structure {
        layers = List.copyOf(layers);
    }

    /** The layer of a name; empty for an input of the network. */
    public Optional<LayerFacts> layer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** The layers that are fed by a layer or an input of the network. */
    public List<LayerFacts> consumers(String name) {
        return layers.stream().filter(layer -> layer.inputs().contains(name)).toList();
    }

    /** The batch norms, in order. */
    public List<LayerFacts> batchNorms() {
        return layers.stream().filter(layer -> layer.role() == Role.BATCH_NORM).toList();
    }

    /** The nearest layers above that match, on every path. */
    public List<LayerFacts> nextAbove(String name, Predicate<LayerFacts> wanted) {
        return nearest(consumers(name), wanted, layer -> consumers(layer.name()));
    }

    /** The nearest layers below that match, on every path. */
    public List<LayerFacts> nextBelow(LayerFacts layer, Predicate<LayerFacts> wanted) {
        return nearest(inputsOf(layer), wanted, this::inputsOf);
    }

    private List<LayerFacts> inputsOf(LayerFacts layer) {
        return layer.inputs().stream()
                .map(this::layer)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Depth first with a stack of its own: the paths of a thousand layers would overflow the thread's. */
    private static List<LayerFacts> nearest(
            List<LayerFacts> first, Predicate<LayerFacts> wanted, Function<LayerFacts, List<LayerFacts>> next) {
        List<LayerFacts> found = new ArrayList<>();
        Set<LayerFacts> seen = new HashSet<>();
        Deque<LayerFacts> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            LayerFacts layer = open.pop();
            if (!seen.add(layer)) {
                continue;
            }
            if (wanted.test(layer)) {
                found.add(layer);
            } else {
                List<LayerFacts> beyond = next.apply(layer);
                for (int i = beyond.size() - 1; i >= 0; i--) {
                    open.push(beyond.get(i));
                }
            }
        }
        return found;
    }

    /** The layer whose weights make the z of a nonlinearity: itself, or the nearest one below. */
    public Optional<LayerFacts> weightsOf(LayerFacts layer) {
        return layer.hiddenWeights() || layer.role() == Role.OUTPUT
                ? Optional.of(layer)
                : nextBelow(layer, LayerFacts::hiddenWeights).stream().findFirst();
    }

    /** The nonlinearity that the z of a layer end in: its own, or that of the next layer that has one. */
    public ActivationFunction nonlinearityOf(LayerFacts layer) {
        if (layer.nonlinearity() != ActivationFunction.IDENTITY) {
            return layer.nonlinearity();
        }
        return nextAbove(layer.name(), above -> above.role() != Role.BATCH_NORM && above.role() != Role.PASSIVE)
                .stream()
                .filter(above -> above.role() == Role.ACTIVATION)
                .map(LayerFacts::nonlinearity)
                .findFirst()
                .orElse(ActivationFunction.IDENTITY);
    }
}
