package gradientlab.theory;

import java.util.Collections;
import java.util.List;

/**
 * How the affine map of one hidden layer is drawn.
 *
 * @param units how many units it has
 * @param weightStd the std of a weight; 0 for constants; NaN where the weights are scaled on data until the variance of the
 *     affine map is 1 (LSUV)
 * @param biasStd the std of a bias; 0 for constants
 */
public record LayerDraw(int units, double weightStd, double biasStd) {

    /** @throws IllegalArgumentException naming the component, the rule and the value */
    public LayerDraw {
        if (units < 1) {
            throw new IllegalArgumentException("LayerDraw.units must be at least 1, not " + units);
        }
        requireStd(weightStd, "weightStd");
        requireStd(biasStd, "biasStd");
    }

    private static void requireStd(double std, String name) {
        if (std < 0 || Double.isInfinite(std)) {
            throw new IllegalArgumentException("LayerDraw." + name + " must be finite and not below 0, not " + std);
        }
    }

    /** A layer whose weights are scaled on data until the variance of its affine map is 1; it has no biases. */
    public static LayerDraw unitVariance(int units) {
        return new LayerDraw(units, Double.NaN, 0);
    }

    /** Layers of one width, depth of them, whose weights have variance σw²/width; the first has as many inputs. */
    public static List<LayerDraw> repeated(int depth, int units, double weightVariance, double biasVariance) {
        return Collections.nCopies(
                depth, new LayerDraw(units, Math.sqrt(weightVariance / units), Math.sqrt(biasVariance)));
    }

    boolean scaledOnData() {
        return Double.isNaN(weightStd);
    }
}
