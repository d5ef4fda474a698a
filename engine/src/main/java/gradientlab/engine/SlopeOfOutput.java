package gradientlab.engine;

import gradientlab.activations.ActivationFunction;

/** tanh and sigmoid, whose slopes follow from their values: 1 − a², a·(1 − a). */
final class SlopeOfOutput implements ActivationKernel {

    private final CubicTable curve;
    private final boolean tanh;

    SlopeOfOutput(ActivationFunction function) {
        curve = CubicTable.of(function::value);
        tanh = function == ActivationFunction.TANH;
    }

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = curve.at(z[k]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        if (tanh) {
            for (int k = 0; k < count; k++) {
                delta[k] *= 1 - a[k] * a[k];
            }
        } else {
            for (int k = 0; k < count; k++) {
                delta[k] *= a[k] * (1 - a[k]);
            }
        }
    }
}
