package gradientlab.diagnostics.remedy;

import gradientlab.diagnostics.change.Remedy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * What it takes to build a network like another, which is not asked again: its methods wait for the training that it is in
 * the middle of.
 *
 * @param configuration DL4J's JSON, as in a file: {@code clone()} shares updaters, and what wrappers wrap
 * @param frozen how many layers are frozen
 */
record Blueprint(boolean graph, String configuration, long frozen) {

    /** To be called on the thread that trains. */
    static Blueprint of(Model network) {
        return network instanceof ComputationGraph graph
                ? new Blueprint(true, graph.getConfiguration().toJson(), frozen(graph.getLayers()))
                : of((MultiLayerNetwork) network);
    }

    private static Blueprint of(MultiLayerNetwork network) {
        return new Blueprint(false, network.getLayerWiseConfigurations().toJson(), frozen(network.getLayers()));
    }

    /** Changes configurations, and says whether they are to be used. */
    private interface Change {
        boolean of(List<Layer> layers);
    }

    /** A network that goes on from a state. */
    Model build(NetworkState state) {
        return build(state, layers -> true).orElseThrow();
    }

    /** The same with a remedy about its updates; empty where the remedy changes nothing. */
    Optional<Model> build(NetworkState state, Remedy remedy) {
        return build(state, layers -> UpdateRemedies.apply(remedy, layers));
    }

    private Optional<Model> build(NetworkState state, Change change) {
        if (graph) {
            var own = ComputationGraphConfiguration.fromJson(configuration);
            return change.of(LayerConfigurations.of(own)) ? Optional.of(graph(own, state)) : Optional.empty();
        }
        var own = MultiLayerConfiguration.fromJson(configuration);
        return change.of(LayerConfigurations.of(own)) ? Optional.of(layers(own, state)) : Optional.empty();
    }

    private Model layers(MultiLayerConfiguration own, NetworkState state) {
        MultiLayerNetwork network = new MultiLayerNetwork(own);
        state.into(network);
        requireSameFrozen(frozen(network.getLayers()));
        return network;
    }

    private Model graph(ComputationGraphConfiguration own, NetworkState state) {
        ComputationGraph network = new ComputationGraph(own);
        state.into(network);
        requireSameFrozen(frozen(network.getLayers()));
        return network;
    }

    /** Layers frozen after the configuration was written (transfer learning) would learn in the copy. */
    private void requireSameFrozen(long ofCopy) {
        if (ofCopy != frozen) {
            throw new IllegalStateException("A copy trains as the original only if as many layers are frozen, but of "
                    + frozen + " there were " + ofCopy + ".");
        }
    }

    private static long frozen(org.deeplearning4j.nn.api.Layer[] layers) {
        return Arrays.stream(layers).filter(FrozenLayer.class::isInstance).count();
    }
}
