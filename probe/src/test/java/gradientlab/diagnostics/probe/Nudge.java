package gradientlab.diagnostics.probe;

import java.util.function.DoubleSupplier;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A nonlinearity whose input can be shifted at one place: the loss of the stock network as a function of one z.
 *
 * <p>What the probe's δ is compared with: it uses nothing of the probe.
 */
final class Nudge implements IActivation {

    /** Central differences in double: truncation about 1e-10, cancellation about 1e-11. */
    private static final double STEP = 1e-5;

    private final IActivation nonlinearity;
    private long[] place;
    private double shift;

    Nudge(IActivation nonlinearity) {
        this.nonlinearity = nonlinearity;
    }

    /** ∂loss/∂z at one place of the array that enters the nonlinearity. */
    double slope(DoubleSupplier loss, long... at) {
        place = at;
        shift = STEP;
        double up = loss.getAsDouble();
        shift = -STEP;
        double down = loss.getAsDouble();
        place = null;
        return (up - down) / (2 * STEP);
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        if (place != null) {
            in.putScalar(place, in.getDouble(place) + shift);
        }
        return nonlinearity.getActivation(in, training);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return nonlinearity.backprop(in, epsilon);
    }

    @Override
    public int numParams(int inputSize) {
        return 0;
    }
}
