package gradientlab.engine;

import gradientlab.activations.ActivationFunction;

/** f(z) = 1 / (1 + e⁻ᶻ), whose slope follows from its value: a·(1 − a). */
final class Sigmoid implements ActivationKernel {

    private final CubicTable curve = CubicTable.of(ActivationFunction.SIGMOID::value);

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = curve.at(z[k]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            delta[k] *= a[k] * (1 - a[k]);
        }
    }
}
