package gradientlab.theory;

/**
 * What a normalisation multiplies the variance of a gradient by on its way down.
 *
 * <p>Notation: m how many values one mean is taken over, v their variance, n the normalised values, δ the gradient with respect
 * to n or to what the nonlinearity makes of it. Backwards a normalisation takes from δ its mean and its part along n, and
 * divides by the standard deviation of the m values. Of normal values, n is a point of the sphere of radius √m in m − 1
 * dimensions and does not depend on that standard deviation, whose inverse square has the mean m/((m − 3)·v).
 *
 * <p>For m → ∞ this gives E[f′²]/E[f²] per layer for layer norm without biases and E[f′²]/Var f for batch norm (Yang et al.
 * 2019, "A mean field theory of batch normalization", for the ReLU π/(π − 1)). The terms in 1/m are derived here; for the
 * identity both norms come to (m − 2)/(m − 3), with m = B for batch norm. Terms in 1/m² are left out.
 */
final class NormFactors {

    /** Over fewer values than these the terms that are left out are too large. */
    static final int LEAST_COUNT = 8;

    private NormFactors() {}

    /** Layer or group norm before the nonlinearity: Var of the gradient by z over Var δ; δ of two units are independent. */
    static double overUnits(FunctionMoments moments, double variance, int m) {
        double square = moments.meanSquareSlope();
        double along = moments.mean((d, f, slope) -> d * d * slope * slope);
        return m / ((m - 3) * variance) * (1 - 1.0 / m - along / (square * m));
    }

    /**
     * Batch norm before the nonlinearity: Var of the gradient by z over Var δ. The gradients of two examples are
     * dependent, since what comes from the norm of the layer above has mean 0 over the batch.
     */
    static double overExamples(FunctionMoments moments, double variance, int m) {
        double square = moments.meanSquareSlope();
        double common = square - pairMean(moments, (d, f, slope) -> slope, m);
        double along =
                moments.mean((d, f, slope) -> d * d * slope * slope) - pairMean(moments, (d, f, slope) -> d * slope, m);
        return m / ((m - 3) * variance) * (1 - (common + along) / (square * m));
    }

    /**
     * The mean product of a term over two of the m normalised values: its mean squared, less what the correlation −1/(m − 1)
     * and that of the squares, −2/(m + 1), take from it.
     */
    static double pairMean(FunctionMoments moments, FunctionMoments.Term term, int m) {
        double mean = moments.mean(term);
        double linear = moments.mean((d, f, slope) -> d * term.of(d, f, slope));
        double quadratic = moments.mean((d, f, slope) -> (d * d - 1) * term.of(d, f, slope)) / Math.sqrt(2);
        return mean * mean - linear * linear / (m - 1) - quadratic * quadratic / (m + 1);
    }

    /**
     * A norm over units after the nonlinearity: Var δ over the variance of the gradient by the normalised values. To first
     * order in 1/m, with a the values around their mean over their std: (E[f′²]·(1 + E[a⁴]/m) − 2E[f′²·a²]/m)/(Var f + ε).
     */
    static double afterOverUnits(FunctionMoments moments, double epsilon, int m) {
        double mean = moments.mean();
        double variance = moments.variance();
        double scale = moments.scale();
        double along =
                moments.mean((d, f, slope) -> slope * slope * (scale * f - mean) * (scale * f - mean)) / variance;
        double square = moments.meanSquareSlope();
        return (square * (1 + moments.kurtosis() / m) - 2 * along / m) / (variance + epsilon);
    }

    /**
     * Batch norm after the nonlinearity, for z without biases: as {@link #afterOverUnits}, and what the mean 0 over the batch
     * of signal and gradient adds.
     */
    static double afterOverExamples(FunctionMoments moments, double q, double epsilon, int m) {
        double slope = moments.meanSlope() * moments.meanSlope();
        double shared = slope / moments.meanSquareSlope() - q * slope / moments.variance();
        return afterOverUnits(moments, epsilon, m) * (1 + shared / m);
    }
}
