package gradientlab.theory;

import java.util.OptionalDouble;

/**
 * What is expected of one hidden layer of a fresh net.
 *
 * <p>δ is the gradient of the batch's mean loss with respect to the input of the nonlinearity; in a residual net with respect
 * to the sum zₖ. Stds are over the units of the layer and the examples of the batch.
 *
 * <p>The spreads are relative standard deviations over draws of the weights, to first order in 1/width, for <em>one</em>
 * input: of a batch, whose examples fluctuate apart, a figure spreads less, the less alike the examples are. With batch norm they
 * are of the batch. They are for weights that are drawn independently of each other; orthogonal ones spread less. Empty means that the theory says nothing, not 0.
 *
 * @param units how many units it has
 * @param preActivationStd std of z, the output of the affine map before any normalisation; in a residual net of the sum
 * @param activationStd std of f, the output of the nonlinearity, around its mean
 * @param activationMeanSquare E[f²]
 * @param deltaFactor std of its δ over that of the next hidden layer; empty for the last one
 * @param gradientFactor for one example, root mean square of the gradient of the weights W over that of δ
 * @param preActivationSpread relative standard deviation of the std of z of one draw
 * @param deltaSpread relative standard deviation of the std of δ over that at the last hidden layer of one draw; 0 for the
 *     last
 */
public record LayerTheory(
        int units,
        double preActivationStd,
        double activationStd,
        double activationMeanSquare,
        OptionalDouble deltaFactor,
        OptionalDouble gradientFactor,
        OptionalDouble preActivationSpread,
        OptionalDouble deltaSpread) {}
