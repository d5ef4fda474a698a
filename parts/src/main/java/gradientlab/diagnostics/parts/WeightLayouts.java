package gradientlab.diagnostics.parts;

import gradientlab.diagnostics.WeightLayout;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.AbstractLSTM;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GravesBidirectionalLSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.layers.wrapper.BaseWrapperLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Fan-in and units of the parameters of DL4J's layers.
 *
 * <p>The shapes are those of DL4J's parameter initialisers: dense {in, out}, convolution {out, in, kernel…},
 * deconvolution {in, out, kernel…} (3-D: {kernel…, out, in}), depthwise {kernel…, in, multiplier}, separable W
 * {multiplier, in, kernel…} and pW {out, in · multiplier, 1, 1}, locally connected {places, in · kernel, out}, LSTM W
 * {in, 4 · units} and RW {units, 4 · units (+ 3)}.
 */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
public final class WeightLayouts {

    private WeightLayouts() {}

    /**
     * The layout of one parameter in the order in which ND4J keeps it; {@link WeightLayout#NONE} where it is not known.
     *
     * <p>A deconvolution spreads each input over kernel places: one of its units sums in · kernel / stride inputs on
     * average, borders left out of account. A unit of an embedding sums one input. A row of the last dimension of a
     * recurrent W holds the gates of all units.
     *
     * @param layer the configuration of the layer
     * @param name the parameter's name within its layer, such as W
     */
    public static WeightLayout of(Layer layer, String name, INDArray parameter) {
        if (layer instanceof BaseWrapperLayer wrapper) {
            return of(wrapper.getUnderlying(), name, parameter);
        } else if (layer instanceof FrozenLayer frozen) {
            return of(frozen.getLayer(), name, parameter);
        } else if (layer instanceof Bidirectional both) {
            return of(both.getFwd(), name.substring(1), parameter);
        } else if (layer instanceof GravesBidirectionalLSTM both) {
            return recurrent(both.getNOut(), name.substring(0, name.length() - 1), parameter);
        } else if (layer instanceof AbstractLSTM || layer instanceof SimpleRnn) {
            return recurrent(((FeedForwardLayer) layer).getNOut(), name, parameter);
        } else if (layer instanceof LocallyConnected1D || layer instanceof LocallyConnected2D) {
            return name.equals("W") ? along(2, (double) parameter.size(1), parameter) : bias(name, parameter);
        } else if (layer instanceof ConvolutionLayer convolution) {
            return convolution(convolution, name, parameter);
        }
        return layer instanceof FeedForwardLayer ? dense(layer, name, parameter) : WeightLayout.NONE;
    }

    private static WeightLayout dense(Layer layer, String name, INDArray parameter) {
        if (layer instanceof ElementWiseMultiplicationLayer) {
            return name.equals("W") ? WeightLayout.ofFanIn(1) : WeightLayout.NONE;
        }
        // W, and e0W, pZXMeanW, pXZW … of a variational autoencoder; b, not the bias of the reconstruction
        boolean weights = name.endsWith("W") && parameter.rank() == 2;
        return weights
                ? along(1, LayerKinds.embeds(layer) ? 1 : (double) parameter.size(0), parameter)
                : bias(name, parameter);
    }

    private static WeightLayout convolution(ConvolutionLayer layer, String name, INDArray parameter) {
        long[] shape = parameter.shape();
        if (layer instanceof DepthwiseConvolution2D) {
            return name.equals("W") ? WeightLayout.ofFanIn((double) shape[0] * shape[1]) : WeightLayout.NONE;
        } else if (layer instanceof SeparableConvolution2D && name.equals("W")) {
            return WeightLayout.ofFanIn((double) shape[2] * shape[3]);
        } else if (!name.endsWith("W")) {
            return bias(name, parameter);
        } else if (layer instanceof Deconvolution3D) {
            return along(3, product(shape) / (shape[3] * stride(layer)), parameter);
        } else if (layer instanceof Deconvolution2D) {
            return along(1, product(shape) / (shape[1] * stride(layer)), parameter);
        }
        return along(0, product(shape) / shape[0], parameter);
    }

    private static WeightLayout recurrent(long units, String name, INDArray parameter) {
        return switch (name) {
            case "W", "RW" ->
                WeightLayout.alongAxis(
                        (double) parameter.size(0), Math.toIntExact(units), 1, parameter.shape(), parameter.ordering());
            case "b" -> new WeightLayout(Double.NaN, Math.toIntExact(units), 1);
            default -> WeightLayout.NONE;
        };
    }

    private static WeightLayout bias(String name, INDArray parameter) {
        return name.equals("b")
                ? new WeightLayout(Double.NaN, Math.toIntExact(parameter.length()), 1)
                : WeightLayout.NONE;
    }

    private static WeightLayout along(int axis, double fanIn, INDArray parameter) {
        return WeightLayout.alongAxis(
                fanIn, Math.toIntExact(parameter.size(axis)), axis, parameter.shape(), parameter.ordering());
    }

    private static double stride(ConvolutionLayer layer) {
        return (double) Arrays.stream(layer.getStride()).asLongStream().reduce(1, Math::multiplyExact);
    }

    private static double product(long[] shape) {
        return (double) Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }
}
