package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.layers.FrozenLayer;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What both kinds of replica need to know of a layer. */
final class Layers {

    private Layers() {}

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
