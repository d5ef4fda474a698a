package gradientlab.ui.demo;

import gradientlab.diagnostics.Matrix;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Seeded arrays: the same numbers on every machine, for {@link Random#nextGaussian} is defined to the bit. */
final class Drawing {

    private Drawing() {}

    /** A source for one array of one iteration, whatever else is drawn before it. */
    static Random source(long seed, int iteration, int array) {
        return new Random(seed * 1_000_003 + iteration * 1_009L + array);
    }

    static Matrix normal(Random random, int rows, int columns, double std, IntToDoubleFunction meanOfColumn) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (meanOfColumn.applyAsDouble(i % columns) + std * random.nextGaussian());
        }
        return new Matrix(rows, columns, values);
    }

    static float[] normal(Random random, int length, double std) {
        return normal(random, 1, length, std, column -> 0).values();
    }
}
