package gradientlab.model;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.KnownActivation;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * GELU as it is defined, z·Φ(z) (Hendrycks and Gimpel 2016, section 2), with the derivative Φ(z) + z·φ(z).
 *
 * <p>DL4J's {@code ActivationGELU} is an approximation either way: the plain one is z·σ(1.702 z), and the "precise" one
 * cubes 0.044715·z where the tanh formula has 0.044715·z³ (at z = −5 it gives −1.7e-3 instead of −1.4e-6).
 */
public final class ActivationExactGelu extends BaseActivationFunction implements KnownActivation {

    @Override
    public ActivationFunction activationFunction() {
        return ActivationFunction.GELU;
    }

    @Override
    public INDArray getActivation(INDArray z, boolean training) {
        return z.muli(phiCumulative(z));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray z, INDArray epsilon) {
        assertShape(z, epsilon);
        INDArray density = Transforms.exp(z.mul(z).muli(-0.5), false).divi(Math.sqrt(2 * Math.PI));
        INDArray slope = density.muli(z).addi(phiCumulative(z));
        return Pair.of(slope.muli(epsilon), null);
    }

    private static INDArray phiCumulative(INDArray z) {
        INDArray scaled = z.div(Math.sqrt(2));
        return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
    }

    /** Two of these are the same: the function has no settings. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ActivationExactGelu;
    }

    @Override
    public int hashCode() {
        return ActivationExactGelu.class.hashCode();
    }

    @Override
    public String toString() {
        return "gelu";
    }
}
