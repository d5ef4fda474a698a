package gradientlab.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftPlus;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSwish;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/**
 * The nonlinearities of the hidden layers, each with its formula, derivative and gain.
 *
 * <p>{@link #value} and {@link #derivative} are plain double arithmetic for figures and quadrature; training uses
 * DL4J's own implementation ({@link #dl4j}), which the tests hold against them. NaN in gives NaN out.
 *
 * <p>The gain is the factor by which an initialisation multiplies 1/√fan so that the signal keeps its size through the
 * nonlinearity: PyTorch's {@code torch.nn.init.calculate_gain} where it has one, He et al. 2015 (section 2.2) for PReLU,
 * and 1/√E[f(z)²] with z ~ N(0, 1) for the others ({@link Gain#byQuadrature}).
 */
public enum ActivationFunction implements Named {
    IDENTITY("identity", "z", z -> z, z -> 1, ActivationIdentity::new, pytorch(1)),
    SIGMOID("sigmoid", "1 / (1 + e⁻ᶻ)", Scalars::sigmoid, Scalars::sigmoidSlope, ActivationSigmoid::new, pytorch(1)),
    TANH("tanh", "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", Math::tanh, Scalars::tanhSlope, ActivationTanH::new, pytorch(5.0 / 3)),
    RELU("relu", "max(0, z)", z -> leaky(z, 0), z -> step(z, 0), ActivationReLU::new, pytorch(Math.sqrt(2))),
    LEAKY_RELU(
            "leaky-relu",
            "z if z > 0, else 0.01 z",
            z -> leaky(z, Scalars.LEAK),
            z -> step(z, Scalars.LEAK),
            () -> new ActivationLReLU(Scalars.LEAK),
            pytorch(Math.sqrt(2 / (1 + Scalars.LEAK * Scalars.LEAK)))),
    PRELU(
            "prelu",
            "z if z > 0, else α z with α learnt per unit, 0.25 at the start",
            z -> leaky(z, Scalars.PRELU_START),
            z -> step(z, Scalars.PRELU_START),
            null,
            OptionalDouble.empty()),
    ELU("elu", "z if z > 0, else eᶻ − 1", Scalars::elu, Scalars::eluSlope, ActivationELU::new, OptionalDouble.empty()),
    SELU(
            "selu",
            "λ z if z > 0, else λ α (eᶻ − 1)",
            Scalars::selu,
            Scalars::seluSlope,
            ActivationSELU::new,
            pytorch(0.75)),
    GELU("gelu", "z Φ(z)", Scalars::gelu, Scalars::geluSlope, ActivationExactGelu::new, OptionalDouble.empty()),
    SOFTPLUS(
            "softplus",
            "ln(1 + eᶻ)",
            Scalars::softplus,
            Scalars::sigmoid,
            ActivationSoftPlus::new,
            OptionalDouble.empty()),
    SOFTSIGN(
            "softsign",
            "z / (1 + |z|)",
            Scalars::softsign,
            Scalars::softsignSlope,
            ActivationSoftSign::new,
            OptionalDouble.empty()),
    SWISH("swish", "z / (1 + e⁻ᶻ)", Scalars::swish, Scalars::swishSlope, ActivationSwish::new, OptionalDouble.empty());

    private final String label;
    private final String formula;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator derivative;
    private final Supplier<IActivation> dl4j;
    private final OptionalDouble pytorchGain;

    ActivationFunction(
            String label,
            String formula,
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            Supplier<IActivation> dl4j,
            OptionalDouble pytorchGain) {
        this.label = label;
        this.formula = formula;
        this.value = value;
        this.derivative = derivative;
        this.dl4j = dl4j;
        this.pytorchGain = pytorchGain;
    }

    /**
     * The function with the given label.
     *
     * @throws IllegalArgumentException if there is none; the message lists them
     */
    public static ActivationFunction parse(String label) {
        return Named.of(ActivationFunction.class, "activation", label);
    }

    /** The function that DL4J's implementation computes; empty for one that is none of these or has other settings. */
    public static Optional<ActivationFunction> of(IActivation activation) {
        return Arrays.stream(values())
                .filter(row -> !row.isLearnt() && row.dl4j().equals(activation))
                .findFirst();
    }

    @Override
    public String label() {
        return label;
    }

    /** The formula f(z) as text. */
    public String formula() {
        return formula;
    }

    /** f(z). */
    public double value(double z) {
        return value.applyAsDouble(z);
    }

    /** f′(z); at a kink (z = 0 of the ReLU family) the slope from the left, as DL4J and PyTorch take it. */
    public double derivative(double z) {
        return derivative.applyAsDouble(z);
    }

    /** What PyTorch's {@code calculate_gain} says, or empty where PyTorch refuses to give a gain. */
    public OptionalDouble pytorchGain() {
        return pytorchGain;
    }

    /** The gain that initialisations use for this nonlinearity. */
    public double gain() {
        return pytorchGain.orElseGet(() -> Gain.byQuadrature(this));
    }

    /** Whether the function has parameters that are learnt, and so is a DL4J layer of its own. */
    boolean isLearnt() {
        return dl4j == null;
    }

    /** DL4J's implementation; a new object each time, since DL4J's configurations own theirs. */
    IActivation dl4j() {
        return dl4j.get();
    }

    @Override
    public String toString() {
        return label;
    }

    private static OptionalDouble pytorch(double gain) {
        return OptionalDouble.of(gain);
    }

    private static double leaky(double z, double slope) {
        return z > 0 ? z : slope * z;
    }

    private static double step(double z, double slope) {
        return Double.isNaN(z) ? Double.NaN : z > 0 ? 1 : slope;
    }
}
