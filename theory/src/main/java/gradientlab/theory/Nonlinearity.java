package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * A function with what a quadrature has to know of it.
 *
 * @param value f(z)
 * @param slope f′(z)
 * @param kinks the z other than 0 at which f or f′ is not smooth
 * @param homogeneous whether f(a·z) = a·f(z) for every a ≥ 0, as the rectifiers and the identity have it
 */
record Nonlinearity(DoubleUnaryOperator value, DoubleUnaryOperator slope, double[] kinks, boolean homogeneous) {

    static Nonlinearity of(ActivationFunction f) {
        if (Double.isNaN(f.value(0))) {
            throw new IllegalArgumentException(
                    "Mean field theory needs an activation function of single values, not " + f);
        }
        return new Nonlinearity(f::value, f::derivative, kinksOf(f), isHomogeneous(f));
    }

    private static double[] kinksOf(ActivationFunction f) {
        return switch (f) {
            case RELU6 -> new double[] {6};
            case THRESHOLDED_RELU -> new double[] {1};
            case HARD_TANH -> new double[] {-1, 1};
            case HARD_SIGMOID -> new double[] {-2.5, 2.5};
            default -> new double[0];
        };
    }

    private static boolean isHomogeneous(ActivationFunction f) {
        return switch (f) {
            case IDENTITY, RELU, LEAKY_RELU, PRELU, RANDOMIZED_LEAKY_RELU -> true;
            default -> false;
        };
    }

    /** The slope for z < 0 of a homogeneous function, whose slope for z > 0 is 1. */
    double leak() {
        return slope.applyAsDouble(-1);
    }

    /** Whether f(0) = 0 with a slope on one side at least: near 0 it is then as good as homogeneous. */
    boolean homogeneousAtZero() {
        return value.applyAsDouble(0) == 0 && slope.applyAsDouble(1e-9) + slope.applyAsDouble(-1e-9) > 1e-3;
    }
}
