package gradientlab.engine;

/** f(z) = max(0, z). As in DL4J a NaN stays one forwards, and no gradient passes where z is NaN or not above 0. */
final class Relu implements ActivationKernel {

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = Math.max(z[k], 0f);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            delta[k] = Bits.masked(delta[k], Bits.ifPositive(z[k]));
        }
    }
}
