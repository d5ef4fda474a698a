package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Matrix;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer's own nonlinearity, which writes down z, f(z) and δ = f'(z) · ε as they pass.
 *
 * <p>Every value is copied at once: DL4J overwrites z by f(z), and a layer norm overwrites δ on its way down.
 */
final class RecordingActivation implements IActivation {

    private final IActivation nonlinearity;
    private final Recording recording;
    private final Formats formats;
    private final Formats deltaFormats;

    /** @param deltaFormats the formats of δ: a convolution goes backward with channels first in any case */
    RecordingActivation(IActivation nonlinearity, Recording recording, Formats formats, Formats deltaFormats) {
        this.nonlinearity = nonlinearity;
        this.recording = recording;
        this.formats = formats;
        this.deltaFormats = deltaFormats;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        Matrix z = formats.matrix(in);
        recording.preActivation(z);
        INDArray out = nonlinearity.getActivation(in, training);
        recording.activation(nonlinearity instanceof ActivationIdentity ? z : formats.matrix(out));
        return out;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        Pair<INDArray, INDArray> gradients = nonlinearity.backprop(in, epsilon);
        recording.delta(deltaFormats.matrix(gradients.getFirst()));
        return gradients;
    }

    @Override
    public int numParams(int inputSize) {
        return nonlinearity.numParams(inputSize);
    }
}
