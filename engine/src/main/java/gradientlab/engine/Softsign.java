package gradientlab.engine;

/** f(z) = z / (1 + |z|), with the slope 1 / (1 + |z|)². */
final class Softsign implements ActivationKernel {

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = z[k] / (1 + Math.abs(z[k]));
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            float d = 1 + Math.abs(z[k]);
            delta[k] = delta[k] / (d * d);
        }
    }
}
