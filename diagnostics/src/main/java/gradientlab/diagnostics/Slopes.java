package gradientlab.diagnostics;

/** Derivatives f'(z) of the nonlinearities, each with its definition. */
final class Slopes {

    private Slopes() {}

    /** f = tanh z. */
    static double tanh(double z) {
        double a = Math.tanh(z);
        return 1 - a * a;
    }

    /** f = 1 / (1 + e^−z). */
    static double sigmoid(double z) {
        double a = logistic(z);
        return a * (1 - a);
    }

    /** f = max(0, z); the slope at 0 is 0, as in DL4J. */
    static double relu(double z) {
        return z > 0 ? 1 : 0;
    }

    /** f = min(max(0, z), 6). */
    static double relu6(double z) {
        return z > 0 && z < 6 ? 1 : 0;
    }

    /** f = z where z > 1, otherwise 0. */
    static double thresholdedRelu(double z) {
        return z > 1 ? 1 : 0;
    }

    /** f = z where z > 0, otherwise z / 100. */
    static double leakyRelu(double z) {
        return z > 0 ? 1 : 0.01;
    }

    /** f = z where z ≥ 0, otherwise e^z − 1. */
    static double elu(double z) {
        return z < 0 ? Math.exp(z) : 1;
    }

    /** f = λz where z > 0, otherwise λα(e^z − 1). */
    static double selu(double z) {
        double lambda = 1.0507009873554805;
        double alpha = 1.6732632423543772;
        return z > 0 ? lambda : lambda * alpha * Math.exp(z);
    }

    /** f = z · σ(z). */
    static double swish(double z) {
        double a = logistic(z);
        return a + z * a * (1 - a);
    }

    /** f = z · σ(1.702 z), the approximation of z · Φ(z) that DL4J computes by default. */
    static double gelu(double z) {
        return swish(1.702 * z);
    }

    /** f = z · tanh(ln(1 + e^z)). */
    static double mish(double z) {
        double t = Math.tanh(Math.log1p(Math.exp(z)));
        return t + z * (1 - t * t) * logistic(z);
    }

    /** f = z / (1 + |z|). */
    static double softsign(double z) {
        double denominator = 1 + Math.abs(z);
        return 1 / (denominator * denominator);
    }

    /** f = ln(1 + e^z), whose derivative is the logistic function 1 / (1 + e^−z). */
    static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** f = min(max(−1, z), 1). */
    static double hardTanh(double z) {
        return Math.abs(z) < 1 ? 1 : 0;
    }

    /** f = min(max(0, 0.2 z + 0.5), 1). */
    static double hardSigmoid(double z) {
        return Math.abs(z) < 2.5 ? 0.2 : 0;
    }

    /** f = max(0, tanh z). */
    static double rectifiedTanh(double z) {
        return z > 0 ? tanh(z) : 0;
    }

    /** f = 1.7159 · sgn(z) · (1 − 1 / (1 + y + y² + 1.41645 y⁴)) with y = 2|z| / 3. */
    static double rationalTanh(double z) {
        double y = 2 * Math.abs(z) / 3;
        double denominator = 1 + y + y * y + 1.41645 * y * y * y * y;
        return 1.7159 * 2 / 3 * (1 + 2 * y + 4 * 1.41645 * y * y * y) / (denominator * denominator);
    }

    /** f = z³. */
    static double cube(double z) {
        return 3 * z * z;
    }
}
