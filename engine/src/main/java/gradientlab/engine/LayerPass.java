package gradientlab.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One DL4J layer in a {@link Pass}; all gradients are those of the mean loss.
 *
 * @param units the layer's outputs per example
 * @param output the outputs row by row, rows·units values; the logits in the case of the output layer
 * @param gradient the gradient with respect to {@code output}, likewise
 * @param parameters by DL4J's names in DL4J's order, each in the order in which the network has it in memory
 * @param gradients the gradients with respect to the parameters, likewise; running statistics have none
 */
public record LayerPass(
        int units, float[] output, float[] gradient, Map<String, float[]> parameters, Map<String, float[]> gradients) {

    /** Copies the maps, in their order. */
    public LayerPass {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        gradients = Collections.unmodifiableMap(new LinkedHashMap<>(gradients));
    }
}
