package gradientlab.reproductions;

import java.util.Arrays;
import java.util.Random;

/**
 * An affine map under a sigmoid, a = σ(x·W + b), in plain loops that leave out inputs of 0: four fifths of MNIST's pixels.
 *
 * <p>It keeps a and δ of every example of a batch. For one thread.
 */
final class SigmoidLayer {

    final int in;
    final int out;

    /** Of every example, {@code out} values each. */
    float[] values = {};

    /** The gradient of each example's loss with respect to x·W + b, likewise. */
    float[] delta = {};

    /** Row i belongs to input i. */
    private final float[] weights;

    private final float[] bias;

    /** Biases N(0, 1) and weights N(0, 1/in), in this order. */
    SigmoidLayer(int in, int out, Random random) {
        this.in = in;
        this.out = out;
        bias = normal(random, out, 1);
        weights = normal(random, in * out, 1 / Math.sqrt(in));
    }

    private static float[] normal(Random random, int count, double std) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (std * random.nextGaussian());
        }
        return values;
    }

    void makeRoom(int examples) {
        if (values.length < examples * out) {
            values = new float[examples * out];
            delta = new float[examples * out];
        }
    }

    /** @param from where the example's inputs begin in x */
    void forward(float[] x, int from, int example) {
        int to = example * out;
        System.arraycopy(bias, 0, values, to, out);
        for (int i = 0; i < in; i++) {
            if (x[from + i] != 0) {
                add(x[from + i], weights, i * out, values, to);
            }
        }
        for (int unit = to; unit < to + out; unit++) {
            values[unit] = (float) (1 / (1 + Math.exp(-values[unit])));
        }
    }

    /** δ of the layer below, from this one's. */
    void backward(SigmoidLayer below, int example) {
        for (int i = 0; i < in; i++) {
            float sum = 0;
            for (int unit = 0; unit < out; unit++) {
                sum += weights[i * out + unit] * delta[example * out + unit];
            }
            float a = below.values[example * in + i];
            below.delta[example * in + i] = sum * a * (1 - a);
        }
    }

    /** W ← factor·W. */
    void decay(float factor) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= factor;
        }
    }

    /** W ← W − rate·xᵀδ and b ← b − rate·δ for one example. */
    void descend(float rate, float[] x, int from, int example) {
        int at = example * out;
        for (int i = 0; i < in; i++) {
            if (x[from + i] != 0) {
                add(-rate * x[from + i], delta, at, weights, i * out);
            }
        }
        add(-rate, delta, at, bias, 0);
    }

    private void add(float factor, float[] what, int from, float[] sum, int to) {
        for (int unit = 0; unit < out; unit++) {
            sum[to + unit] += factor * what[from + unit];
        }
    }

    /** The norm of the mean δ of the first examples, as many as are asked for. */
    double norm(int examples) {
        double[] mean = new double[out];
        for (int i = 0; i < examples * out; i++) {
            mean[i % out] += delta[i] / (double) examples;
        }
        return Math.sqrt(Arrays.stream(mean).map(value -> value * value).sum());
    }
}
