package gradientlab.engine;

/**
 * A nonlinearity a = f(z) on the first {@code count} values of arrays.
 *
 * <p>Without state: one object serves all layers and threads.
 */
interface ActivationKernel {

    /** Whether {@link #forward} leaves f′(z) in {@code slopes} for {@link #backward}; else that array is null. */
    default boolean keepsSlopes() {
        return false;
    }

    void forward(float[] z, float[] a, float[] slopes, int count);

    /** Turns the gradient with respect to a into that with respect to z, in place. */
    void backward(float[] z, float[] a, float[] slopes, float[] delta, int count);
}
