package gradientlab.diagnostics.parts;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.KnownActivation;
import java.util.Map;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationCube;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationMish;
import org.nd4j.linalg.activations.impl.ActivationPReLU;
import org.nd4j.linalg.activations.impl.ActivationRReLU;
import org.nd4j.linalg.activations.impl.ActivationRationalTanh;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationRectifiedTanh;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.activations.impl.ActivationThresholdedReLU;

/**
 * Which row of {@link ActivationFunction} an activation function of ND4J is: by its class, or by what it says itself as a
 * {@link KnownActivation}; a subclass or a stranger is OTHER.
 */
public final class ActivationReader {

    private static final Map<Class<? extends IActivation>, ActivationFunction> ROWS = Map.ofEntries(
            Map.entry(ActivationIdentity.class, ActivationFunction.IDENTITY),
            Map.entry(ActivationTanH.class, ActivationFunction.TANH),
            Map.entry(ActivationSigmoid.class, ActivationFunction.SIGMOID),
            Map.entry(ActivationReLU.class, ActivationFunction.RELU),
            Map.entry(ActivationLReLU.class, ActivationFunction.LEAKY_RELU),
            Map.entry(ActivationRReLU.class, ActivationFunction.RANDOMIZED_LEAKY_RELU),
            Map.entry(ActivationPReLU.class, ActivationFunction.PRELU),
            Map.entry(ActivationReLU6.class, ActivationFunction.RELU6),
            Map.entry(ActivationThresholdedReLU.class, ActivationFunction.THRESHOLDED_RELU),
            Map.entry(ActivationELU.class, ActivationFunction.ELU),
            Map.entry(ActivationSELU.class, ActivationFunction.SELU),
            Map.entry(ActivationGELU.class, ActivationFunction.GELU_SIGMOID),
            Map.entry(ActivationSwish.class, ActivationFunction.SWISH),
            Map.entry(ActivationMish.class, ActivationFunction.MISH),
            Map.entry(ActivationSoftPlus.class, ActivationFunction.SOFTPLUS),
            Map.entry(ActivationSoftSign.class, ActivationFunction.SOFTSIGN),
            Map.entry(ActivationHardTanH.class, ActivationFunction.HARD_TANH),
            Map.entry(ActivationHardSigmoid.class, ActivationFunction.HARD_SIGMOID),
            Map.entry(ActivationRectifiedTanh.class, ActivationFunction.RECTIFIED_TANH),
            Map.entry(ActivationRationalTanh.class, ActivationFunction.RATIONAL_TANH),
            Map.entry(ActivationCube.class, ActivationFunction.CUBE),
            Map.entry(ActivationSoftmax.class, ActivationFunction.SOFTMAX));

    private ActivationReader() {}

    /** The row of the table that a nonlinearity computes; OTHER where none is known to. */
    public static ActivationFunction of(IActivation activation) {
        if (activation instanceof KnownActivation known) {
            return known.activationFunction();
        }
        return activation instanceof ActivationReLU relu && !plain(relu)
                ? rectifierWithParameters(relu)
                : ROWS.getOrDefault(activation.getClass(), ActivationFunction.OTHER);
    }

    private static boolean plain(ActivationReLU relu) {
        return relu.getMax() == null && relu.getThreshold() == null && relu.getNegativeSlope() == null;
    }

    /** DL4J's ReLU takes a maximum, a threshold and a negative slope: the last alone is a leaky one. */
    private static ActivationFunction rectifierWithParameters(ActivationReLU relu) {
        boolean leakyAlone = relu.getMax() == null && relu.getThreshold() == null && relu.getNegativeSlope() > 0;
        return leakyAlone ? ActivationFunction.LEAKY_RELU : ActivationFunction.OTHER;
    }
}
