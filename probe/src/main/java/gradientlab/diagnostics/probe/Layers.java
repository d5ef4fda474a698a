package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.OptimizationAlgorithm;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What both kinds of replica need to know of a layer. */
final class Layers {

    /** Larger networks are not copied to be tried: 20 million floats are 80 MB, twice that with the updater's state. */
    private static final long LARGEST_COPY = 20_000_000;

    private Layers() {}

    /** The layers of either kind of network, in its own order. */
    static Layer[] of(Model model) {
        return model instanceof ComputationGraph graph ? graph.getLayers() : ((MultiLayerNetwork) model).getLayers();
    }

    /** Whether a network is small enough to be copied. */
    static boolean copied(Model model) {
        return model.numParams() <= LARGEST_COPY;
    }

    /** A copy with parameters of its own. */
    static Model copy(Model model) {
        return model instanceof ComputationGraph graph ? graph.clone() : ((MultiLayerNetwork) model).clone();
    }

    /** A layer frozen after the configuration was written (transfer learning) is frozen in the replica, too. */
    static Layer likeOriginal(Layer copy, Layer original) {
        return original instanceof FrozenLayer && !(copy instanceof FrozenLayer) ? new FrozenLayer(copy) : copy;
    }

    /**
     * The instrument of a layer, built into the replica's configuration.
     *
     * <p>A layer that shares its configuration with the original is left alone and read as plain, lest the original gets
     * a recorder. Losses are scored per example even where the network is
     * configured to sum them.
     */
    @SuppressWarnings("ReferenceEquality") // the same object, not an equal one: that is what is shared
    static Instrument instrument(Layer copy, Layer original, Formats formats) {
        copy.conf().setMiniBatch(true);
        if (copy.conf().getLayer() instanceof Bidirectional own
                && original.conf().getLayer() instanceof Bidirectional shared
                && own.getFwd() != shared.getFwd()) {
            Instrument.withoutNoise(own.getFwd());
            Instrument.withoutNoise(own.getBwd());
        }
        return copy.conf().getLayer() == original.conf().getLayer()
                ? Instrument.plain()
                : Instrument.into(copy.conf().getLayer(), formats);
    }

    /** Whether each batch is one step down its gradient. */
    static boolean stepwise(Model model) {
        return of(model)[0].conf().getOptimizationAlgo() == OptimizationAlgorithm.STOCHASTIC_GRADIENT_DESCENT;
    }

    static String name(Layer layer, String otherwise) {
        String name = layer.conf().getLayer().getLayerName();
        return name == null ? otherwise : name;
    }

    static String kind(Layer layer) {
        return layer.conf().getLayer().getClass().getSimpleName();
    }

    static boolean isOutput(Layer layer) {
        return unwrapped(layer) instanceof IOutputLayer;
    }

    static void requireOutput(String name, Layer layer) {
        if (!(unwrapped(layer) instanceof IOutputLayer)) {
            throw new IllegalArgumentException("A network to measure ends in an output layer, but its layer \"" + name
                    + "\" is a " + kind(layer) + ", which has no loss.");
        }
    }

    static void setLabels(Layer layer, INDArray labels) {
        ((IOutputLayer) unwrapped(layer)).setLabels(labels);
    }

    static INDArray labels(Layer layer) {
        return ((IOutputLayer) unwrapped(layer)).getLabels();
    }

    static double meanLoss(Layer layer, LayerWorkspaceMgr memory) {
        return ((IOutputLayer) unwrapped(layer)).computeScore(0, true, memory);
    }

    /** The layer inside all wrappers. */
    static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }
}
