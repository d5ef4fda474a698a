package gradientlab.theory;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The gradient on its way from the last hidden layer to the first: factors of std from layer to layer.
 *
 * <p>Plain: Var δₗ = Var δₗ₊₁·nₗ₊₁·Var(Wₗ₊₁)·E[f′²] (Schoenholz et al. 2017); with a norm before the nonlinearity
 * times that of {@link NormFactors} in layer l + 1. With skips Var δₗ = Var δₗ₊₁·(1 + s²·nₗ₊₁·Var(Wₗ₊₁)·E[f′²]·(norm of layer
 * l)) (He et al. 2016, "Identity mappings in deep residual networks", equation 5, squared and averaged).
 */
record GradientPass(NetDraw net, List<LayerState> layers) {

    /** Std of δ of a layer over that of the next one. */
    OptionalDouble factor(int l) {
        if (l + 1 >= layers.size()) {
            return OptionalDouble.empty();
        }
        LayerState above = layers.get(l + 1);
        double fanOut = above.weightVariance() * net.layers().get(l + 1).units() / net.fanIn(l + 1);
        double variance = net.branchScale().isPresent() ? skipped(l, fanOut) : fanOut * slope(l) * throughNorm(l + 1);
        return said(variance);
    }

    private double skipped(int l, double fanOut) {
        double s = net.branchScale().getAsDouble();
        return 1 + s * s * fanOut * slope(l) * throughNorm(l);
    }

    static OptionalDouble said(double variance) {
        return Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance));
    }

    /** Var δ over the variance of the gradient by what the next layer reads; NaN where nothing is said. */
    double slope(int l) {
        LayerState layer = layers.get(l);
        if (!net.norm().afterNonlinearity()) {
            return layer.moments().meanSquareSlope();
        }
        int m = net.normalisedOver(l);
        if (m < NormFactors.LEAST_COUNT) {
            return Double.NaN;
        }
        double epsilon = net.norm().epsilon();
        if (net.norm().kind() == Norm.Kind.UNITS) {
            return NormFactors.afterOverUnits(layer.moments(), epsilon, m);
        }
        // With biases some units vary little over the batch, and their gradients are divided by next to nothing.
        return layer.biasVariance() > 0
                ? Double.NaN
                : NormFactors.afterOverExamples(layer.moments(), layer.q(), epsilon, m);
    }

    /** Variance of the gradient by z over that of δ; 1 without a norm before the nonlinearity, NaN where nothing is said. */
    private double throughNorm(int l) {
        LayerState layer = layers.get(l);
        int m = net.normalisedOver(l);
        double variance = layer.normalised() + net.norm().epsilon();
        if (net.norm().kind() == Norm.Kind.NONE || net.norm().afterNonlinearity()) {
            return 1;
        }
        if (m < NormFactors.LEAST_COUNT) {
            return Double.NaN;
        }
        return net.norm().kind() == Norm.Kind.UNITS
                ? NormFactors.overUnits(layer.moments(), variance, m)
                : NormFactors.overExamples(layer.moments(), variance, m);
    }

    /**
     * For one example, root mean square of the gradient of W over that of δ: the gradient is the outer product of what the
     * layer reads and the gradient by z. Empty with batch norm, where one example is not a batch.
     */
    OptionalDouble ofWeights(int l) {
        if (net.norm().kind() == Norm.Kind.EXAMPLES) {
            return OptionalDouble.empty();
        }
        double read = l == 0 ? net.meanSquareInput() : layers.get(l - 1).read();
        if (net.branchScale().isPresent()) {
            double s = l == 0 ? 1 : net.branchScale().getAsDouble();
            return said(s * s * read);
        }
        return said(read * throughNorm(l));
    }
}
