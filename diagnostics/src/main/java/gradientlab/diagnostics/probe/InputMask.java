package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Units;
import java.util.Arrays;

/** Spreads "this input is constantly 0" over the entries of the weights that multiply it. */
final class InputMask {

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
    static boolean[] entries(boolean[] inputs, long[] shape, char order, int axis) {
        if (shape[axis] != inputs.length || allFalse(inputs)) {
            return new boolean[0];
        }
        int stride = stride(shape, order, axis);
        boolean[] masked = new boolean[Math.toIntExact(product(shape, 0, shape.length))];
        for (int i = 0; i < masked.length; i++) {
            masked[i] = inputs[i / stride % inputs.length];
        }
        return masked;
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
