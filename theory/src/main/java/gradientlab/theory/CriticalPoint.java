package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a plain net keeps the gradient at every depth: χ₁(q*) = 1 (Schoenholz et al. 2017), for one variance of
 * the biases.
 *
 * @param weightVariance σw², fan-in times the variance of a weight
 * @param variance q*, the variance of the pre-activations there; 0 where the signal, too, shrinks to nothing (more slowly
 *     than exponentially)
 */
public record CriticalPoint(double weightVariance, double variance) {

    private static final double LEAST = 1e-6;
    private static final double MOST = 1e4;
    private static final double SEARCH_RATIO = 1.25;

    /**
     * The critical point of a function; of several the one with the least q*. Only those count that a net comes to: where
     * the slope of the variance map is at most 1. Empty where there is none up to q* = 10⁴, as for the ReLU with
     * biases. Of a homogeneous function without biases every q* is critical, and 1 is given.
     *
     * @throws IllegalArgumentException for softmax and unknown functions
     */
    public static Optional<CriticalPoint> of(ActivationFunction activation, double biasVariance) {
        Nonlinearity function = Nonlinearity.of(activation);
        NormalMoments moments = new NormalMoments(function);
        if (biasVariance == 0 && function.homogeneous()) {
            return Optional.of(at(moments, 1, 0));
        }
        if (biasVariance == 0 && staysAtZero(function, moments)) {
            return Optional.of(new CriticalPoint(1 / moments.at(0).meanSquareSlope(), 0));
        }
        OptionalDouble q = Roots.onTheWay(
                variance -> excess(moments, variance, biasVariance),
                Math.max(LEAST, biasVariance * (1 + LEAST)),
                MOST,
                SEARCH_RATIO,
                1);
        return q.isEmpty()
                ? Optional.empty()
                : Optional.of(at(moments, q.getAsDouble(), biasVariance))
                        .filter(point -> point.isStable(moments, biasVariance));
    }

    private static CriticalPoint at(NormalMoments moments, double q, double biasVariance) {
        return new CriticalPoint((q - biasVariance) / moments.at(Math.sqrt(q)).meanSquare(), q);
    }

    /** χ₁ − 1 of the net for which q is the fixed point: its σw² is (q − σb²)/E[f²]. */
    private static double excess(NormalMoments moments, double q, double biasVariance) {
        FunctionMoments at = moments.at(Math.sqrt(q));
        return (q - biasVariance) * at.meanSquareSlope() / at.meanSquare() - 1;
    }

    /** Whether small signals shrink where their δ would be kept, so that a net without biases comes to q* = 0. */
    private static boolean staysAtZero(Nonlinearity function, NormalMoments moments) {
        return function.homogeneousAtZero() && moments.at(0.03).growthOfSquare() <= 1;
    }

    private boolean isStable(NormalMoments moments, double biasVariance) {
        return new MeanField(moments, weightVariance, biasVariance).varianceSlope(variance) <= 1 + 1e-9;
    }
}
