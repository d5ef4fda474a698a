package gradientlab.theory;

import gradientlab.activations.ActivationFunction;
import java.util.Random;

/** A net of plain loops, one input and a random gradient at the top: what the theory is held against. */
final class SimulatedNet {

    final double[] zMeanSquare;
    final double[] deltaMeanSquare;
    private final int n;
    private final Random random;
    private final boolean layerNorm;
    private final boolean skips;

    private SimulatedNet(int depth, int n, boolean layerNorm, boolean skips, long seed) {
        this.zMeanSquare = new double[depth];
        this.deltaMeanSquare = new double[depth];
        this.n = n;
        this.layerNorm = layerNorm;
        this.skips = skips;
        this.random = new Random(seed);
    }

    /** The first layer's z are drawn from N(0, q). */
    static SimulatedNet of(
            ActivationFunction f, int depth, int n, double weightVariance, double q, boolean layerNorm, long seed) {
        SimulatedNet net = new SimulatedNet(depth, n, layerNorm, false, seed);
        net.run(f, Math.sqrt(weightVariance / n), q);
        return net;
    }

    /** The same with a skip around every layer but the first; δ is the gradient by the sum. */
    static SimulatedNet residual(
            ActivationFunction f, int depth, int n, double weightVariance, double q, boolean layerNorm, long seed) {
        SimulatedNet net = new SimulatedNet(depth, n, layerNorm, true, seed);
        net.run(f, Math.sqrt(weightVariance / n), q);
        return net;
    }

    private void run(ActivationFunction f, double weightStd, double q) {
        int depth = zMeanSquare.length;
        double[][][] w = new double[depth][][];
        double[][] z = new double[depth][];
        double[][] seen = new double[depth][];
        for (int l = 0; l < depth; l++) {
            w[l] = matrix(weightStd);
            z[l] = l == 0 ? vector(Math.sqrt(q)) : product(w[l], values(f, seen[l - 1]));
            if (skips && l > 0) {
                z[l] = sum(z[l], z[l - 1]);
            }
            seen[l] = layerNorm ? normalised(z[l]) : z[l];
            zMeanSquare[l] = meanSquare(z[l]);
        }
        double[] above = vector(1);
        double[] skipped = new double[n];
        for (int l = depth - 1; l >= 0; l--) {
            double[] delta = new double[n];
            for (int i = 0; i < n; i++) {
                delta[i] = above[i] * f.derivative(seen[l][i]);
            }
            double[] byZ = layerNorm ? backThroughNorm(delta, z[l], seen[l]) : delta;
            if (skips) {
                byZ = sum(byZ, skipped);
            }
            deltaMeanSquare[l] = meanSquare(skips ? byZ : delta);
            skipped = byZ;
            above = transposedProduct(w[l], byZ);
        }
    }

    private double[] sum(double[] a, double[] b) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = a[i] + b[i];
        }
        return result;
    }

    private double[] values(ActivationFunction f, double[] z) {
        double[] a = new double[n];
        for (int i = 0; i < n; i++) {
            a[i] = f.value(z[i]);
        }
        return a;
    }

    private double[] normalised(double[] z) {
        double mean = mean(z);
        double std = Math.sqrt(meanSquare(z) - mean * mean);
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = (z[i] - mean) / std;
        }
        return result;
    }

    private double[] backThroughNorm(double[] delta, double[] z, double[] seen) {
        double mean = mean(z);
        double std = Math.sqrt(meanSquare(z) - mean * mean);
        double along = 0;
        for (int i = 0; i < n; i++) {
            along += delta[i] * seen[i] / n;
        }
        double meanDelta = mean(delta);
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = (delta[i] - meanDelta - along * seen[i]) / std;
        }
        return result;
    }

    /** Uniform: the theory asks for the variance alone, and these are drawn faster. */
    private double[][] matrix(double std) {
        double[][] rows = new double[n][n];
        for (double[] row : rows) {
            for (int j = 0; j < n; j++) {
                row[j] = std * Math.sqrt(3) * (2 * random.nextDouble() - 1);
            }
        }
        return rows;
    }

    private double[] vector(double std) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = std * random.nextGaussian();
        }
        return values;
    }

    private double[] product(double[][] w, double[] a) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i] += w[i][j] * a[j];
            }
        }
        return z;
    }

    private double[] transposedProduct(double[][] w, double[] delta) {
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[j] += w[i][j] * delta[i];
            }
        }
        return result;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}
