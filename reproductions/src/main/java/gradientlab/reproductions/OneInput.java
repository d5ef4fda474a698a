package gradientlab.reproductions;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * What a fresh net without biases makes of one input, drawn layer by layer.
 *
 * <p>Given what a layer reads, the pre-activations of its units are independent and normal with variance ‖a‖²·Var W: the
 * matrix itself need not be drawn, and the distribution is that of the net exactly.
 */
final class OneInput {

    private OneInput() {}

    /** The mean square of the activations after a number of layers of one width, from an input of mean square 1. */
    static double meanSquare(int width, int depth, double weightVariance, DoubleUnaryOperator f, Random random) {
        double square = 1;
        for (int layer = 0; layer < depth; layer++) {
            double std = Math.sqrt(width * weightVariance * square);
            double sum = 0;
            for (int unit = 0; unit < width; unit++) {
                double a = f.applyAsDouble(std * random.nextGaussian());
                sum += a * a;
            }
            square = sum / width;
        }
        return square;
    }
}
