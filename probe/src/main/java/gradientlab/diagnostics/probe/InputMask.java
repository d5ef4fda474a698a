package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Units;
import java.util.Arrays;

/** Spreads "this input is constantly 0" over the entries of the weights that multiply it. */
public final class InputMask {

    private InputMask() {}

    /**
     * True for every entry of a weight array that belongs to a masked input; empty when there is none such, or when the
     * weights do not have one slice per input.
     *
     * @param inputs per input, whether it is masked
     * @param shape shape of the weights
     * @param order order in which the entries are listed, 'c' or 'f'
     * @param axis dimension of the weights along which the inputs lie
     * @see Units#constantlyZero
     */
    public static boolean[] entries(boolean[] inputs, long[] shape, char order, int axis) {
        if (shape[axis] != inputs.length || allFalse(inputs)) {
            return new boolean[0];
        }
        int stride = stride(shape, order, axis);
        boolean[] masked = new boolean[Math.toIntExact(product(shape, 0, shape.length))];
        fill(masked, inputs, stride);
        return masked;
    }

    /** Stretches of one flag each, the inputs again and again: dividing for every entry would take longer than a pass. */
    private static void fill(boolean[] masked, boolean[] inputs, int stride) {
        if (masked.length == 0) {
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            Arrays.fill(masked, i * stride, (i + 1) * stride, inputs[i]);
        }
        int period = inputs.length * stride;
        for (int start = period; start < masked.length; start += period) {
            System.arraycopy(masked, 0, masked, start, period);
        }
    }

    private static int stride(long[] shape, char order, int axis) {
        return Math.toIntExact(order == 'c' ? product(shape, axis + 1, shape.length) : product(shape, 0, axis));
    }

    private static long product(long[] shape, int from, int to) {
        return Arrays.stream(shape, from, to).reduce(1, Math::multiplyExact);
    }

    private static boolean allFalse(boolean[] flags) {
        for (boolean flag : flags) {
            if (flag) {
                return false;
            }
        }
        return true;
    }
}
