package gradientlab.engine;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * One layer in its network.
 *
 * @param index its number from 0
 * @param layer its configuration; null for a vertex of a graph that has no layer
 * @param rows the most examples of a batch
 * @param in its inputs per example
 * @param out its outputs per example
 * @param parameters its parameters by DL4J's names
 */
record LayerPlace(int index, Layer layer, int rows, int in, int out, Map<String, Parameter> parameters) {

    /** The parameter of the given name; null if the layer has none. */
    Parameter parameter(String name) {
        return parameters.get(name);
    }
}
