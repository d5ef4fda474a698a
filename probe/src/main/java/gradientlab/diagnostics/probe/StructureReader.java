package gradientlab.diagnostics.probe;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerFacts;
import gradientlab.diagnostics.Role;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.parts.ActivationReader;
import gradientlab.diagnostics.parts.LayerKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Reads how a network is built from its configuration. */
public final class StructureReader {

    /** Name of the only input of a MultiLayerNetwork. */
    static final String INPUT = "input";

    private static final Set<String> SCALE_AND_SHIFT = Set.of("gamma", "beta");

    private StructureReader() {}

    /** The layers of a network, from the input to the output. */
    public static Structure of(MultiLayerNetwork network) {
        List<LayerFacts> layers = new ArrayList<>();
        String below = INPUT;
        for (int i = 0; i < network.getnLayers(); i++) {
            var layer = network.getLayer(i);
            String name = Layers.name(layer, "layer" + i);
            layers.addAll(facts(name, layer.conf().getLayer(), Layers.isOutput(layer), List.of(below)));
            below = name;
        }
        return new Structure(layers);
    }

    /** The layers and vertices of a graph, in topological order. */
    public static Structure of(ComputationGraph graph) {
        List<LayerFacts> layers = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            String name = vertex.getVertexName();
            List<String> inputs = graph.getConfiguration().getVertexInputs().getOrDefault(name, List.of());
            if (vertex.hasLayer()) {
                Layer conf = vertex.getLayer().conf().getLayer();
                layers.addAll(facts(name, conf, Layers.isOutput(vertex.getLayer()), inputs));
            } else if (!vertex.isInputVertex()) {
                String kind = vertex.getClass().getSimpleName();
                layers.add(new LayerFacts(name, kind, Role.JUNCTION, ActivationFunction.OTHER, false, false, inputs));
            }
        }
        return new Structure(layers);
    }

    /** One, or for a bidirectional layer its two directions and their junction: see {@link RecurrentReader}. */
    private static List<LayerFacts> facts(String name, Layer conf, boolean output, List<String> inputs) {
        String kind = conf.getClass().getSimpleName();
        Layer inner = conf instanceof FrozenLayer frozen ? frozen.getLayer() : conf;
        return Recurrence.of(inner)
                .map(recurrence -> recurrent(name, kind, recurrence, inputs))
                .orElseGet(() -> {
                    Role role = output ? Role.OUTPUT : role(inner);
                    ActivationFunction f = nonlinearity(inner, role);
                    return List.of(new LayerFacts(name, kind, role, f, bias(inner), normInside(inner), inputs));
                });
    }

    private static List<LayerFacts> recurrent(String name, String kind, Recurrence recurrence, List<String> inputs) {
        ActivationFunction f = ActivationReader.of(recurrence.activation());
        if (!recurrence.bidirectional()) {
            return List.of(new LayerFacts(name, kind, Role.RECURRENT, f, true, false, inputs));
        }
        String inner = recurrence.cell().getClass().getSimpleName();
        List<LayerFacts> layers = new ArrayList<>();
        recurrence
                .directions()
                .forEach(direction -> layers.add(
                        new LayerFacts(name + direction.suffix(), inner, Role.RECURRENT, f, true, false, inputs)));
        List<String> directions = layers.stream().map(LayerFacts::name).toList();
        layers.add(new LayerFacts(name, kind, Role.JUNCTION, ActivationFunction.OTHER, false, false, directions));
        return layers;
    }

    private static Role role(Layer layer) {
        if (LayerKinds.multiplies(layer) || LayerKinds.linearDense(layer) || LayerKinds.locallyConnected(layer)) {
            return Role.WEIGHTS;
        } else if (LayerKinds.embeds(layer)) {
            return Role.EMBEDDING;
        } else if (layer instanceof BatchNormalization) {
            return Role.BATCH_NORM;
        } else if (layer instanceof ActivationLayer || layer instanceof PReLULayer) {
            return Role.ACTIVATION;
        } else if (LayerKinds.linear(layer)) {
            return Role.PASSIVE;
        }
        return LayerKinds.junction(layer) || onlyScalesAndShifts(layer) ? Role.JUNCTION : Role.UNKNOWN;
    }

    /** A layer that learns nothing but γ and β: a norm that is not DL4J's, such as a layer or group norm. */
    private static boolean onlyScalesAndShifts(Layer layer) {
        return layer instanceof FeedForwardLayer
                && Set.copyOf(layer.initializer().paramKeys(layer)).equals(SCALE_AND_SHIFT);
    }

    private static ActivationFunction nonlinearity(Layer layer, Role role) {
        return switch (role) {
            case BATCH_NORM, PASSIVE -> ActivationFunction.IDENTITY;
            case JUNCTION, UNKNOWN -> ActivationFunction.OTHER;
            case ACTIVATION, WEIGHTS, RECURRENT, EMBEDDING, OUTPUT -> nonlinearity(layer);
        };
    }

    private static ActivationFunction nonlinearity(Layer layer) {
        if (layer instanceof PReLULayer) {
            return ActivationFunction.PRELU;
        } else if (layer instanceof BaseLayer base) {
            return ActivationReader.of(base.getActivationFn());
        } else if (LayerKinds.locallyConnected(layer)) {
            return ActivationReader.of(LayerKinds.locallyConnectedActivation(layer));
        }
        return layer instanceof ActivationLayer activation
                ? ActivationReader.of(activation.getActivationFn())
                : ActivationFunction.OTHER;
    }

    private static boolean bias(Layer layer) {
        if (layer instanceof DenseLayer dense) {
            return dense.hasBias();
        } else if (layer instanceof ConvolutionLayer convolution) {
            return convolution.hasBias();
        } else if (layer instanceof EmbeddingLayer embedding) {
            return embedding.hasBias();
        } else if (layer instanceof EmbeddingSequenceLayer embedding) {
            return embedding.hasBias();
        }
        return layer instanceof AutoEncoder || layer instanceof ElementWiseMultiplicationLayer;
    }

    private static boolean normInside(Layer layer) {
        return layer instanceof DenseLayer dense && dense.hasLayerNorm();
    }
}
