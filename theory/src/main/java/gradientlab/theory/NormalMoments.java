package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.stream.DoubleStream;

/**
 * The expectations of an activation function over normal variables that mean field theory is made of.
 *
 * <p>By quadrature that is split at the kinks (error below 1e-10 of the value); products of the homogeneous functions
 * (identity, ReLU, leaky and parametric ReLU at its start) by the arc-cosine kernel (Cho and Saul 2009, section 2). A std
 * of NaN gives NaN.
 */
public final class NormalMoments {

    /** Below it a function with a slope at 0 is homogeneous to nine digits. */
    private static final double NEXT_TO_ZERO = 1e-10;

    private final Nonlinearity function;

    NormalMoments(Nonlinearity function) {
        this.function = function;
    }

    /**
     * The moments of a function.
     *
     * @throws IllegalArgumentException for softmax and unknown functions, which are not functions of single values
     */
    public static NormalMoments of(ActivationFunction activation) {
        return new NormalMoments(Nonlinearity.of(activation));
    }

    /** The moments of f(std·D), D ~ N(0, 1); at std 0 their limit. */
    public FunctionMoments at(double std) {
        double sampled = sampledStd(std);
        return new FunctionMoments(
                function,
                sampled,
                scale(std, sampled),
                Quadrature.of(0, sampled, function.kinks()).normal());
    }

    /**
     * The moments of f(std·D) where D is not normal but one of {@code count} numbers that were given mean 0 and mean square
     * 1, as a normalisation over that many values does.
     */
    FunctionMoments normalised(double std, int count) {
        double sampled = sampledStd(std);
        double end = sampled * Math.sqrt(count - 1.0);
        double[] kinks = DoubleStream.concat(DoubleStream.of(function.kinks()), DoubleStream.of(-end, end))
                .toArray();
        Quadrature rule = Quadrature.of(0, sampled, kinks).spherical(count - 1.0);
        return new FunctionMoments(function, sampled, scale(std, sampled), rule);
    }

    private double sampledStd(double std) {
        if (function.homogeneous() && std >= 0) {
            return 1;
        }
        return std < NEXT_TO_ZERO && function.homogeneousAtZero() ? NEXT_TO_ZERO : std;
    }

    private static double scale(double std, double sampled) {
        return std == sampled ? 1 : std / sampled;
    }

    /**
     * E[f(z₁)·f(z₂)], (z₁, z₂) normal with means 0, these stds and this correlation.
     *
     * @throws IllegalArgumentException for a correlation outside [−1, 1]
     */
    public double product(double std1, double std2, double correlation) {
        requireCorrelation(correlation);
        return function.homogeneous()
                ? std1 * std2 * ArcCosine.product(function.leak(), correlation)
                : PairIntegral.of(function.value(), function.kinks(), std1, std2, correlation);
    }

    /**
     * E[f′(z₁)·f′(z₂)], (z₁, z₂) normal with means 0, these stds and this correlation.
     *
     * @throws IllegalArgumentException for a correlation outside [−1, 1]
     */
    public double slopeProduct(double std1, double std2, double correlation) {
        requireCorrelation(correlation);
        return function.homogeneous()
                ? ArcCosine.slopeProduct(function.leak(), correlation)
                : PairIntegral.of(function.slope(), function.kinks(), std1, std2, correlation);
    }

    private static void requireCorrelation(double correlation) {
        if (Math.abs(correlation) > 1) {
            throw new IllegalArgumentException("A correlation must lie in [-1, 1], not " + correlation);
        }
    }

    /** E[f(std·x)·f(std·y)] for every correlation of x and y at once. */
    CorrelationSeries series(double std) {
        return function.homogeneous() ? ArcCosine.series(function.leak(), std) : HermiteSeries.of(function, std);
    }
}
