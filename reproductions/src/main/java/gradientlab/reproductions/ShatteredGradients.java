package gradientlab.reproductions;

import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Balduzzi et al. 2017: how alike the gradients of a deep ReLU net are at two inputs. */
record ShatteredGradients() implements Reproduction {

    private static final int WIDTH = 200;
    private static final int INPUTS = 64;
    private static final int[] DEPTHS = {2, 5, 8};

    /** In twenty draws the correlation of one draw had a std of 10 %, 20 %, 70 % of its mean at depths 2, 5, 8 with batch norm. */
    private static final double[] SHARES = {0.15, 0.2, 0.5};

    @Override
    public String name() {
        return "shattered-gradients";
    }

    @Override
    public String title() {
        return "Under batch norm, gradients at two inputs lose half their correlation in every ReLU layer";
    }

    @Override
    public String source() {
        return "Balduzzi et al. 2017, The shattered gradients problem (arXiv 1702.08591), theorem 1: correlation 2⁻ᴸ; it takes"
                + " the units of a layer to be active for half of the inputs, independently of each other. Without batch norm:"
                + " the product of 1 − θ/π, θ the angle that the arc-cosine kernel (Cho and Saul 2009) gives, derived here";
    }

    @Override
    public String settings() {
        return "Fresh ReLU nets of " + WIDTH + " units, Var W = 2/n, no biases, on " + INPUTS
                + " inputs drawn from N(0, 1); the gradient of one output with respect to each input, the statistics of a"
                + " batch norm before the ReLU held fixed; mean product over pairs of inputs over the mean square, over"
                + " draws.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        int draws = effort.of(20, 100, 400);
        List<Comparison> comparisons = new ArrayList<>();
        double plain = Double.NaN;
        for (int i = 0; i < DEPTHS.length; i++) {
            int depth = DEPTHS[i];
            comparisons.add(Comparison.within(
                    "batch norm, L = " + depth + ": correlation",
                    Math.pow(2, -depth),
                    correlation(depth, true, draws),
                    SHARES[i]));
            plain = correlation(depth, false, draws);
            comparisons.add(Comparison.within("no norm, L = " + depth + ": correlation", ofAngles(depth), plain, 0.25));
        }
        int deepest = DEPTHS[DEPTHS.length - 1];
        return new Outcome(
                comparisons,
                List.of(),
                String.format(
                        Locale.ROOT,
                        "Without a norm theorem 1 does not hold: the angle between two inputs closes from layer to layer, and at"
                                + " L = %d the correlation is %s, not 2⁻ᴸ = %s.",
                        deepest,
                        Comparison.text(plain),
                        Comparison.text(Math.pow(2, -deepest))));
    }

    /** Of wide nets, from inputs at right angles. */
    private static double ofAngles(int depth) {
        double cosine = 0;
        double product = 1;
        for (int layer = 0; layer < depth; layer++) {
            double angle = Math.acos(cosine);
            product *= 1 - angle / Math.PI;
            cosine = (Math.sin(angle) + cosine * (Math.PI - angle)) / Math.PI;
        }
        return product;
    }

    private static double correlation(int depth, boolean normalised, int draws) {
        Random random = new Random(depth);
        double products = 0;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            INDArray gradients = gradients(depth, normalised, random);
            double all = Math.pow(gradients.sum(0).norm2Number().doubleValue(), 2);
            double own = Math.pow(gradients.norm2Number().doubleValue(), 2);
            products += (all - own) / (INPUTS - 1);
            squares += own;
        }
        return products / squares;
    }

    /** A row for each input. */
    private static INDArray gradients(int depth, boolean normalised, Random random) {
        List<INDArray> weights = new ArrayList<>();
        List<INDArray> slopes = new ArrayList<>();
        INDArray signal = normal(random, INPUTS, 1);
        for (int layer = 0; layer < depth; layer++) {
            INDArray matrix = normal(random, WIDTH, Math.sqrt(2.0 / WIDTH));
            INDArray z = signal.mmul(matrix);
            INDArray scale = Nd4j.ones(DataType.DOUBLE, 1, WIDTH);
            if (normalised) {
                z.subiRowVector(z.mean(true, 0));
                scale = z.std(false, true, 0).rdivi(1);
                z.muliRowVector(scale);
            }
            INDArray active = z.gt(0).castTo(DataType.DOUBLE);
            weights.add(matrix);
            slopes.add(active.mulRowVector(scale));
            signal = z.mul(active);
        }
        INDArray gradient = Nd4j.ones(DataType.DOUBLE, INPUTS, 1).mmul(normal(random, 1, 1));
        for (int layer = depth - 1; layer >= 0; layer--) {
            gradient = gradient.mul(slopes.get(layer)).mmul(weights.get(layer).transpose());
        }
        return gradient;
    }

    private static INDArray normal(Random random, int rows, double std) {
        double[] values = new double[rows * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = std * random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape('c', rows, WIDTH);
    }
}
