package gradientlab.activations;

import java.util.function.DoubleUnaryOperator;

/** The gain of a nonlinearity, computed from its formula. */
public final class Gain {

    /** Beyond ±12 the density of N(0, 1) is below 1e-31: nothing that a double sum would notice. */
    private static final double LIMIT = 12;

    /** Where a kink lies on 0, its slope is that of the left: the right half-line begins beside it. */
    private static final double RIGHT_OF_ZERO = 1e-100;

    private static final int STEPS = 6_000;

    private Gain() {}

    /**
     * 1/√E[f(z)²] with z ~ N(0, 1): the factor that keeps the second moment of the signal at 1.
     *
     * <p>With weights of std gain/√fanIn and inputs whose mean square is E[f(z)²], the next pre-activation has variance
     * 1 (He et al. 2015, equation 8, for a general f). By Simpson's rule on the two half-lines, so that the kink of the
     * ReLU family lies on a node.
     */
    public static double byQuadrature(ActivationFunction f) {
        return 1 / Math.sqrt(expectation(z -> f.value(z) * f.value(z)));
    }

    /**
     * E[g(z)] with z ~ N(0, 1), by Simpson's rule in 6,000 steps on each half-line.
     *
     * <p>A fixed rule and not an adaptive one: the gains are factors of drawn weights, and a last bit that changes here
     * would change every figure of a net with such a function.
     */
    public static double expectation(DoubleUnaryOperator g) {
        DoubleUnaryOperator weighted = z -> g.applyAsDouble(z) * normalDensity(z);
        return simpson(weighted, -LIMIT, 0) + simpson(weighted, RIGHT_OF_ZERO, LIMIT);
    }

    static double normalDensity(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double simpson(DoubleUnaryOperator f, double from, double to) {
        double h = (to - from) / STEPS;
        double sum = f.applyAsDouble(from) + f.applyAsDouble(to);
        for (int i = 1; i < STEPS; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(from + i * h);
        }
        return sum * h / 3;
    }
}
