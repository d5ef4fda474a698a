package gradientlab.diagnostics.probe;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
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
     * <p>Some wrappers share the configuration of what they wrap with every clone of theirs: those are left alone and
     * read as plain, lest the original gets a recorder. Losses are scored per example even where the network is
     * configured to sum them.
     */
    @SuppressWarnings("ReferenceEquality") // the same object, not an equal one: that is what is shared
    static Instrument instrument(Layer copy, Layer original, boolean channelsLast) {
        copy.conf().setMiniBatch(true);
        return copy.conf().getLayer() == original.conf().getLayer()
                ? Instrument.plain()
                : Instrument.into(copy.conf().getLayer(), channelsLast);
    }

    static String name(Layer layer, String otherwise) {
        String name = layer.conf().getLayer().getLayerName();
        return name == null ? otherwise : name;
    }

    static String kind(Layer layer) {
        return layer.conf().getLayer().getClass().getSimpleName();
    }

    /** Whether feature maps are [b, h, w, c]: DL4J sets the format for a whole network. */
    static boolean channelsLast(Layer[] layers) {
        return Arrays.stream(layers)
                .map(layer -> layer.conf().getLayer())
                .anyMatch(layer -> format(layer) == CNN2DFormat.NHWC);
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

    private static Layer unwrapped(Layer layer) {
        return layer instanceof BaseWrapperLayer wrapper ? unwrapped(wrapper.getUnderlying()) : layer;
    }

    private static CNN2DFormat format(org.deeplearning4j.nn.conf.layers.Layer layer) {
        if (layer instanceof ConvolutionLayer convolution) {
            return convolution.getCnn2dDataFormat();
        } else if (layer instanceof SubsamplingLayer pooling) {
            return pooling.getCnn2dDataFormat();
        }
        return layer instanceof BatchNormalization norm ? norm.getCnn2DFormat() : CNN2DFormat.NCHW;
    }
}
