package gradientlab.theory;

import gradientlab.activations.ActivationFunction;

/** erf as a nonlinearity, for which products have closed forms (Williams 1997): a function of tests alone. */
final class Erf {

    static final Nonlinearity FUNCTION = new Nonlinearity(Erf::value, Erf::slope, new double[0], false);

    private Erf() {}

    /** By the GELU, z·Φ(z): erf(z) = 2Φ(√2·z) − 1. */
    private static double value(double z) {
        double x = Math.sqrt(2) * z;
        return z == 0 ? 0 : 2 * ActivationFunction.GELU.value(x) / x - 1;
    }

    private static double slope(double z) {
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z);
    }

    static double product(double q1, double q2, double shared) {
        return 2 / Math.PI * Math.asin(2 * shared / Math.sqrt((1 + 2 * q1) * (1 + 2 * q2)));
    }

    static double slopeProduct(double q1, double q2, double shared) {
        return 4 / Math.PI / Math.sqrt((1 + 2 * q1) * (1 + 2 * q2) - 4 * shared * shared);
    }
}
