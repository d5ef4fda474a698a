package gradientlab.diagnostics.parts;

import java.util.Set;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.Convolution1D;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Deconvolution3D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocallyConnected1D;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/** Which configurations of DL4J belong to which kind of layer; a class derived from one of them is a stranger. */
public final class LayerKinds {

    /** z goes into the nonlinearity and δ comes back out of it, both in the layout of the output. */
    private static final Set<Class<? extends Layer>> WEIGHTS = Set.of(
            DenseLayer.class,
            AutoEncoder.class,
            ElementWiseMultiplicationLayer.class,
            Convolution1D.class,
            Convolution1DLayer.class,
            DepthwiseConvolution2D.class,
            SeparableConvolution2D.class,
            Deconvolution2D.class,
            Convolution3D.class,
            Deconvolution3D.class);

    /** The same, but δ has its channels first in any case. */
    private static final Set<Class<? extends Layer>> PLAIN_CONVOLUTIONS =
            Set.of(ConvolutionLayer.class, Convolution2D.class);

    private static final Set<Class<? extends Layer>> EMBEDDINGS =
            Set.of(EmbeddingLayer.class, EmbeddingSequenceLayer.class);

    /** By name: most of them have no class in common, and nothing else is asked of them. */
    private static final Set<String> LINEAR = Set.of(
            "DropoutLayer",
            "MaskLayer",
            "RepeatVector",
            "ZeroPaddingLayer",
            "ZeroPadding1DLayer",
            "ZeroPadding3DLayer",
            "Cropping1D",
            "Cropping2D",
            "Cropping3D");

    private static final Set<String> JUNCTIONS = Set.of(
            "LocalResponseNormalization",
            "Upsampling1D",
            "Upsampling2D",
            "Upsampling3D",
            "SpaceToDepthLayer",
            "SpaceToBatchLayer",
            "Subsampling3DLayer");

    private LayerKinds() {}

    /** A dense layer or convolution of any sort, whose nonlinearity sees z. */
    public static boolean multiplies(Layer layer) {
        return WEIGHTS.contains(layer.getClass()) || plainConvolution(layer);
    }

    /** A convolution of DL4J's whose z its nonlinearity sees. */
    public static boolean plainConvolution(Layer layer) {
        return PLAIN_CONVOLUTIONS.contains(layer.getClass());
    }

    /** A layer that looks up a row of weights. */
    public static boolean embeds(Layer layer) {
        return EMBEDDINGS.contains(layer.getClass());
    }

    /** Its nonlinearity lies inside one operation of DL4J's and hides z, unless there is none. */
    public static boolean locallyConnected(Layer layer) {
        return locallyConnectedActivation(layer) != null;
    }

    /** Null for another layer. */
    public static IActivation locallyConnectedActivation(Layer layer) {
        if (layer instanceof LocallyConnected1D local) {
            return local.getActivation().getActivationFunction();
        }
        return layer instanceof LocallyConnected2D local ? local.getActivation().getActivationFunction() : null;
    }

    /** A stranger derived from the dense layer shows z only where nothing follows it: z is its output. */
    public static boolean linearDense(Layer layer) {
        return layer instanceof DenseLayer dense && dense.getActivationFn() instanceof ActivationIdentity;
    }

    /** A locally connected layer whose output is z. */
    public static boolean linearLocal(Layer layer) {
        return locallyConnectedActivation(layer) instanceof ActivationIdentity;
    }

    /** A layer without a nonlinearity that passes gradients on, such as padding or a mean. */
    public static boolean linear(Layer layer) {
        return LINEAR.contains(layer.getClass().getSimpleName()) || averages(poolingType(layer));
    }

    /** A layer without weights that takes its input together or apart, such as pooling. */
    public static boolean junction(Layer layer) {
        return JUNCTIONS.contains(layer.getClass().getSimpleName()) || poolingType(layer) != null;
    }

    private static boolean averages(PoolingType type) {
        return type == PoolingType.AVG || type == PoolingType.SUM;
    }

    /** Null for a layer that does not pool. */
    private static PoolingType poolingType(Layer layer) {
        if (layer instanceof SubsamplingLayer pooling) {
            return pooling.getPoolingType();
        }
        return layer instanceof GlobalPoolingLayer pooling ? pooling.getPoolingType() : null;
    }
}
