package gradientlab.engine;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The {@code model.gradient()} that listeners see: views of the network's flattened gradients, in DL4J's order. */
final class GradientView {

    private GradientView() {}

    /** As {@code calcBackpropGradients} leaves it: the last layer first, a hidden layer's bias before its weights. */
    static Gradient of(MultiLayerNetwork network) {
        Gradient gradient = new DefaultGradient(network.getFlattenedGradients());
        for (int i = network.getnLayers() - 1; i >= 0; i--) {
            Layer layer = network.getLayer(i);
            if (layer.numParams() > 0) {
                Map<String, INDArray> views = views(layer);
                for (String name : order(views, i == network.getnLayers() - 1)) {
                    gradient.setGradientFor(i + "_" + name, views.get(name));
                }
            }
        }
        return gradient;
    }

    private static Map<String, INDArray> views(Layer layer) {
        return layer.conf()
                .getLayer()
                .initializer()
                .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray());
    }

    private static List<String> order(Map<String, INDArray> views, boolean output) {
        boolean biasFirst = !output && views.containsKey(DefaultParamInitializer.BIAS_KEY);
        return biasFirst
                ? List.of(DefaultParamInitializer.BIAS_KEY, DefaultParamInitializer.WEIGHT_KEY)
                : List.copyOf(views.keySet());
    }
}
