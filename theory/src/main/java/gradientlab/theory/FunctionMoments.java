package gradientlab.theory;

/**
 * The moments of one function of one normal variable, f(s·D) with D ~ N(0, 1), from samples of f and f′ at the nodes of a
 * quadrature.
 *
 * <p>Fourth moments and ratios are taken of f divided by its scale, so that an s of 1e-150 or 1e150 neither vanishes nor
 * overflows where f is homogeneous or linear at 0.
 */
public final class FunctionMoments {

    private final double scale;
    private final double[] weights;
    private final double[] d;
    private final double[] f;
    private final double[] slope;

    /** What is averaged: of the node d, the value f(s·d)/scale and the slope f′(s·d). */
    @FunctionalInterface
    interface Term {
        double of(double d, double f, double slope);
    }

    FunctionMoments(Nonlinearity function, double std, double scale, Quadrature rule) {
        this.scale = scale;
        this.weights = rule.weights();
        this.d = rule.nodes();
        this.f = new double[d.length];
        this.slope = new double[d.length];
        for (int i = 0; i < d.length; i++) {
            f[i] = function.value().applyAsDouble(std * d[i]);
            slope[i] = function.slope().applyAsDouble(std * d[i]);
        }
    }

    /** The mean of a term over D, with f still divided by its scale. */
    double mean(Term term) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += weights[i] * term.of(d[i], f[i], slope[i]);
        }
        return sum;
    }

    /** By what f was divided. */
    double scale() {
        return scale;
    }

    /** E[f(s·D)]. */
    public double mean() {
        return scale * mean((x, y, s) -> y);
    }

    /** E[f(s·D)²]. */
    public double meanSquare() {
        return scale * scale * mean((x, y, s) -> y * y);
    }

    /** Var f(s·D). */
    public double variance() {
        double mean = mean((x, y, s) -> y);
        return scale * scale * mean((x, y, s) -> (y - mean) * (y - mean));
    }

    /** E[f′(s·D)]. */
    public double meanSlope() {
        return mean((x, y, s) -> s);
    }

    /** E[f′(s·D)²]. */
    public double meanSquareSlope() {
        return mean((x, y, s) -> s * s);
    }

    /** E[f⁴]/(E[f²])² − 1: the relative variance of one f(s·D)²; 5 for the ReLU. */
    public double spreadOfSquare() {
        return spread((x, y, s) -> y * y);
    }

    /** E[f′⁴]/(E[f′²])² − 1: the relative variance of one f′(s·D)²; 1 for the ReLU. */
    public double spreadOfSquareSlope() {
        return spread((x, y, s) -> s * s);
    }

    /** E[(f − E f)⁴]/(Var f)²: 3 for the identity. */
    public double kurtosis() {
        double mean = mean((x, y, s) -> y);
        double variance = mean((x, y, s) -> (y - mean) * (y - mean));
        return mean((x, y, s) -> Math.pow(y - mean, 4)) / (variance * variance);
    }

    /** d E[f(s·D)²]/d ln s² = E[f²·(D² − 1)]/2. */
    public double changeOfSquare() {
        return scale * scale * mean((x, y, s) -> y * y * (x * x - 1)) / 2;
    }

    /** d ln E[f(s·D)²]/d ln s² = E[f²·(D² − 1)]/(2 E[f²]): by what power of the variance the second moment grows. */
    public double growthOfSquare() {
        return growth((x, y, s) -> y * y);
    }

    /**
     * d ln Var f(s·D)/d ln s². Above 1 (GELU and swish; 1 for the ReLU) a batch norm lets differences of size between the
     * examples of a batch grow from layer to layer.
     */
    public double growthOfVariance() {
        double mean = mean((x, y, s) -> y);
        double ofSquare = mean((x, y, s) -> y * y * (x * x - 1)) / 2;
        double ofMean = mean((x, y, s) -> y * (x * x - 1)) / 2;
        return (ofSquare - 2 * mean * ofMean) / mean((x, y, s) -> (y - mean) * (y - mean));
    }

    /** d ln E[f′(s·D)²]/d ln s²: 0 for the ReLU, below 0 for functions that saturate. */
    public double growthOfSquareSlope() {
        return growth((x, y, s) -> s * s);
    }

    /** The relative variance of a term whose mean is above 0. */
    double spread(Term term) {
        return jointSpread(term, term);
    }

    /** E[u·v]/(E[u]·E[v]) − 1. */
    double jointSpread(Term u, Term v) {
        return mean((x, y, s) -> u.of(x, y, s) * v.of(x, y, s)) / (mean(u) * mean(v)) - 1;
    }

    /** By Stein's lemma, so that neither second derivatives nor jumps of f are a difficulty. */
    double growth(Term term) {
        return mean((x, y, s) -> term.of(x, y, s) * (x * x - 1)) / (2 * mean(term));
    }
}
