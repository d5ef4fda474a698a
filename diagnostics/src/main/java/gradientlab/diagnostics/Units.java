package gradientlab.diagnostics;

/**
 * Counts over the units of a batch: saturated, dead, always of one sign.
 *
 * <p>A matrix is examples × units. NaN always counts against the network: it is above every limit and outside every
 * range, so a unit is never called alive on the strength of a NaN ({@link Statistics#nan()} says how many there were).
 * A share is NaN where there is nothing to take a share of. With no examples at all every unit is dead, vacuously.
 */
public final class Units {

    private Units() {}

    /** Share of entries with |a| &gt; limit; NaN entries count as above, an empty matrix gives NaN. */
    public static double shareAbove(Matrix a, double limit) {
        int above = 0;
        for (float value : a.values()) {
            if (!(Math.abs(value) <= limit)) {
                above++;
            }
        }
        return share(above, a.values().length);
    }

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

    /** Units with |a| &gt; limit on every row: dead for the batch, for a bounded nonlinearity such as tanh. */
    public static int deadUnits(Matrix a, double limit) {
        boolean[] alive = new boolean[a.columns()];
        float[] values = a.values();
        for (int start = 0; start < values.length; start += alive.length) {
            for (int column = 0; column < alive.length; column++) {
                alive[column] |= Math.abs(values[start + column]) <= limit;
            }
        }
        return count(alive, false);
    }

    /** Units with a = 0 on every row: dead for the batch, for a rectifier. */
    public static int deadUnits(Matrix a) {
        boolean[] alive = new boolean[a.columns()];
        float[] values = a.values();
        for (int start = 0; start < values.length; start += alive.length) {
            for (int column = 0; column < alive.length; column++) {
                float value = values[start + column];
                alive[column] |= value < 0 || value > 0;
            }
        }
        return count(alive, false);
    }

    /**
     * Units whose z lies outside a range on every row, for instance {@link Nonlinearity#alive()}: dead for the batch.
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

    /** Units without both a value greater and a value less than 0 in the batch; 0 and NaN have no sign. */
    public static int unitsThatNeverChangeSign(Matrix z) {
        boolean[] positive = new boolean[z.columns()];
        boolean[] negative = new boolean[z.columns()];
        float[] values = z.values();
        for (int start = 0; start < values.length; start += positive.length) {
            for (int column = 0; column < positive.length; column++) {
                positive[column] |= values[start + column] > 0;
                negative[column] |= values[start + column] < 0;
            }
        }
        for (int column = 0; column < positive.length; column++) {
            positive[column] &= negative[column];
        }
        return count(positive, false);
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
