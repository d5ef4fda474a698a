package gradientlab.reproductions;

import gradientlab.activations.ActivationFunction;
import gradientlab.mnist.MnistDataset;
import gradientlab.theory.FunctionMoments;
import gradientlab.theory.NormalMoments;
import java.util.List;
import java.util.Random;

/** Klambauer et al. 2017: SELU nets draw mean and variance of their activations to 0 and 1. */
record SeluFixedPoint() implements Reproduction {

    private static final NormalMoments SELU = NormalMoments.of(ActivationFunction.SELU);

    /** A unit of the last digit that the paper prints: 0.08883476 stands there as 0.088834. */
    private static final double LAST_DIGIT = 1e-6;

    private static final double LAST_DIGIT_OF_NORM = 5e-5;

    /** The published constants have four digits; ours are theirs in float. */
    private static final double ROUNDING = 1e-6;

    private static final double STEP = 1e-4;
    private static final int WIDTH = 500;
    private static final int DEPTH = 30;

    @Override
    public String name() {
        return "selu-fixed-point";
    }

    @Override
    public String title() {
        return "Mean 0 and variance 1 are a fixed point of SELU layers, which attracts";
    }

    @Override
    public String source() {
        return "Klambauer et al. 2017, Self-normalizing neural networks (arXiv 1706.02515), equation 6 and what follows it";
    }

    @Override
    public String settings() {
        return "Mean and variance of SELU(z), z ~ N(0, ν), by quadrature, and their derivatives with respect to ν at ν = 1;"
                + " and " + DEPTH + " layers of " + WIDTH
                + " units, Var W = 1/n, no biases, one input: the mean of a² over draws.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        FunctionMoments moments = SELU.at(1);
        double ofMean = (SELU.at(Math.sqrt(1 + STEP)).mean()
                        - SELU.at(Math.sqrt(1 - STEP)).mean())
                / (2 * STEP);
        double ofVariance = moments.changeOfSquare() - 2 * moments.mean() * ofMean;
        return new Outcome(
                List.of(
                        Comparison.near("mean of the activations", 0, moments.mean(), ROUNDING),
                        Comparison.near("variance of the activations", 1, moments.variance(), ROUNDING),
                        Comparison.near("∂ mean / ∂ν", 0.088834, ofMean, LAST_DIGIT),
                        Comparison.near("∂ variance / ∂ν", 0.782648, ofVariance, LAST_DIGIT),
                        Comparison.near(
                                "spectral norm of the Jacobian",
                                0.7877,
                                Math.hypot(ofMean, ofVariance),
                                LAST_DIGIT_OF_NORM),
                        Comparison.within(
                                DEPTH + " drawn layers: mean of a²", 1, drawn(effort.of(100, 2_000, 10_000)), 0.02)),
                List.of(),
                "");
    }

    private static double drawn(int draws) {
        Random random = new Random(DEPTH);
        double[] squares = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            squares[draw] = OneInput.meanSquare(WIDTH, DEPTH, 1.0 / WIDTH, ActivationFunction.SELU::value, random);
        }
        return new Draws(squares).mean();
    }
}
