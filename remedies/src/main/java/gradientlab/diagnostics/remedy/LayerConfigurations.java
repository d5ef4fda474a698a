package gradientlab.diagnostics.remedy;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;

/** The configurations of all layers of a network, of wrappers what they wrap. */
final class LayerConfigurations {

    private LayerConfigurations() {}

    static List<Layer> of(MultiLayerConfiguration configuration) {
        return configuration.getConfs().stream()
                .map(NeuralNetConfiguration::getLayer)
                .flatMap(LayerConfigurations::inner)
                .toList();
    }

    static List<Layer> of(ComputationGraphConfiguration configuration) {
        return configuration.getVertices().values().stream()
                .filter(LayerVertex.class::isInstance)
                .map(vertex -> ((LayerVertex) vertex).getLayerConf().getLayer())
                .flatMap(LayerConfigurations::inner)
                .toList();
    }

    /** A frozen layer is left out: it makes no updates. */
    private static Stream<Layer> inner(Layer layer) {
        if (layer instanceof FrozenLayer) {
            return Stream.empty();
        } else if (layer instanceof BaseWrapperLayer wrapper) {
            return inner(wrapper.getUnderlying());
        }
        return layer instanceof Bidirectional both
                ? Stream.concat(inner(both.getFwd()), inner(both.getBwd()))
                : Stream.of(layer);
    }
}
