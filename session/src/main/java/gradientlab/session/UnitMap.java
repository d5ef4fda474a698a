package gradientlab.session;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.Arrays;

/**
 * Examples × units of one layer: how large the activation is, and whether the unit is saturated on the example.
 *
 * <p>The first {@value #EXAMPLES} rows of the batch (of a feature map: its positions) and the first {@value #UNITS}
 * units. Both arrays are row by row. The arrays are not copied: treat them as read-only.
 *
 * @param layer name of the layer
 * @param examples rows
 * @param units columns
 * @param scale greatest finite |a| of the map; 1 where that is less, as for tanh
 * @param levels |a| / scale · {@value #FULL}, rounded, from 0 to 254 as an unsigned byte; 255 where a is not finite
 * @param states 0: {@linkplain ActivationFunction#unsaturated() unsaturated}, 1: saturated, 2: outside
 *     {@link ActivationFunction#alive()}, where next to no gradient passes
 */
public record UnitMap(String layer, int examples, int units, double scale, byte[] levels, byte[] states) {

    static final int EXAMPLES = 32;
    static final int UNITS = 1024;
    static final int FULL = 254;
    private static final int NOT_FINITE = 255;

    /** Throws {@link IllegalArgumentException} when the arrays are not examples · units long. */
    public UnitMap {
        if (levels.length != examples * units || states.length != examples * units) {
            throw new IllegalArgumentException(
                    "A map of " + examples + " x " + units + " has as many levels and states," + " but there were "
                            + levels.length + " and " + states.length + ".");
        }
    }

    /** The map of a layer whose nonlinearity has limits of saturation. */
    public static UnitMap of(LayerCapture layer) {
        Matrix z = layer.preActivation();
        int rows = Math.min(z.rows(), EXAMPLES);
        int columns = Math.min(z.columns(), UNITS);
        double scale = scale(layer.activation(), rows, columns);
        byte[] levels = new byte[rows * columns];
        byte[] states = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                levels[cell] = level(layer.activation().at(row, column), scale);
                states[cell] = state(layer.nonlinearity(), z.at(row, column));
            }
        }
        return new UnitMap(layer.name(), rows, columns, scale, levels, states);
    }

    private static double scale(Matrix a, int rows, int columns) {
        double greatest = 1;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double size = Math.abs(a.at(row, column));
                greatest = Double.isFinite(size) ? Math.max(greatest, size) : greatest;
            }
        }
        return greatest;
    }

    private static byte level(float a, double scale) {
        return (byte) (Float.isFinite(a) ? Math.round(Math.abs(a) / scale * FULL) : NOT_FINITE);
    }

    private static byte state(ActivationFunction f, float z) {
        if (!f.alive().contains(z)) {
            return 2;
        }
        return (byte) (f.unsaturated().contains(z) ? 0 : 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnitMap that
                && layer.equals(that.layer)
                && examples == that.examples
                && units == that.units
                && Double.compare(scale, that.scale) == 0
                && Arrays.equals(levels, that.levels)
                && Arrays.equals(states, that.states);
    }

    @Override
    public int hashCode() {
        return 31 * layer.hashCode() + Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return "UnitMap[" + layer + " " + examples + " x " + units + "]";
    }
}
