package gradientlab.theory;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How far one draw of finite width lies from the mean, to first order in 1/width, for one input and weights that are drawn
 * independently of each other.
 *
 * <p>The z of a layer are n draws from N(0, K), where K = σw²·(mean of f² over the layer below) + σb² varies from draw to
 * draw. With h = d ln K′/d ln K and κ = E[f⁴]/(E[f²])² − 1 the variance of ln K goes from layer to layer as
 * V′ = h²·V + (σw²·E[f²]/K′)²·κ/n; measuring K by n values adds 2/n. For the ReLU κ is 5: Hanin and Rolnick's 1 + 5/n
 * (2018, "How to start training"). A norm over units sets K back in every layer, so that h = 0, and takes from the fluctuation
 * of f² what goes with that of z².
 *
 * <p>Backwards, each layer multiplies by a mean over n units of f′²·g², g normal: variance (κ′ + 2(1 + κ′))/n with
 * κ′ = E[f′⁴]/(E[f′²])² − 1, for the ReLU 5/n again. Besides, E[f′²] follows K by t = d ln E[f′²]/d ln K, and f² and f′² of
 * one layer fluctuate together. A norm divides by the K that was drawn.
 */
final class SpreadPass {

    private final NetDraw net;
    private final List<LayerState> layers;
    private final boolean normalised;
    private final double[] forward;
    private final double[] growth;
    private final double[] follow;
    private final double[] backward;
    private final double[] joint;

    SpreadPass(NetDraw net, List<LayerState> layers) {
        this.net = net;
        this.layers = layers;
        this.normalised = net.norm().before(Norm.Kind.UNITS);
        int steps = layers.size();
        this.forward = new double[steps];
        this.growth = new double[steps];
        this.follow = new double[steps];
        this.backward = new double[steps];
        this.joint = new double[steps];
        for (int l = 0; l + 1 < steps; l++) {
            step(l, layers.get(l), layers.get(l + 1));
        }
    }

    /** The noise that layer l adds to K of layer l + 1 and to δ of its own. */
    private void step(int l, LayerState layer, LayerState above) {
        FunctionMoments at = layer.moments();
        double n = net.layers().get(l).units();
        double share = above.weightVariance() * layer.read() / above.q();
        double slopes = covariance(at, SQUARE_SLOPE, SQUARE_SLOPE);
        forward[l] = share * share * covariance(at, SQUARE, SQUARE) / n;
        growth[l] = normalised ? 0 : share * at.growthOfSquare();
        follow[l] = normalised ? 0 : at.growthOfSquareSlope();
        backward[l] = (slopes + 2 * (1 + at.spreadOfSquareSlope())) / n;
        joint[l] = share * covariance(at, SQUARE, SQUARE_SLOPE) / n;
        if (normalised) {
            double measured = 2.0 / net.layers().get(l + 1).units();
            backward[l] += forward[l] + measured - 2 * joint[l];
        }
    }

    private static final FunctionMoments.Term SQUARE = (d, f, slope) -> f * f;
    private static final FunctionMoments.Term SQUARE_SLOPE = (d, f, slope) -> slope * slope;

    /** Relative covariance of two terms; under a norm without what follows the sum and the sum of squares, which are fixed. */
    private double covariance(FunctionMoments at, FunctionMoments.Term u, FunctionMoments.Term v) {
        double all = at.jointSpread(u, v);
        if (!normalised) {
            return all;
        }
        double ofSquare = at.mean((d, f, slope) -> d * d * d * d) - 1;
        double linear = relative(at, u, (d, f, slope) -> d) * relative(at, v, (d, f, slope) -> d);
        double quadratic = relative(at, u, (d, f, slope) -> d * d - 1) * relative(at, v, (d, f, slope) -> d * d - 1);
        return all - linear - quadratic / ofSquare;
    }

    private static double relative(FunctionMoments at, FunctionMoments.Term u, FunctionMoments.Term with) {
        return at.mean((d, f, slope) -> u.of(d, f, slope) * with.of(d, f, slope)) / at.mean(u);
    }

    private boolean saysNothing() {
        return net.layers().stream().anyMatch(LayerDraw::scaledOnData)
                || net.branchScale().isPresent();
    }

    /** Relative standard deviation of the std of z: half of that of its variance. */
    OptionalDouble ofSignal(int l) {
        if (saysNothing()) {
            return OptionalDouble.empty();
        }
        double measured = 2.0 / net.layers().get(l).units();
        if (net.norm().kind() == Norm.Kind.EXAMPLES) {
            return l == 0 ? OptionalDouble.empty() : said(measured * ofBatch(l, layers.get(l)));
        }
        double variance = 0;
        // Behind a norm after the nonlinearity K is the same in every draw.
        for (int k = 0; k < l && !net.norm().afterNonlinearity(); k++) {
            variance = growth[k] * growth[k] * variance + forward[k];
        }
        return said(variance + measured);
    }

    /**
     * What the mean over a batch with batch norm leaves of the fluctuation of z²: all of what a unit's z have in common, and of
     * what they have not one part in B − 1, and one in the fan-in, which makes some directions of the batch larger than others.
     */
    private double ofBatch(int l, LayerState layer) {
        double common =
                (net.norm().afterNonlinearity() ? layer.biasVariance() : layer.q() - layer.normalised()) / layer.q();
        double parts = 1.0 / (net.batch() - 1) + 1.0 / net.fanIn(l);
        return common * common + (1 - common) * (1 - common) * parts;
    }

    /** Relative standard deviation of the std of δ over that of the last layer. */
    OptionalDouble ofGradient(int l) {
        if (saysNothing()
                || net.norm().kind() == Norm.Kind.EXAMPLES
                || net.norm().afterNonlinearity()) {
            return OptionalDouble.empty();
        }
        double variance = 0;
        // By how much ln of the ratio moves with ln K of layer j + 1.
        double moves = 0;
        for (int j = layers.size() - 2; j >= 0; j--) {
            variance += moves * moves * forward[j];
            if (j >= l) {
                variance += backward[j] + 2 * moves * joint[j];
            }
            moves = growth[j] * moves + (j >= l ? follow[j] : 0);
        }
        return said(variance);
    }

    private static OptionalDouble said(double variance) {
        return Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance) / 2);
    }
}
