package gradientlab.model;

import java.util.Random;

/** Draws a matrix with orthogonal rows or columns (Saxe, McClelland and Ganguli 2014, section 3). */
final class OrthogonalMatrix {

    private OrthogonalMatrix() {}

    /**
     * Fills a row-major matrix with orthogonal vectors along its shorter side, uniformly distributed (Haar), each
     * element with root mean square {@code amount}.
     */
    static void fill(float[] values, int rows, double amount, Random random) {
        int columns = values.length / rows;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        double[][] vectors = orthonormal(count, length, random);
        double scale = amount * Math.sqrt(length);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double element = rows < columns ? vectors[i][j] : vectors[j][i];
                values[i * columns + j] = (float) (scale * element);
            }
        }
    }

    /** Gram–Schmidt on Gaussian vectors; each is projected twice, since once leaves rounding errors that matter. */
    private static double[][] orthonormal(int count, int length, Random random) {
        double[][] vectors = new double[count][length];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                vectors[k][i] = random.nextGaussian();
            }
            removeEarlier(vectors, k);
            removeEarlier(vectors, k);
            scale(vectors[k], 1 / Math.sqrt(dot(vectors[k], vectors[k])));
        }
        return vectors;
    }

    private static void removeEarlier(double[][] vectors, int k) {
        for (int earlier = 0; earlier < k; earlier++) {
            double along = dot(vectors[k], vectors[earlier]);
            for (int i = 0; i < vectors[k].length; i++) {
                vectors[k][i] -= along * vectors[earlier][i];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void scale(double[] a, double factor) {
        for (int i = 0; i < a.length; i++) {
            a[i] *= factor;
        }
    }
}
