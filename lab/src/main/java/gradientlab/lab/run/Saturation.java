package gradientlab.lab.run;

import gradientlab.diagnostics.Matrix;
import gradientlab.model.ActivationFunction;

/**
 * When a hidden activation counts as saturated: the definitions of the lecture's figures.
 *
 * <p>tanh: |a| &gt; 0.99; sigmoid: a &lt; 0.01 or a &gt; 0.99; ReLU: a = 0; any other: |f′(z)| &lt; 0.02, which is the
 * slope of tanh at |a| = 0.99. NaN is not saturated: it is counted where non-finite values are.
 */
public final class Saturation {

    static final double TANH_LIMIT = 0.99;
    static final double SIGMOID_MARGIN = 0.01;
    static final double FLAT_SLOPE = 0.02;

    private Saturation() {}

    /** Whether the nonlinearity is saturated at the pre-activation z. */
    public static boolean of(ActivationFunction activation, float z) {
        // In float32, as the network computes it: the limits are compared with the numbers that training sees.
        float a = (float) activation.value(z);
        return switch (activation) {
            case TANH -> Math.abs(a) > TANH_LIMIT;
            case SIGMOID -> a < SIGMOID_MARGIN || a > 1 - SIGMOID_MARGIN;
            case RELU -> a == 0;
            default -> Math.abs(activation.derivative(z)) < FLAT_SLOPE;
        };
    }

    /** How many activations are saturated. */
    public static long count(ActivationFunction activation, Matrix z) {
        long saturated = 0;
        for (float value : z.values()) {
            saturated += of(activation, value) ? 1 : 0;
        }
        return saturated;
    }

    /** How many units (columns) are saturated on every example (row). */
    public static int deadUnits(ActivationFunction activation, Matrix z) {
        int dead = 0;
        for (int unit = 0; unit < z.columns(); unit++) {
            dead += isDead(activation, z, unit) ? 1 : 0;
        }
        return dead;
    }

    /** Whether a unit is saturated on every example; false when there is none. */
    static boolean isDead(ActivationFunction activation, Matrix z, int unit) {
        for (int example = 0; example < z.rows(); example++) {
            if (!of(activation, z.at(example, unit))) {
                return false;
            }
        }
        return z.rows() > 0;
    }
}
