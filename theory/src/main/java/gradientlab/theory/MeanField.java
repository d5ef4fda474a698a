package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The maps of a plain net of infinite width (Poole et al. 2016, equation 3; Schoenholz et al. 2017).
 *
 * <p>Notation: q variance of the pre-activations z of one input, c correlation of the z of two inputs, D ~ N(0, 1), f
 * the nonlinearity; NaN in gives NaN out. The moments of a fixed point are computed at each call: keep what is used twice.
 *
 * <p>A scale of depth is ξ = −1/ln χ for a factor χ per layer: the number of layers after which e⁻¹ is left where χ &lt; 1;
 * infinite at χ = 1; <em>negative</em> where χ &gt; 1, then −ξ layers multiply by e.
 */
public final class MeanField {

    /** A variance map that comes this close to q everywhere it is looked at is the identity. */
    private static final double AS_GOOD_AS_EQUAL = 1e-12;

    private static final double VANISHED = 1e-12;
    private static final double DIVERGED = 1e12;
    private static final double SEARCH_RATIO = 1.5;
    private static final double ACCELERATION = 1.3;

    private final NormalMoments moments;
    private final double weightVariance;
    private final double biasVariance;

    /**
     * The maps of a net.
     *
     * @param weightVariance σw², fan-in times the variance of a weight, above 0
     * @param biasVariance σb², 0 or above
     * @throws IllegalArgumentException naming the argument, the rule and the value
     */
    public MeanField(ActivationFunction activation, double weightVariance, double biasVariance) {
        this(NormalMoments.of(activation), weightVariance, biasVariance);
    }

    MeanField(NormalMoments moments, double weightVariance, double biasVariance) {
        require(weightVariance > 0, "weightVariance", "above 0", weightVariance);
        require(biasVariance >= 0, "biasVariance", "0 or above", biasVariance);
        this.moments = moments;
        this.weightVariance = weightVariance;
        this.biasVariance = biasVariance;
    }

    private static void require(boolean holds, String name, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException("MeanField." + name + " must be " + rule + ", not " + value);
        }
    }

    /** The variance of the next layer: q′ = σw²·E[f(√q·D)²] + σb². */
    public double nextVariance(double q) {
        return weightVariance * moments.at(Math.sqrt(q)).meanSquare() + biasVariance;
    }

    /**
     * The variance q* to which the layers of a deep net come from q = 1; 0 where it shrinks to nothing, empty where it
     * grows without bound. Where every variance is kept, as in a ReLU net at σw² = 2 without biases, 1.
     */
    public OptionalDouble fixedVariance() {
        double change = change(1);
        if (Math.abs(change) < AS_GOOD_AS_EQUAL) {
            return OptionalDouble.of(1);
        }
        OptionalDouble root =
                Roots.onTheWay(this::change, 1, change > 0 ? DIVERGED : VANISHED, SEARCH_RATIO, ACCELERATION);
        return root.isEmpty() && change < 0 ? OptionalDouble.of(0) : root;
    }

    private double change(double q) {
        return nextVariance(q) / q - 1;
    }

    /** The correlation of the next layer, c′ = (σw²·E[f(z₁)·f(z₂)] + σb²)/q′, where both inputs have variance q. */
    public double nextCorrelation(double q, double c) {
        CorrelationSeries series = moments.series(Math.sqrt(q));
        return (weightVariance * series.product(c) + biasVariance)
                / (weightVariance * series.product(1) + biasVariance);
    }

    /**
     * The correlation c* ≥ 0 to which two inputs of a deep net come, whose variance is q*: 1 in the ordered phase (χ₁ ≤ 1),
     * below 1 in the chaotic one. Empty where q* is, and where it is 0.
     */
    public OptionalDouble fixedCorrelation() {
        OptionalDouble q = fixedVariance();
        if (q.isEmpty() || q.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(fixedCorrelation(q.getAsDouble()));
    }

    /** By Newton's method from 0: the map is a power series without negative coefficients, so it comes from below. */
    private double fixedCorrelation(double q) {
        if (chi(q) <= 1 + AS_GOOD_AS_EQUAL) {
            return 1;
        }
        CorrelationSeries series = moments.series(Math.sqrt(q));
        double c = 0;
        for (double step = 1; step > 1e-13 && c < 1; c += step) {
            double above = (weightVariance * series.product(c) + biasVariance) / q - c;
            step = above / (1 - weightVariance * series.slope(c) / q);
        }
        return Math.max(0, Math.min(c, 1));
    }

    /** χ₁(q) = σw²·E[f′(√q·D)²]: by what the variance of δ is multiplied on its way down one layer of equal width. */
    public double chi(double q) {
        return weightVariance * moments.at(Math.sqrt(q)).meanSquareSlope();
    }

    /** χ_c = σw²·E[f′(z₁)·f′(z₂)] at variance q > 0 and correlation c: the slope of the correlation map at q*. */
    public double chi(double q, double c) {
        return weightVariance * moments.series(Math.sqrt(q)).slope(c) / q;
    }

    /**
     * The slope dq′/dq of the variance map, σw²·(E[f′²] + E[f·f″]); computed as σw²·E[f²·(D² − 1)]/(2q), which needs no
     * second derivative. NaN at q = 0.
     */
    public double varianceSlope(double q) {
        return weightVariance * moments.at(Math.sqrt(q)).changeOfSquare() / q;
    }

    /** The scales of depth at the fixed point; empty where there is none or it is 0. */
    public Optional<DepthScales> depthScales() {
        OptionalDouble fixed = fixedVariance();
        if (fixed.isEmpty() || fixed.getAsDouble() == 0) {
            return Optional.empty();
        }
        double q = fixed.getAsDouble();
        double c = fixedCorrelation(q);
        double chi = chi(q);
        double chiC = c == 1 ? chi : chi(q, c);
        return Optional.of(new DepthScales(q, c, chi, depth(varianceSlope(q)), depth(chiC), depth(chi)));
    }

    /** ξ = −1/ln χ; infinite where χ is 1 to twelve digits. */
    private static double depth(double chi) {
        return Math.abs(chi - 1) < AS_GOOD_AS_EQUAL ? Double.POSITIVE_INFINITY : -1 / Math.log(chi);
    }
}
