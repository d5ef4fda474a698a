package gradientlab.diagnostics;

import java.util.Arrays;
import java.util.Objects;

/**
 * One parameter tensor of a layer and its gradient, as flat arrays in one and the same order.
 *
 * <p>The order is the one the network keeps the tensor in (DL4J: column-major for W of a dense layer, row-major for W
 * of a convolution); statistics do not depend on it. The arrays are not copied: treat them as read-only. Equality is by
 * content.
 *
 * @param name name within its layer: W, b, g (gain of a layer norm), gamma, beta, mean, log10stdev …
 * @param key name within the network as DL4J has it, such as 0_W; what {@code UpdateRatios} and listeners use
 * @param shape extent of each dimension, for instance {inputs, outputs}
 * @param values the parameter
 * @param gradient mean over the batch of ∂L/∂parameter, without regularisation; empty where there is none, as for the
 *     running statistics of a batch norm and for frozen layers
 * @param layout fan-in, and which entry belongs to which unit; {@link WeightLayout#NONE} where that is not known
 */
public record ParameterCapture(
        String name, String key, long[] shape, float[] values, float[] gradient, WeightLayout layout) {

    /** Throws {@link IllegalArgumentException} when the lengths contradict each other. */
    public ParameterCapture {
        Objects.requireNonNull(name, "A parameter needs a name, but it was null.");
        Objects.requireNonNull(layout, "A parameter needs a layout, but it was null.");
        gradient = gradient == null ? new float[0] : gradient;
        requireLength(name, "shape", Arrays.stream(shape).reduce(1, Math::multiplyExact), values.length);
        if (gradient.length != 0) {
            requireLength(name, "gradient", gradient.length, values.length);
        }
    }

    /** A parameter whose layout is not known. */
    public ParameterCapture(String name, String key, long[] shape, float[] values, float[] gradient) {
        this(name, key, shape, values, gradient, WeightLayout.NONE);
    }

    /** A parameter whose key is its name; gradient may be null where there is none. */
    public ParameterCapture(String name, long[] shape, float[] values, float[] gradient) {
        this(name, name, shape, values, gradient);
    }

    private static void requireLength(String name, String what, long length, int values) {
        if (length != values) {
            throw new IllegalArgumentException("The " + what + " of the parameter " + name + " is for " + length
                    + " values, but there were " + values + ".");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterCapture that
                && name.equals(that.name)
                && Objects.equals(key, that.key)
                && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values)
                && Arrays.equals(gradient, that.gradient)
                && layout.equals(that.layout);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "ParameterCapture[" + key + " " + Arrays.toString(shape) + "]";
    }
}
