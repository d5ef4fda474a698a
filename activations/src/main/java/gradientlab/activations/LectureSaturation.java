package gradientlab.activations;

/**
 * When a hidden activation counts as saturated in the lecture's figures.
 *
 * <p>tanh: |a| &gt; 0.99 ({@link SaturationLimit#LECTURE}); sigmoid: a &lt; 0.01 or a &gt; 0.99; ReLU: a = 0; any other:
 * |f′(z)| &lt; {@value #FLAT_SLOPE}, which is the slope of tanh at |a| = 0.99. NaN is not saturated: it is counted where
 * non-finite values are. The rules count otherwise: {@link ActivationFunction#saturated}.
 */
public final class LectureSaturation {

    private static final double SIGMOID_MARGIN = 0.01;
    private static final double FLAT_SLOPE = 0.02;

    private LectureSaturation() {}

    /** Whether the function is saturated at the pre-activation z. */
    public static boolean of(ActivationFunction function, float z) {
        // In float32, as the network computes it: the limits are compared with the numbers that training sees.
        float a = (float) function.value(z);
        return switch (function) {
            case TANH -> Math.abs(a) > SaturationLimit.LECTURE.tanh();
            case SIGMOID -> a < SIGMOID_MARGIN || a > 1 - SIGMOID_MARGIN;
            case RELU -> a == 0;
            default -> Math.abs(function.derivative(z)) < FLAT_SLOPE;
        };
    }
}
