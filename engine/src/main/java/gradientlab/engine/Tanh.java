package gradientlab.engine;

/**
 * f(z) = tanh z in float32 by sums, products, quotients and limits alone, which the JVM's compiler turns into vector
 * instructions; the slope follows from the value, 1 − a².
 *
 * <p>With t = 2·tanh(z/2) the value is t / (1 + t²/4) = t − t·u / (1 + u), u = t²/4, which forgives errors of t the more
 * the larger |z| is. t = z − z·W(z²), where W is a rational function fitted to 1 − tanh(z/2) / (z/2) for |z| ≤ 11 so that
 * the greatest relative error of the value is the least (3.5e-10; linear least squares with Lawson's weights). Both times
 * something small is taken from something large, so that few of the rounding errors show.
 *
 * <p>Over all floats: at most 2 units in the last place from the true value, odd, ±1 for |z| ≥ 10 and never more, 0 at 0, NaN
 * at NaN. Where z grows by one unit in the last place, the value may fall by two.
 */
final class Tanh implements ActivationKernel {

    /** Beyond, the value is ±1. */
    private static final float END = 11;

    // W(y) = y·(P0 + P1·y + P2·y²) / (1 + Q1·y + Q2·y² + Q3·y³)
    private static final float P0 = 0.08333333f;
    private static final float P1 = 0.0012462318f;
    private static final float P2 = 2.747301e-6f;
    private static final float Q1 = 0.114954755f;
    private static final float Q2 = 0.0014094046f;
    private static final float Q3 = 2.8385039e-6f;

    @Override
    public void forward(float[] z, float[] a, float[] slopes, int count) {
        for (int k = 0; k < count; k++) {
            a[k] = at(z[k]);
        }
    }

    @Override
    public void backward(float[] z, float[] a, float[] slopes, float[] delta, int count) {
        for (int k = 0; k < count; k++) {
            delta[k] *= 1 - a[k] * a[k];
        }
    }

    /** tanh z. */
    static float at(float z) {
        float x = Math.max(-END, Math.min(END, z));
        float y = x * x;
        float p = (P2 * y + P1) * y + P0;
        float q = ((Q3 * y + Q2) * y + Q1) * y + 1;
        float t = x - x * (y * p / q);
        float u = 0.25f * t * t;
        return t - t * (u / (1 + u));
    }
}
