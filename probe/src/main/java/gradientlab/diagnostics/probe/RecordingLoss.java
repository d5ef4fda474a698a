package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * An output layer's own loss function, which writes down the logits and δ = ∂L/∂logits as they pass.
 *
 * <p>The output layer's nonlinearity is left alone: loss functions look at its class and take shortcuts, such as
 * softmax − labels, which a wrapper would hide from them.
 */
final class RecordingLoss implements ILossFunction {

    private final ILossFunction loss;
    private final Recording recording;

    RecordingLoss(ILossFunction loss, Recording recording) {
        this.loss = loss;
        this.recording = recording;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        recording.preActivation(HostArrays.matrix(preOutput, false));
        recording.mask(mask == null ? Matrix.EMPTY : HostArrays.matrix(mask, false));
        INDArray delta = loss.computeGradient(labels, preOutput, activation, mask);
        recording.delta(HostArrays.matrix(delta, false));
        return delta;
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return loss.computeScore(labels, preOutput, activation, mask, average);
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        return loss.computeScoreArray(labels, preOutput, activation, mask);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        double score = computeScore(labels, preOutput, activation, mask, average);
        return new Pair<>(score, computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return loss.name();
    }
}
