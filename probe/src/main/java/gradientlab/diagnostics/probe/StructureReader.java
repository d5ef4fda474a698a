package gradientlab.diagnostics.probe;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.judge.LayerFacts;
import gradientlab.diagnostics.judge.Role;
import gradientlab.diagnostics.judge.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Reads how a network is built from its configuration. */
public final class StructureReader {

    /** Name of the only input of a MultiLayerNetwork. */
    static final String INPUT = "input";

    private static final Set<String> JUNCTIONS =
            Set.of("GlobalPoolingLayer", "LocalResponseNormalization", "Upsampling2D", "SpaceToDepthLayer");

    private static final Set<String> SCALE_AND_SHIFT = Set.of("gamma", "beta");

    private StructureReader() {}

    /** The layers of a network, from the input to the output. */
    public static Structure of(MultiLayerNetwork network) {
        List<LayerFacts> layers = new ArrayList<>();
        String below = INPUT;
        for (int i = 0; i < network.getnLayers(); i++) {
            var layer = network.getLayer(i);
            String name = Layers.name(layer, "layer" + i);
            layers.add(facts(name, layer.conf().getLayer(), Layers.isOutput(layer), List.of(below)));
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
                layers.add(facts(name, conf, Layers.isOutput(vertex.getLayer()), inputs));
            } else if (!vertex.isInputVertex()) {
                String kind = vertex.getClass().getSimpleName();
                layers.add(new LayerFacts(name, kind, Role.JUNCTION, ActivationFunction.OTHER, false, false, inputs));
            }
        }
        return new Structure(layers);
    }

    private static LayerFacts facts(String name, Layer conf, boolean output, List<String> inputs) {
        String kind = conf.getClass().getSimpleName();
        Layer inner = conf instanceof FrozenLayer frozen ? frozen.getLayer() : conf;
        Role role = output ? Role.OUTPUT : role(inner);
        return new LayerFacts(name, kind, role, nonlinearity(inner, role), bias(inner), normInside(inner), inputs);
    }

    private static Role role(Layer layer) {
        if (layer instanceof DenseLayer dense && Instrument.understands(dense)
                || layer.getClass() == ConvolutionLayer.class
                || layer.getClass() == Convolution2D.class) {
            return Role.WEIGHTS;
        } else if (layer instanceof BatchNormalization) {
            return Role.BATCH_NORM;
        } else if (layer instanceof ActivationLayer || layer instanceof PReLULayer) {
            return Role.ACTIVATION;
        } else if (layer instanceof SubsamplingLayer pooling) {
            return pooling.getPoolingType() == PoolingType.AVG ? Role.PASSIVE : Role.JUNCTION;
        }
        boolean linear =
                layer instanceof DropoutLayer || layer instanceof ZeroPaddingLayer || layer instanceof Cropping2D;
        boolean plain = JUNCTIONS.contains(layer.getClass().getSimpleName()) || onlyScalesAndShifts(layer);
        return linear ? Role.PASSIVE : plain ? Role.JUNCTION : Role.UNKNOWN;
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
            case ACTIVATION, WEIGHTS, OUTPUT ->
                layer instanceof PReLULayer
                        ? ActivationFunction.PRELU
                        : layer instanceof BaseLayer base
                                ? ActivationReader.of(base.getActivationFn())
                                : layer instanceof ActivationLayer activation
                                        ? ActivationReader.of(activation.getActivationFn())
                                        : ActivationFunction.OTHER;
        };
    }

    private static boolean bias(Layer layer) {
        return layer instanceof DenseLayer dense
                ? dense.hasBias()
                : layer instanceof ConvolutionLayer convolution && convolution.hasBias();
    }

    private static boolean normInside(Layer layer) {
        return layer instanceof DenseLayer dense && dense.hasLayerNorm();
    }
}
