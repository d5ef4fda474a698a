package gradientlab.lab.run;

import java.util.List;

/**
 * The figures of one trained repetition, by the names and definitions of {@code experiments/README.md}.
 *
 * <p>A figure that is not finite is kept as it is. "At the start" is before the first update; shares and deviations of
 * activations are over the first 1,000 training examples in file order with batch norm on that batch's statistics,
 * gradients are of the mean loss over the first training batch, and each deviation is over all elements (n − 1).
 *
 * @param seed the seed of this repetition
 * @param initialLoss the loss of the fresh network on the first training batch
 * @param epochLoss per epoch, the mean of the batches' losses, each before its update
 * @param epochLogitStd the std of the logits on the first 1,000 training examples in inference, at the start and after
 *     each epoch
 * @param testLoss the mean loss over the first 3,232 test examples (101 batches of 32), in inference
 * @param testLossFull the mean loss over all test examples, in inference
 * @param testAccuracy the share of all test examples whose largest logit is the label's, 0..1
 * @param saturatedAtStart the share of the hidden activations in the flat part of the nonlinearity; NaN where one is NaN
 * @param saturatedAtEnd the same after training
 * @param deadUnitsAtStart hidden units saturated on every one of the examples
 * @param deadUnitsAtEnd the same after training
 * @param preActivationStdAtStart std of h, the first hidden layer's affine map
 * @param activationStdAtStart std of the first hidden layer's activations
 * @param logitStdAtStart std of the logits
 * @param gradientStdHiddenAtStart std of the gradient with respect to the first hidden layer's weights
 * @param gradientStdOutputAtStart std of the gradient with respect to the output layer's weights
 * @param deltaStdHiddenAtStart std of δ, the gradient with respect to h
 */
public record RunFigures(
        long seed,
        double initialLoss,
        List<Double> epochLoss,
        List<Double> epochLogitStd,
        double testLoss,
        double testLossFull,
        double testAccuracy,
        double saturatedAtStart,
        double saturatedAtEnd,
        int deadUnitsAtStart,
        int deadUnitsAtEnd,
        double preActivationStdAtStart,
        double activationStdAtStart,
        double logitStdAtStart,
        double gradientStdHiddenAtStart,
        double gradientStdOutputAtStart,
        double deltaStdHiddenAtStart) {

    /** Throws {@link IllegalArgumentException} without an epoch. */
    public RunFigures {
        if (epochLoss == null || epochLoss.isEmpty()) {
            throw new IllegalArgumentException("epochLoss must hold the loss of an epoch at least");
        }
    }

    /** The mean loss of the first epoch. */
    public double epochLossFirst() {
        return epochLoss.get(0);
    }

    /** The mean loss of the last epoch. */
    public double epochLossLast() {
        return epochLoss.get(epochLoss.size() - 1);
    }
}
