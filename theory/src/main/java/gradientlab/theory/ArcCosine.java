package gradientlab.theory;

/**
 * The closed forms for f(z) = z where z > 0, otherwise a·z (Cho and Saul 2009, section 2, for a = 0).
 *
 * <p>A leaky function is (1 − a)·relu(z) + a·z, and E[relu(x)·y] = c/2 for standard normal x, y of correlation c: so
 * E[f·f] = (1 − a)²·k₁(c) + a·c, with k₁ that of the ReLU, and E[f′·f′] = (1 − a)²·k₀(c) + a.
 */
final class ArcCosine {

    private ArcCosine() {}

    static double product(double a, double c) {
        double relu = (Math.sqrt(Math.max(0, 1 - c * c)) + c * (Math.PI - Math.acos(c))) / (2 * Math.PI);
        return (1 - a) * (1 - a) * relu + a * c;
    }

    static double slopeProduct(double a, double c) {
        double relu = (Math.PI - Math.acos(c)) / (2 * Math.PI);
        return (1 - a) * (1 - a) * relu + a;
    }

    static CorrelationSeries series(double a, double std) {
        return new CorrelationSeries() {
            @Override
            public double product(double c) {
                return std * std * ArcCosine.product(a, c);
            }

            @Override
            public double slope(double c) {
                return std * std * slopeProduct(a, c);
            }
        };
    }
}
