package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.ActiveRange;

/**
 * Counts over the units of a batch: saturated, dead.
 *
 * <p>A matrix is examples × units. NaN always counts against the network: it is above every limit and outside every
 * range, so a unit is never called alive on the strength of a NaN ({@link Statistics#nan()} says how many there were).
 * A share is NaN where there is nothing to take a share of. With no examples at all every unit is dead, vacuously.
 */
public final class Units {

    private Units() {}

    /** Share of entries outside a range; NaN for an empty matrix and for an undefined range. */
    public static double shareOutside(Matrix z, ActiveRange range) {
        int outside = 0;
        for (float value : z.values()) {
            if (!range.contains(value)) {
                outside++;
            }
        }
        return range.defined() ? share(outside, z.values().length) : Double.NaN;
    }

    /**
     * Units whose z lies outside a range on every row, for instance {@link ActivationFunction#alive()}: dead for the batch.
     *
     * <p>Throws {@link IllegalArgumentException} for an undefined range.
     */
    public static int deadUnits(Matrix z, ActiveRange range) {
        if (!range.defined()) {
            throw new IllegalArgumentException("Dead units need a defined range of z, but it was " + range + ".");
        }
        boolean[] alive = new boolean[z.columns()];
        float[] values = z.values();
        for (int start = 0; start < values.length; start += alive.length) {
            for (int column = 0; column < alive.length; column++) {
                alive[column] |= range.contains(values[start + column]);
            }
        }
        return count(alive, false);
    }

    /** Share of values that are exactly 0; NaN is not 0, no value at all gives NaN. */
    public static double shareOfZeros(float[] values) {
        int zeros = 0;
        for (float value : values) {
            zeros += value == 0 ? 1 : 0;
        }
        return share(zeros, values.length);
    }

    private static int count(boolean[] flags, boolean wanted) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag == wanted ? 1 : 0;
        }
        return count;
    }

    /** 0 / 0 is NaN: no entry, no share. */
    private static double share(int part, int all) {
        return (double) part / all;
    }
}
