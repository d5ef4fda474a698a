package gradientlab.diagnostics.facts;

import java.util.List;
import java.util.Optional;

/**
 * How a network is trained, read from its configuration.
 *
 * @param outputs output layers, in the order of the network's outputs; empty when nothing is known
 * @param layers all layers, in the order of the structure; a graph's vertices without a layer are left out
 * @param meanOverBatch whether gradient and score are divided by the batch size (DL4J's {@code miniBatch(true)})
 * @param minimised whether the loss is minimised; DL4J can also climb
 * @param truncatedSteps time steps between two updates of truncated backpropagation; 0 for whole sequences
 * @param updatesBefore updates that the network had made when it was first seen
 */
public record TrainingFacts(
        List<OutputFacts> outputs,
        List<LayerTraining> layers,
        boolean meanOverBatch,
        boolean minimised,
        int truncatedSteps,
        int updatesBefore) {

    /** Nothing is known. */
    public static final TrainingFacts NONE = new TrainingFacts(List.of(), List.of(), true, true, 0, 0);

    /** Copies the lists. */
    public TrainingFacts {
        outputs = List.copyOf(outputs);
        layers = List.copyOf(layers);
    }

    /** Whether anything is known. */
    public boolean known() {
        return !outputs.isEmpty() || !layers.isEmpty();
    }

    /** Whether the network had been trained before it was first seen. */
    public boolean pretrained() {
        return updatesBefore > 0;
    }

    /** The output layer of a name. */
    public Optional<OutputFacts> output(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }

    /** The layer of a name. */
    public Optional<LayerTraining> layer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** Whether the score of a step holds a regularisation term. */
    public boolean penalised() {
        return layers.stream().anyMatch(layer -> layer.penalty().any());
    }
}
