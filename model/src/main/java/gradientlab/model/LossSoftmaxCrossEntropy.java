package gradientlab.model;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.LossUtil;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Cross entropy of the softmax of the logits, by log-sum-exp and without clipping.
 *
 * <p>An example with logits z [classes] and label y [classes] (one-hot, or any weights) has the loss
 * Σᵢ yᵢ·(ln Σⱼ e^zⱼ − zᵢ), and the gradient with respect to z is softmax(z)·Σᵢ yᵢ − y. DL4J's LossMCXENT clips the
 * softmax at 1e-10 and so caps an example's loss at 23.03; here nothing is capped, which matters for a net whose logits
 * start far from zero. A logit that is NaN or infinite gives NaN. A mask [examples, 1] weighs examples.
 *
 * <p>Where DL4J asks for an average, it is over the examples. All arrays are [examples, classes]. The activation must
 * be softmax.
 */
public final class LossSoftmaxCrossEntropy implements ILossFunction {

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        check(labels, preOutput, activation);
        INDArray loss = logSoftmax(preOutput)
                .muli(labels.castTo(preOutput.dataType()))
                .sum(true, 1)
                .negi();
        if (mask != null) {
            LossUtil.applyMask(loss, mask);
        }
        return loss;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        check(labels, preOutput, activation);
        INDArray y = labels.castTo(preOutput.dataType());
        INDArray softmax = activation.getActivation(preOutput.dup(), true);
        INDArray gradient = softmax.muliColumnVector(y.sum(true, 1)).subi(y);
        if (mask != null) {
            LossUtil.applyMask(gradient, mask);
        }
        return gradient;
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return Pair.of(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return toString();
    }

    /** Two of these are the same: the loss has no settings. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LossSoftmaxCrossEntropy;
    }

    @Override
    public int hashCode() {
        return LossSoftmaxCrossEntropy.class.hashCode();
    }

    @Override
    public String toString() {
        return "softmax cross entropy, not clipped";
    }

    private static INDArray logSoftmax(INDArray logits) {
        INDArray shifted = logits.subColumnVector(logits.max(true, 1));
        INDArray logSum = Transforms.log(Transforms.exp(shifted, true).sum(true, 1), false);
        return shifted.subiColumnVector(logSum);
    }

    private static void check(INDArray labels, INDArray preOutput, IActivation activation) {
        if (!(activation instanceof ActivationSoftmax)) {
            throw new IllegalArgumentException(
                    "Softmax cross entropy needs the output activation softmax, not " + activation);
        }
        if (!labels.equalShapes(preOutput)) {
            throw new IllegalArgumentException("Softmax cross entropy needs labels and logits of one shape, not "
                    + labels.shapeInfoToString() + " and " + preOutput.shapeInfoToString());
        }
    }
}
