package gradientlab.engine;

import java.util.List;

/**
 * What a {@link DirectPass} saw, in arrays that belong to whoever asked for it.
 *
 * @param rows the examples of the batch
 * @param features their features row by row
 * @param loss their mean loss
 * @param probabilities the softmax of the logits row by row
 * @param layers the network's layers from the first to the last
 */
public record Pass(int rows, float[] features, double loss, float[] probabilities, List<LayerPass> layers) {

    /** Copies the list. */
    public Pass {
        layers = List.copyOf(layers);
    }
}
