package gradientlab.engine;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;

/** The direct engine's nonlinearities: a row for each of {@link ActivationFunction} that is not learnt. */
final class ActivationKernels {

    /**
     * The largest z for which DL4J's float32 arithmetic does not overflow (measured on 1.0.0-M2.1): softplus is then
     * infinite, and the slopes of softplus and swish are NaN.
     */
    private static final float SOFTPLUS_VALUE = 88.72283f;

    private static final float SOFTPLUS_SLOPE = 88.72284f;
    private static final float SWISH_SLOPE = 44.36142f;
    private static final float NONE = Float.POSITIVE_INFINITY;

    private static final Map<ActivationFunction, ActivationKernel> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(ActivationFunction.IDENTITY, new Identity()),
            Map.entry(ActivationFunction.SIGMOID, new Sigmoid()),
            Map.entry(ActivationFunction.TANH, new Tanh()),
            Map.entry(ActivationFunction.RELU, new Relu()),
            Map.entry(ActivationFunction.LEAKY_RELU, new LeakyRelu()),
            Map.entry(ActivationFunction.ELU, new SlopeOfTable(ActivationFunction.ELU, NONE, NONE)),
            Map.entry(ActivationFunction.SELU, new SlopeOfTable(ActivationFunction.SELU, NONE, NONE)),
            Map.entry(ActivationFunction.GELU, new SlopeOfTable(ActivationFunction.GELU, NONE, NONE)),
            Map.entry(
                    ActivationFunction.SOFTPLUS,
                    new SlopeOfTable(ActivationFunction.SOFTPLUS, SOFTPLUS_VALUE, SOFTPLUS_SLOPE)),
            Map.entry(ActivationFunction.SOFTSIGN, new Softsign()),
            Map.entry(ActivationFunction.SWISH, new SlopeOfTable(ActivationFunction.SWISH, NONE, SWISH_SLOPE))));

    private ActivationKernels() {}

    /** The direct engine's form of a function; null for one that is learnt. */
    static ActivationKernel of(ActivationFunction function) {
        return TABLE.get(function);
    }

    /** The direct engine's form of DL4J's activation; empty if it has none. */
    static Optional<ActivationKernel> of(IActivation activation) {
        return HiddenActivations.of(activation).map(TABLE::get);
    }
}
