package gradientlab.activations;

/** Values and slopes of the functions of {@link ActivationFunction}, each written to stay accurate for large |z|. */
final class ActivationFormulas {

    /** Slope of leaky ReLU for z < 0: the default of PyTorch and of DL4J. */
    static final double LEAK = 0.01;

    /** PReLU's slope for z < 0 before training: He et al. 2015, section 2.1, and PyTorch's default. */
    static final double PRELU_START = 0.25;

    /** SELU's constants: Klambauer et al. 2017, equation 14. */
    private static final double SELU_ALPHA = 1.6732632423543772;

    private static final double SELU_LAMBDA = 1.0507009873554805;

    private ActivationFormulas() {}

    /** The z of greatest slope of z σ(z); the least slope lies at its negative. */
    static final double SWISH_PEAK = 2.3993572805154;

    private static final double RATIONAL_TANH_SCALE = 1.7159;
    private static final double RATIONAL_TANH_FOURTH = 1.41645;

    /** z where z > 0, otherwise slope · z. */
    static double leaky(double z, double slope) {
        return z > 0 ? z : slope * z;
    }

    /** 1 where z > 0, otherwise a slope. */
    static double step(double z, double slope) {
        return Double.isNaN(z) ? Double.NaN : z > 0 ? 1 : slope;
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static double sigmoidSlope(double z) {
        return sigmoid(z) * sigmoid(-z);
    }

    static double tanhSlope(double z) {
        double t = Math.tanh(z);
        return 1 - t * t;
    }

    static double elu(double z) {
        return z > 0 ? z : Math.expm1(z);
    }

    static double eluSlope(double z) {
        return z > 0 ? 1 : Math.exp(z);
    }

    static double selu(double z) {
        return SELU_LAMBDA * (z > 0 ? z : SELU_ALPHA * Math.expm1(z));
    }

    static double seluSlope(double z) {
        return SELU_LAMBDA * (z > 0 ? 1 : SELU_ALPHA * Math.exp(z));
    }

    static double gelu(double z) {
        return z * normalCdf(z);
    }

    static double geluSlope(double z) {
        return normalCdf(z) + z * Gain.normalDensity(z);
    }

    static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    static double softsign(double z) {
        return z / (1 + Math.abs(z));
    }

    static double softsignSlope(double z) {
        double d = 1 + Math.abs(z);
        return 1 / (d * d);
    }

    static double swish(double z) {
        return z * sigmoid(z);
    }

    static double swishSlope(double z) {
        return sigmoid(z) + z * sigmoidSlope(z);
    }

    static double mish(double z) {
        return z * Math.tanh(Math.log1p(Math.exp(z)));
    }

    static double mishSlope(double z) {
        double t = Math.tanh(Math.log1p(Math.exp(z)));
        return t + z * (1 - t * t) * sigmoid(z);
    }

    static double relu6(double z) {
        return Double.isNaN(z) ? z : Math.min(Math.max(0, z), 6);
    }

    static double relu6Slope(double z) {
        return within(z, 0, 6, 1);
    }

    static double thresholdedRelu(double z) {
        return z > 1 || Double.isNaN(z) ? z : 0;
    }

    static double thresholdedReluSlope(double z) {
        return step(z - 1, 0);
    }

    static double hardTanh(double z) {
        return Math.max(-1, Math.min(z, 1));
    }

    static double hardTanhSlope(double z) {
        return within(z, -1, 1, 1);
    }

    static double hardSigmoid(double z) {
        return Math.max(0, Math.min(0.2 * z + 0.5, 1));
    }

    static double hardSigmoidSlope(double z) {
        return within(z, -2.5, 2.5, 0.2);
    }

    static double rectifiedTanh(double z) {
        return Math.max(0, Math.tanh(z));
    }

    static double rectifiedTanhSlope(double z) {
        return step(z, 0) * tanhSlope(z);
    }

    static double rationalTanh(double z) {
        double y = 2 * Math.abs(z) / 3;
        double denominator = 1 + y + y * y + RATIONAL_TANH_FOURTH * y * y * y * y;
        return RATIONAL_TANH_SCALE * Math.signum(z) * (1 - 1 / denominator);
    }

    static double rationalTanhSlope(double z) {
        double y = 2 * Math.abs(z) / 3;
        double denominator = 1 + y + y * y + RATIONAL_TANH_FOURTH * y * y * y * y;
        double slopeOfDenominator = 1 + 2 * y + 4 * RATIONAL_TANH_FOURTH * y * y * y;
        return RATIONAL_TANH_SCALE * 2 / 3 * slopeOfDenominator / (denominator * denominator);
    }

    /** A slope between two z, 0 outside, NaN for NaN. */
    private static double within(double z, double low, double high, double slope) {
        return Double.isNaN(z) ? Double.NaN : z > low && z < high ? slope : 0;
    }

    /**
     * The distribution function Φ(z) of N(0, 1): half of erfc(−z/√2), by the series of erf near 0 and the continued
     * fraction of erfc in the tails (Abramowitz and Stegun, 7.1.6 and 7.1.14).
     */
    static double normalCdf(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double upperTail = x < 2.5 ? 0.5 - 0.5 * erfSeries(x) : 0.5 * erfcFraction(x);
        return z > 0 ? 1 - upperTail : upperTail;
    }

    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private static double erfcFraction(double x) {
        double fraction = x;
        for (int n = 60; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
    }
}
