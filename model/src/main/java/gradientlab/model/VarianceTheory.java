package gradientlab.model;

import gradientlab.activations.Gain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What mean field theory expects of a fresh, wide net, layer by layer (Poole et al. 2016, equation 3; Schoenholz et al.
 * 2017, section 4).
 *
 * <p>The pre-activations of layer l are taken for normal with mean 0 and variance q: qₗ = nₗ₋₁·σw²·E[f(√qₗ₋₁·ξ)²] + σb²,
 * ξ ~ N(0, 1), and q₁ = n₀·σw²·E[x²] + σb². Backwards, the std of δ is multiplied by √(nₗ·σw²·E[f′(√qₗ₋₁·ξ)²]) on its
 * way from layer l to layer l − 1. σw and σb are those of the draw; an orthogonal matrix has the σw of its elements.
 * With LSUV q is 1 in every layer. A normalisation before the nonlinearity puts variance 1 in the place of √q inside f;
 * what it does to δ is not part of this.
 *
 * @param preActivationStd √q of every hidden layer, from the input on
 * @param backwardFactor for each hidden layer but the last, std of its δ over that of the next; empty with a
 *     normalisation
 */
public record VarianceTheory(List<Double> preActivationStd, List<Double> backwardFactor) {

    /** Copies the lists. */
    public VarianceTheory {
        preActivationStd = List.copyOf(preActivationStd);
        backwardFactor = List.copyOf(backwardFactor);
    }

    /**
     * The expectation for a specification.
     *
     * @param meanSquareInput E[x²] over the inputs of the batch
     */
    public static VarianceTheory of(MlpSpec spec, double meanSquareInput) {
        List<Double> stds = new ArrayList<>();
        double meanSquare = meanSquareInput;
        int fanIn = spec.inputs();
        for (int units : spec.hidden()) {
            double q = variance(spec, fanIn, units, meanSquare);
            stds.add(Math.sqrt(q));
            double seen = spec.normalisation() == Normalisation.NONE ? Math.sqrt(q) : 1;
            meanSquare = secondMoment(spec.activation()::value, seen);
            fanIn = units;
        }
        return new VarianceTheory(stds, spec.normalisation() == Normalisation.NONE ? factors(spec, stds) : List.of());
    }

    private static List<Double> factors(MlpSpec spec, List<Double> stds) {
        List<Double> factors = new ArrayList<>();
        for (int l = 1; l < stds.size(); l++) {
            double slope = secondMoment(spec.activation()::derivative, stds.get(l - 1));
            int below = spec.hidden().get(l - 1);
            int units = spec.hidden().get(l);
            double meanSquareBelow = secondMoment(spec.activation()::value, stds.get(l - 1));
            double w = weightVariance(spec, below, units, meanSquareBelow);
            factors.add(Math.sqrt(units * w * slope));
        }
        return factors;
    }

    private static double variance(MlpSpec spec, int fanIn, int units, double meanSquare) {
        double bias = spec.hiddenBias()
                ? spec.initialisation()
                        .hiddenBias()
                        .expectedStd(fanIn, units, spec.activation().gain())
                : 0;
        return fanIn * weightVariance(spec, fanIn, units, meanSquare) * meanSquare + bias * bias;
    }

    /** σw², for LSUV what makes the variance of the affine map 1. */
    private static double weightVariance(MlpSpec spec, int fanIn, int units, double meanSquare) {
        if (spec.initialisation().scheme().needsData()) {
            return 1 / (fanIn * meanSquare);
        }
        double std = spec.initialisation()
                .hiddenWeights()
                .expectedStd(fanIn, units, spec.activation().gain());
        return std * std;
    }

    /** E[f(std·ξ)²]. */
    private static double secondMoment(DoubleUnaryOperator f, double std) {
        return Gain.expectation(z -> Math.pow(f.applyAsDouble(std * z), 2));
    }
}
