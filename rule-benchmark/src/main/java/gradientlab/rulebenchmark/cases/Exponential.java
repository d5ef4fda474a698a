package gradientlab.rulebenchmark.cases;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** e^z without any bound, as Keras has it and DL4J has not. */
public final class Exponential extends BaseActivationFunction {

    @Override
    public INDArray getActivation(INDArray z, boolean training) {
        return z.assign(Transforms.exp(z, true));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
        return Pair.of(Transforms.exp(z, true).muli(epsilon), null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exponential;
    }

    @Override
    public int hashCode() {
        return Exponential.class.hashCode();
    }

    @Override
    public String toString() {
        return "exponential";
    }
}
