package gradientlab.ui;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** One forward and one backward pass of dense tanh layers under softmax and cross entropy, in plain loops and double. */
final class PlainPass {
    private final double[][][] z;
    private final double[][][] delta;

    PlainPass(MultiLayerNetwork network, DataSet batch) {
        int layers = network.getnLayers();
        z = new double[layers][][];
        delta = new double[layers][][];
        double[][] a = batch.getFeatures().toDoubleMatrix();
        for (int layer = 0; layer < layers; layer++) {
            z[layer] = affine(a, network.getParam(layer + "_W"), network.getParam(layer + "_b"));
            a = layer == layers - 1 ? softmax(z[layer]) : tanh(z[layer]);
        }
        backward(network, a, batch.getLabels().toDoubleMatrix());
    }

    float[] z(int layer) {
        return flat(z[layer]);
    }

    /** ∂L/∂z of the mean loss. */
    float[] delta(int layer) {
        return flat(delta[layer]);
    }

    private void backward(MultiLayerNetwork network, double[][] output, double[][] labels) {
        int last = z.length - 1;
        delta[last] = new double[output.length][output[0].length];
        for (int row = 0; row < output.length; row++) {
            for (int unit = 0; unit < output[0].length; unit++) {
                delta[last][row][unit] = (output[row][unit] - labels[row][unit]) / output.length;
            }
        }
        for (int layer = last - 1; layer >= 0; layer--) {
            INDArray above = network.getParam(layer + 1 + "_W");
            delta[layer] = new double[output.length][z[layer][0].length];
            for (int row = 0; row < output.length; row++) {
                for (int unit = 0; unit < z[layer][0].length; unit++) {
                    double upstream = 0;
                    for (int next = 0; next < delta[layer + 1][0].length; next++) {
                        upstream += above.getDouble(unit, next) * delta[layer + 1][row][next];
                    }
                    double a = Math.tanh(z[layer][row][unit]);
                    delta[layer][row][unit] = (1 - a * a) * upstream;
                }
            }
        }
    }

    private static double[][] affine(double[][] input, INDArray w, INDArray b) {
        double[][] z = new double[input.length][(int) w.columns()];
        for (int row = 0; row < z.length; row++) {
            for (int unit = 0; unit < z[0].length; unit++) {
                z[row][unit] = b.getDouble(unit);
                for (int in = 0; in < input[0].length; in++) {
                    z[row][unit] += input[row][in] * w.getDouble(in, unit);
                }
            }
        }
        return z;
    }

    private static double[][] tanh(double[][] z) {
        double[][] a = new double[z.length][z[0].length];
        for (int row = 0; row < z.length; row++) {
            for (int unit = 0; unit < z[0].length; unit++) {
                a[row][unit] = Math.tanh(z[row][unit]);
            }
        }
        return a;
    }

    private static double[][] softmax(double[][] z) {
        double[][] a = new double[z.length][z[0].length];
        for (int row = 0; row < z.length; row++) {
            double sum = 0;
            for (double logit : z[row]) {
                sum += Math.exp(logit);
            }
            for (int unit = 0; unit < z[0].length; unit++) {
                a[row][unit] = Math.exp(z[row][unit]) / sum;
            }
        }
        return a;
    }

    private static float[] flat(double[][] matrix) {
        float[] values = new float[matrix.length * matrix[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) matrix[i / matrix[0].length][i % matrix[0].length];
        }
        return values;
    }
}
