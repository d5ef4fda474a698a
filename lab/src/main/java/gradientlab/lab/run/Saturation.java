package gradientlab.lab.run;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.LectureSaturation;
import gradientlab.diagnostics.Matrix;

/** Counts saturated values and dead units of a layer as the lecture's figures do: {@link LectureSaturation}. */
public final class Saturation {

    private Saturation() {}

    /** How many activations are saturated. */
    public static long count(ActivationFunction activation, Matrix z) {
        long saturated = 0;
        for (float value : z.values()) {
            saturated += LectureSaturation.of(activation, value) ? 1 : 0;
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
            if (!LectureSaturation.of(activation, z.at(example, unit))) {
                return false;
            }
        }
        return z.rows() > 0;
    }
}
