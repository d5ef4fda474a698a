package gradientlab.engine;

/** f(z) = z if z > 0, else 0.01 z. As in DL4J the slope at 0 and at NaN is 1. */
final class LeakyRelu implements ActivationKernel {

    private static final float LEAK = 0.01f;

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = Math.max(z[k], LEAK * z[k]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            delta[k] *= slope(z[k]);
        }
    }

    private static float slope(float z) {
        int one = Float.floatToRawIntBits(1f);
        int leak = Float.floatToRawIntBits(LEAK);
        return Float.intBitsToFloat(one ^ ((one ^ leak) & Bits.ifNegative(z)));
    }
}
