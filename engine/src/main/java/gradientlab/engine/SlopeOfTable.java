package gradientlab.engine;

import gradientlab.activations.ActivationFunction;

/** A smooth function by tables of its values and of its slopes, beyond which DL4J's overflow is repeated. */
final class SlopeOfTable implements ActivationKernel {

    private final CubicTable values;
    private final CubicTable derivative;
    private final float largestValue;
    private final float largestSlope;

    /**
     * The function as DL4J computes it.
     *
     * @param largestValue above this z DL4J gives +∞
     * @param largestSlope above this z DL4J's slope is NaN
     */
    SlopeOfTable(ActivationFunction function, float largestValue, float largestSlope) {
        values = CubicTable.of(function::value);
        derivative = CubicTable.of(function::derivative);
        this.largestValue = largestValue;
        this.largestSlope = largestSlope;
    }

    @Override
    public boolean keepsSlopes() {
        return true;
    }

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = z[k] > largestValue ? Float.POSITIVE_INFINITY : values.at(z[k]);
            slopes[k] = z[k] > largestSlope ? Float.NaN : derivative.at(z[k]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            delta[k] *= slopes[k];
        }
    }
}
