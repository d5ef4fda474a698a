package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stands between a wrapper that hides the steps of time and the recurrent layer inside, and writes down what passes. */
final class Tap extends BaseWrapperLayer {

    private static final long serialVersionUID = 1;

    private final transient Passage passage;

    Tap(Layer underlying, Passage passage) {
        super(underlying);
        this.passage = passage;
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
        INDArray out = underlying.activate(training, memory);
        passage.forward(underlying.input(), out, underlying.getMaskArray());
        return out;
    }

    @Override
    public INDArray activate(INDArray input, boolean training, LayerWorkspaceMgr memory) {
        INDArray out = underlying.activate(input, training, memory);
        passage.forward(input, out, underlying.getMaskArray());
        return out;
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
        passage.backward(epsilon);
        return underlying.backpropGradient(epsilon, memory);
    }
}
