package gradientlab.reproductions;

import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The Jacobian of deep linear nets: with Gaussian weights its largest singular value grows with depth, orthogonal keep it. */
record SingularValues() implements Reproduction {

    private static final int NARROW = 100;
    private static final int WIDE = 400;
    private static final int ITERATIONS = 200;

    @Override
    public String name() {
        return "gaussian-against-orthogonal";
    }

    @Override
    public String title() {
        return "The Jacobian of a deep linear net: Gaussian weights stretch it, orthogonal ones keep it";
    }

    @Override
    public String source() {
        return "Pennington, Schoenholz and Ganguli 2017; the edge (L + 1)^(L + 1)/L^L of a product of L Gaussian matrices"
                + " is that of free probability";
    }

    @Override
    public String settings() {
        return "Products of L square matrices with entries N(0, 1/n), and of L orthogonal ones; largest squared singular value"
                + " by power iteration, mean over draws. The edge is that of infinite n, which is approached as n^(−2/3):"
                + " extrapolated from n = " + NARROW + " and " + WIDE + ".";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        List<Comparison> comparisons = new ArrayList<>();
        for (int layers : new int[] {2, 5, 10}) {
            double edge = Math.pow(layers + 1, layers + 1) / Math.pow(layers, layers);
            comparisons.add(
                    Comparison.within("Gaussian, L = " + layers + ": largest s²", edge, limit(layers, effort), 0.1));
        }
        double orthogonal = mean(NARROW, 10, true, effort.of(2, 5, 20));
        comparisons.add(Comparison.within("orthogonal, L = 10: largest s²", 1, orthogonal, 1e-4));
        return new Outcome(comparisons, List.of(), "");
    }

    private static double limit(int layers, Effort effort) {
        double narrow = mean(NARROW, layers, false, effort.of(60, 200, 1_000));
        double wide = mean(WIDE, layers, false, effort.of(6, 20, 100));
        double n = Math.pow(NARROW, 2.0 / 3);
        double m = Math.pow(WIDE, 2.0 / 3);
        return (m * wide - n * narrow) / (m - n);
    }

    private static double mean(int n, int layers, boolean orthogonal, int draws) {
        double[] values = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            values[draw] = largest(product(n, layers, orthogonal, new Random(draw)));
        }
        return new Draws(values).mean();
    }

    private static INDArray product(int n, int layers, boolean orthogonal, Random random) {
        INDArray product = Nd4j.eye(n).castTo(DataType.DOUBLE);
        for (int layer = 0; layer < layers; layer++) {
            INDArray matrix = gaussian(n, random);
            product = (orthogonal ? orthogonal(matrix) : matrix).mmul(product);
        }
        return product;
    }

    private static INDArray gaussian(int n, Random random) {
        double[] values = new double[n * n];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian() / Math.sqrt(n);
        }
        return Nd4j.createFromArray(values).reshape('c', n, n);
    }

    /** By Gram and Schmidt, twice. */
    private static INDArray orthogonal(INDArray matrix) {
        double[][] rows = matrix.toDoubleMatrix();
        for (int i = 0; i < rows.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    subtract(rows[i], rows[j], dot(rows[i], rows[j]));
                }
            }
            double norm = Math.sqrt(dot(rows[i], rows[i]));
            for (int k = 0; k < rows[i].length; k++) {
                rows[i][k] /= norm;
            }
        }
        return Nd4j.createFromArray(rows);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void subtract(double[] from, double[] other, double factor) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= factor * other[k];
        }
    }

    private static double largest(INDArray matrix) {
        INDArray square = matrix.transpose().mmul(matrix);
        INDArray vector = Nd4j.ones(DataType.DOUBLE, matrix.rows(), 1);
        double value = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            INDArray next = square.mmul(vector);
            value = next.norm2Number().doubleValue();
            vector = next.div(value);
        }
        return value;
    }
}
