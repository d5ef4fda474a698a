package gradientlab.model;

import java.util.Arrays;
import java.util.Random;

/**
 * The shape of the distribution that parameters are drawn from, scaled by one amount.
 *
 * <p>The numbers come from {@link Random}, whose algorithm the Java platform specifies: the same seed gives the same
 * parameters on every machine and backend.
 */
public enum WeightDistribution {
    /** N(0, amount²). */
    NORMAL {
        @Override
        void fill(float[] values, int rows, double amount, Random random) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (amount * random.nextGaussian());
            }
        }
    },
    /** U(−√3·amount, √3·amount), whose standard deviation is the amount. */
    UNIFORM {
        @Override
        void fill(float[] values, int rows, double amount, Random random) {
            double bound = Math.sqrt(3) * amount;
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
        }
    },
    /** A matrix whose shorter side's vectors are orthogonal and of length √(longer side)·amount. */
    ORTHOGONAL {
        @Override
        void fill(float[] values, int rows, double amount, Random random) {
            OrthogonalMatrix.fill(values, rows, amount, random);
        }
    },
    /** The amount itself, everywhere: nothing is random. */
    CONSTANT {
        @Override
        void fill(float[] values, int rows, double amount, Random random) {
            Arrays.fill(values, (float) amount);
        }
    };

    /** Fills a row-major matrix with a number of rows. */
    abstract void fill(float[] values, int rows, double amount, Random random);
}
