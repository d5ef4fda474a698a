package gradientlab.activations;

import static gradientlab.activations.ActivationFormulas.LEAK;
import static gradientlab.activations.ActivationFormulas.PRELU_START;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The table of activation functions: formula, slope, gain, and where the function saturates.
 *
 * <p>{@link #value} and {@link #derivative} are plain double arithmetic for figures, rules and quadrature; training uses
 * the library's own implementation, which the tests hold against them. NaN in gives NaN out. Rows with a parameter
 * (leaky: 0.01, ELU: α = 1, thresholded: θ = 1) stand at DL4J's default.
 *
 * <p>The gain is the factor by which an initialisation multiplies 1/√fan so that the signal keeps its size through the
 * nonlinearity; {@link #gainSource} says where it comes from.
 *
 * <p>A pre-activation z is <em>saturated</em> where the slope is, for good, under a share of the greatest slope: the share
 * that tanh has left at a {@link SaturationLimit}. Only tails count: a slope that passes through 0 on its way (swish, GELU,
 * mish near −1) is not saturation. A slope with a lower bound of its own, however small (leaky and parametric rectifiers,
 * identity), never saturates. A rectifier's slope is 0 for z ≤ 0, which for about half of a healthy layer is normal. A
 * unit is <em>dead</em> for a batch when every z of it lies outside {@link #alive()}.
 */
public enum ActivationFunction {
    IDENTITY("identity", "z", z -> z, z -> 1, Tails.NONE, 1),
    SIGMOID(
            "sigmoid",
            "1 / (1 + e⁻ᶻ)",
            ActivationFormulas::sigmoid,
            ActivationFormulas::sigmoidSlope,
            Tails.both(0),
            1),
    TANH("tanh", "(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)", Math::tanh, ActivationFormulas::tanhSlope, Tails.both(0), 5.0 / 3),
    RELU(
            "relu",
            "max(0, z)",
            z -> ActivationFormulas.leaky(z, 0),
            z -> ActivationFormulas.step(z, 0),
            Tails.lower(1, 1),
            Math.sqrt(2)),
    LEAKY_RELU(
            "leaky-relu",
            "z if z > 0, else 0.01 z",
            z -> ActivationFormulas.leaky(z, LEAK),
            z -> ActivationFormulas.step(z, LEAK),
            Tails.NONE,
            Math.sqrt(2 / (1 + LEAK * LEAK))),
    PRELU(
            "prelu",
            "z if z > 0, else α z with α learnt per unit, 0.25 at the start",
            z -> ActivationFormulas.leaky(z, PRELU_START),
            z -> ActivationFormulas.step(z, PRELU_START),
            Tails.NONE),
    ELU("elu", "z if z > 0, else eᶻ − 1", ActivationFormulas::elu, ActivationFormulas::eluSlope, Tails.lower(1, 0)),
    SELU(
            "selu",
            "λ z if z > 0, else λ α (eᶻ − 1)",
            ActivationFormulas::selu,
            ActivationFormulas::seluSlope,
            Tails.lower(0, 0),
            0.75),
    GELU(
            "gelu",
            "z Φ(z)",
            ActivationFormulas::gelu,
            ActivationFormulas::geluSlope,
            Tails.lower(Math.sqrt(2), -Math.sqrt(2))),
    SOFTPLUS("softplus", "ln(1 + eᶻ)", ActivationFormulas::softplus, ActivationFormulas::sigmoid, Tails.lower(40, 40)),
    SOFTSIGN(
            "softsign",
            "z / (1 + |z|)",
            ActivationFormulas::softsign,
            ActivationFormulas::softsignSlope,
            Tails.both(0)),
    SWISH(
            "swish",
            "z / (1 + e⁻ᶻ)",
            ActivationFormulas::swish,
            ActivationFormulas::swishSlope,
            Tails.lower(ActivationFormulas.SWISH_PEAK, -ActivationFormulas.SWISH_PEAK)),
    MISH(
            "mish",
            "z tanh(ln(1 + eᶻ))",
            ActivationFormulas::mish,
            ActivationFormulas::mishSlope,
            Tails.lower(1.4906, -2.2560)),
    /** The approximation of z Φ(z) that DL4J computes by default. */
    GELU_SIGMOID(
            "gelu-sigmoid",
            "z σ(1.702 z)",
            z -> ActivationFormulas.swish(1.702 * z) / 1.702,
            z -> ActivationFormulas.swishSlope(1.702 * z),
            Tails.lower(ActivationFormulas.SWISH_PEAK / 1.702, -ActivationFormulas.SWISH_PEAK / 1.702)),
    /** The slope of the negative side is drawn in training and fixed in inference; 0.01 here stands for "not 0". */
    RANDOMIZED_LEAKY_RELU(
            "randomized-leaky-relu",
            "z if z > 0, else a z with a drawn",
            z -> ActivationFormulas.leaky(z, LEAK),
            z -> ActivationFormulas.step(z, LEAK),
            Tails.NONE),
    RELU6("relu6", "min(max(0, z), 6)", ActivationFormulas::relu6, ActivationFormulas::relu6Slope, new Tails(1, 1, 1)),
    THRESHOLDED_RELU(
            "thresholded-relu",
            "z if z > 1, else 0",
            ActivationFormulas::thresholdedRelu,
            ActivationFormulas::thresholdedReluSlope,
            Tails.lower(2, 2)),
    HARD_TANH(
            "hard-tanh",
            "min(max(−1, z), 1)",
            ActivationFormulas::hardTanh,
            ActivationFormulas::hardTanhSlope,
            Tails.both(0)),
    HARD_SIGMOID(
            "hard-sigmoid",
            "min(max(0, 0.2 z + 0.5), 1)",
            ActivationFormulas::hardSigmoid,
            ActivationFormulas::hardSigmoidSlope,
            Tails.both(0)),
    RECTIFIED_TANH(
            "rectified-tanh",
            "max(0, tanh z)",
            ActivationFormulas::rectifiedTanh,
            ActivationFormulas::rectifiedTanhSlope,
            new Tails(Double.MIN_VALUE, 1e-3, 1e-3)),
    RATIONAL_TANH(
            "rational-tanh",
            "1.7159 sgn(z) (1 − 1 / (1 + y + y² + 1.41645 y⁴)), y = 2|z| / 3",
            ActivationFormulas::rationalTanh,
            ActivationFormulas::rationalTanhSlope,
            Tails.both(0)),
    CUBE("cube", "z³", z -> z * z * z, z -> 3 * z * z, Tails.NONE),
    /** Its value and slope depend on all logits of the example: no limit on one z. */
    SOFTMAX("softmax", "eᶻ / Σ eᶻ"),
    /** Unknown: nothing is said about value, slope or saturation. */
    OTHER("other", "");

    private final String label;
    private final String formula;
    private final DoubleUnaryOperator value;
    private final DoubleUnaryOperator derivative;
    private final OptionalDouble pytorchGain;
    private final ActiveRange unsaturated;
    private final ActiveRange alive;

    ActivationFunction(
            String label,
            String formula,
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            Tails tails,
            OptionalDouble pytorchGain) {
        this.label = label;
        this.formula = formula;
        this.value = value;
        this.derivative = derivative;
        this.pytorchGain = pytorchGain;
        this.unsaturated = tails.range(derivative, SaturationLimit.RULES.slopeShare());
        this.alive = tails.range(derivative, SaturationLimit.LECTURE.slopeShare());
    }

    /** A function to which PyTorch gives a gain. */
    ActivationFunction(
            String label,
            String formula,
            DoubleUnaryOperator value,
            DoubleUnaryOperator derivative,
            Tails tails,
            double pytorchGain) {
        this(label, formula, value, derivative, tails, OptionalDouble.of(pytorchGain));
    }

    /** A function whose gain is found by quadrature. */
    ActivationFunction(
            String label, String formula, DoubleUnaryOperator value, DoubleUnaryOperator derivative, Tails tails) {
        this(label, formula, value, derivative, tails, OptionalDouble.empty());
    }

    /** What is not a function of single values. */
    ActivationFunction(String label, String formula) {
        this(label, formula, z -> Double.NaN, z -> Double.NaN, Tails.NONE);
    }

    /** The name by which users, JSON and documentation call it: lower case with dashes. */
    public String label() {
        return label;
    }

    /** The formula f(z) as text; empty for {@link #OTHER}. */
    public String formula() {
        return formula;
    }

    /** f(z); NaN for {@link #SOFTMAX} and {@link #OTHER}. */
    public double value(double z) {
        return value.applyAsDouble(z);
    }

    /**
     * f′(z); at a kink (z = 0 of the ReLU family) the slope from the left, as DL4J and PyTorch take it. NaN for
     * {@link #SOFTMAX} and {@link #OTHER}.
     */
    public double derivative(double z) {
        return derivative.applyAsDouble(z);
    }

    /** What PyTorch's {@code calculate_gain} says, or empty where PyTorch refuses to give a gain. */
    public OptionalDouble pytorchGain() {
        return pytorchGain;
    }

    /** The gain that initialisations and remedies use for this nonlinearity; 1 where there is none. */
    public double gain() {
        return switch (gainSource()) {
            case PYTORCH -> pytorchGain.getAsDouble();
            case QUADRATURE -> Gain.byQuadrature(this);
            case NONE -> 1;
        };
    }

    /** Where the gain comes from. */
    public GainSource gainSource() {
        if (pytorchGain.isPresent()) {
            return GainSource.PYTORCH;
        }
        return Double.isNaN(value(0)) ? GainSource.NONE : GainSource.QUADRATURE;
    }

    /** The z that are not {@linkplain SaturationLimit#RULES saturated}; undefined for SOFTMAX and OTHER. */
    public ActiveRange unsaturated() {
        return unsaturated;
    }

    /** The z within the {@linkplain SaturationLimit#LECTURE narrower limit}; undefined for SOFTMAX and OTHER. */
    public ActiveRange alive() {
        return alive;
    }

    /** Whether it is flat at 0, as rectifiers are: there half of all z lie on the flat side for good. */
    public boolean rectifier() {
        return !unsaturated.contains(0);
    }

    /**
     * Whether this z lets next to no gradient through, by the limit of the rules; NaN and the infinities count as
     * saturated.
     *
     * @throws IllegalStateException for {@link #SOFTMAX} and {@link #OTHER}, which have no limits
     */
    public boolean saturated(double z) {
        if (!unsaturated.defined()) {
            throw new IllegalStateException("The activation function " + this + " has no limits of saturation on z.");
        }
        return !unsaturated.contains(z);
    }

    @Override
    public String toString() {
        return label;
    }
}
