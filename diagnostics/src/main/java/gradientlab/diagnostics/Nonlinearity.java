package gradientlab.diagnostics;

import java.util.function.DoubleUnaryOperator;

/**
 * What the nonlinearity of a layer is and where it saturates.
 *
 * <p>A pre-activation z is <em>saturated</em> beyond the point from which on the slope stays under a share of the
 * greatest slope: |f'(z)| &lt; {@value #SATURATED_SLOPE} · max |f'|. That share is 1 − 0.97², so that for tanh
 * saturated means |tanh z| &gt; 0.97 exactly (|z| &gt; 2.092), the limit of Karpathy's makemore, part 3; every other
 * row is the same loss of slope: sigmoid |z| &gt; 4.185, ELU and SELU z &lt; −2.829, softplus z &lt; −2.768, softsign
 * |z| &gt; 3.113. A rectifier's slope is 0 for z ≤ 0, which for about half of a healthy layer is normal.
 *
 * <p>A unit is <em>dead</em> for a batch when every z of it lies beyond the narrower share {@value #DEAD_SLOPE} =
 * 1 − 0.99² (tanh: |tanh z| &gt; 0.99, |z| &gt; 2.647; rectifier: z ≤ 0, activation 0).
 *
 * <p>Only tails count: a slope that passes through 0 on its way (swish, GELU, mish near −1) is not saturation. A slope
 * with a lower bound of its own, however small (leaky and parametric rectifiers, identity), never saturates. Rows with
 * a parameter (leaky: 0.01, ELU: α = 1, thresholded: θ = 1) are tabulated at DL4J's default.
 */
public enum Nonlinearity {
    IDENTITY(z -> 1, 0, none(), none()),
    TANH(Slopes::tanh, 0, from(0), from(0)),
    SIGMOID(Slopes::sigmoid, 0, from(0), from(0)),
    RELU(Slopes::relu, 1, from(1), none()),
    LEAKY_RELU(Slopes::leakyRelu, 1, none(), none()),
    /** The slope of the negative side is drawn (training) or fixed (inference); 0.01 here stands for "not 0". */
    RANDOMIZED_LEAKY_RELU(Slopes::leakyRelu, 1, none(), none()),
    /** The slope of the negative side is learned (He et al. 2015, section 2.1). */
    PRELU(Slopes::leakyRelu, 1, none(), none()),
    RELU6(Slopes::relu6, 1, from(1), from(1)),
    THRESHOLDED_RELU(Slopes::thresholdedRelu, 2, from(2), none()),
    ELU(Slopes::elu, 0, from(0), none()),
    SELU(Slopes::selu, 0, from(0), none()),
    GELU(Slopes::gelu, 2.3993572805154 / 1.702, from(-2.3993572805154 / 1.702), none()),
    SWISH(Slopes::swish, 2.3993572805154, from(-2.3993572805154), none()),
    MISH(Slopes::mish, 1.4906, from(-2.2560), none()),
    SOFTPLUS(Slopes::logistic, 40, from(40), none()),
    SOFTSIGN(Slopes::softsign, 0, from(0), from(0)),
    HARD_TANH(Slopes::hardTanh, 0, from(0), from(0)),
    HARD_SIGMOID(Slopes::hardSigmoid, 0, from(0), from(0)),
    RECTIFIED_TANH(Slopes::rectifiedTanh, Double.MIN_VALUE, from(1e-3), from(1e-3)),
    RATIONAL_TANH(Slopes::rationalTanh, 0, from(0), from(0)),
    CUBE(Slopes::cube, 1, none(), none()),
    /** Its slope depends on all logits of the example: no limit on one z. */
    SOFTMAX(z -> Double.NaN, 0, none(), none()),
    /** Unknown: nothing is said about slope or saturation. */
    OTHER(z -> Double.NaN, 0, none(), none());

    /** Share of the greatest slope below which a tail counts as saturated: 1 − 0.97². */
    public static final double SATURATED_SLOPE = 1 - 0.97 * 0.97;

    /** Share of the greatest slope below which a tail counts as dead: 1 − 0.99². */
    public static final double DEAD_SLOPE = 1 - 0.99 * 0.99;

    /** Every tail is flat long before this z. */
    private static final double FAR = 100;

    private final DoubleUnaryOperator slope;
    private final double greatestSlope;
    private final ActiveRange unsaturated;
    private final ActiveRange alive;

    /**
     * @param steepest a z of greatest slope
     * @param lowTail where the lower tail begins: from here down |slope| never rises again; NaN without such a tail
     * @param highTail where the upper tail begins: from here up |slope| never rises again; NaN without such a tail
     */
    Nonlinearity(DoubleUnaryOperator slope, double steepest, double lowTail, double highTail) {
        this.slope = slope;
        this.greatestSlope = slope.applyAsDouble(steepest);
        this.unsaturated = range(SATURATED_SLOPE, lowTail, highTail);
        this.alive = range(DEAD_SLOPE, lowTail, highTail);
    }

    /** f'(z); NaN for {@link #SOFTMAX} and {@link #OTHER}. */
    public double slope(double z) {
        return slope.applyAsDouble(z);
    }

    /** Where |f'(z)| is at least the saturated share of its maximum, tails apart; undefined for SOFTMAX and OTHER. */
    public ActiveRange unsaturated() {
        return unsaturated;
    }

    /** Where |f'(z)| is at least the dead share of its maximum, tails apart; undefined for SOFTMAX and OTHER. */
    public ActiveRange alive() {
        return alive;
    }

    /**
     * Whether this z lets next to no gradient through; NaN and the infinities count as saturated.
     *
     * <p>Throws {@link IllegalStateException} for {@link #SOFTMAX} and {@link #OTHER}, which have no limits.
     */
    public boolean saturated(double z) {
        if (!unsaturated.defined()) {
            throw new IllegalStateException("The nonlinearity " + this + " has no limits of saturation on z.");
        }
        return !unsaturated.contains(z);
    }

    private ActiveRange range(double share, double lowTail, double highTail) {
        if (Double.isNaN(greatestSlope)) {
            return ActiveRange.UNDEFINED;
        }
        double limit = share * greatestSlope;
        return new ActiveRange(
                Double.isNaN(lowTail) ? Double.NEGATIVE_INFINITY : flatEnd(limit, lowTail, -FAR),
                Double.isNaN(highTail) ? Double.POSITIVE_INFINITY : flatEnd(limit, highTail, FAR));
    }

    /** Bisection down to neighbouring doubles: the z nearest to the tail's beginning with |slope| under the limit. */
    private double flatEnd(double limit, double steep, double flat) {
        double middle = (steep + flat) / 2;
        while (middle != steep && middle != flat) {
            if (Math.abs(slope(middle)) < limit) {
                flat = middle;
            } else {
                steep = middle;
            }
            middle = (steep + flat) / 2;
        }
        return flat;
    }

    private static double none() {
        return Double.NaN;
    }

    private static double from(double z) {
        return z;
    }
}
