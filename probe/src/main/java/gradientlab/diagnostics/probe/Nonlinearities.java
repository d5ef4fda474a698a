package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Nonlinearity;
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

/** Which row of {@link Nonlinearity} an activation function of ND4J is; a subclass or a stranger is OTHER. */
final class Nonlinearities {

    private static final Map<Class<? extends IActivation>, Nonlinearity> ROWS = Map.ofEntries(
            Map.entry(ActivationIdentity.class, Nonlinearity.IDENTITY),
            Map.entry(ActivationTanH.class, Nonlinearity.TANH),
            Map.entry(ActivationSigmoid.class, Nonlinearity.SIGMOID),
            Map.entry(ActivationReLU.class, Nonlinearity.RELU),
            Map.entry(ActivationLReLU.class, Nonlinearity.LEAKY_RELU),
            Map.entry(ActivationRReLU.class, Nonlinearity.RANDOMIZED_LEAKY_RELU),
            Map.entry(ActivationPReLU.class, Nonlinearity.PRELU),
            Map.entry(ActivationReLU6.class, Nonlinearity.RELU6),
            Map.entry(ActivationThresholdedReLU.class, Nonlinearity.THRESHOLDED_RELU),
            Map.entry(ActivationELU.class, Nonlinearity.ELU),
            Map.entry(ActivationSELU.class, Nonlinearity.SELU),
            Map.entry(ActivationGELU.class, Nonlinearity.GELU),
            Map.entry(ActivationSwish.class, Nonlinearity.SWISH),
            Map.entry(ActivationMish.class, Nonlinearity.MISH),
            Map.entry(ActivationSoftPlus.class, Nonlinearity.SOFTPLUS),
            Map.entry(ActivationSoftSign.class, Nonlinearity.SOFTSIGN),
            Map.entry(ActivationHardTanH.class, Nonlinearity.HARD_TANH),
            Map.entry(ActivationHardSigmoid.class, Nonlinearity.HARD_SIGMOID),
            Map.entry(ActivationRectifiedTanh.class, Nonlinearity.RECTIFIED_TANH),
            Map.entry(ActivationRationalTanh.class, Nonlinearity.RATIONAL_TANH),
            Map.entry(ActivationCube.class, Nonlinearity.CUBE),
            Map.entry(ActivationSoftmax.class, Nonlinearity.SOFTMAX));

    private Nonlinearities() {}

    static Nonlinearity of(IActivation activation) {
        return activation instanceof ActivationReLU relu && !plain(relu)
                ? rectifierWithParameters(relu)
                : ROWS.getOrDefault(activation.getClass(), Nonlinearity.OTHER);
    }

    private static boolean plain(ActivationReLU relu) {
        return relu.getMax() == null && relu.getThreshold() == null && relu.getNegativeSlope() == null;
    }

    /** DL4J's ReLU takes a maximum, a threshold and a negative slope: the last alone is a leaky one. */
    private static Nonlinearity rectifierWithParameters(ActivationReLU relu) {
        boolean leakyAlone = relu.getMax() == null && relu.getThreshold() == null && relu.getNegativeSlope() > 0;
        return leakyAlone ? Nonlinearity.LEAKY_RELU : Nonlinearity.OTHER;
    }
}
