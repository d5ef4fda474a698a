package gradientlab.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A ReLU net of two hidden layers of one width without biases, trained by Adam with a rate for each matrix. */
final class WidthNet {

    private static final double RATE = 0.001;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final int INPUTS = 784;
    private static final int CLASSES = 10;

    private final List<INDArray> weights;
    private final List<INDArray> means = new ArrayList<>();
    private final List<INDArray> squares = new ArrayList<>();
    private final double[] rates;
    private int steps;

    /** @param factor by which the rate of the second matrix and of the output's is multiplied */
    WidthNet(int width, double factor, long seed) {
        Random random = new Random(seed);
        weights = List.of(drawn(random, INPUTS, width), drawn(random, width, width), Nd4j.zeros(width, CLASSES));
        for (INDArray matrix : weights) {
            means.add(Nd4j.zerosLike(matrix));
            squares.add(Nd4j.zerosLike(matrix));
        }
        rates = new double[] {RATE, RATE * factor, RATE * factor};
    }

    private static INDArray drawn(Random random, int in, int out) {
        float[] values = new float[in * out];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (Math.sqrt(2.0 / in) * random.nextGaussian());
        }
        return Nd4j.createFromArray(values).reshape('c', in, out);
    }

    /** The pre-activations of every layer, from the input on. */
    List<INDArray> forward(INDArray features) {
        List<INDArray> z = new ArrayList<>();
        INDArray signal = features;
        for (INDArray matrix : weights) {
            z.add(signal.mmul(matrix));
            signal = Transforms.relu(z.get(z.size() - 1), true);
        }
        return z;
    }

    /** One step on the mean cross entropy. */
    void step(DataSet batch) {
        List<INDArray> z = forward(batch.getFeatures());
        INDArray delta =
                Transforms.softmax(z.get(2), true).subi(batch.getLabels()).divi(batch.numExamples());
        steps++;
        for (int layer = 2; layer >= 0; layer--) {
            INDArray below = layer == 0 ? batch.getFeatures() : Transforms.relu(z.get(layer - 1), true);
            INDArray gradient = below.transpose().mmul(delta);
            if (layer > 0) {
                delta = delta.mmul(weights.get(layer).transpose())
                        .muli(z.get(layer - 1).gt(0).castTo(delta.dataType()));
            }
            update(layer, gradient);
        }
    }

    private void update(int layer, INDArray gradient) {
        INDArray mean = means.get(layer).muli(BETA1).addi(gradient.mul(1 - BETA1));
        INDArray square =
                squares.get(layer).muli(BETA2).addi(gradient.mul(gradient).muli(1 - BETA2));
        INDArray root =
                Transforms.sqrt(square.div(1 - Math.pow(BETA2, steps)), false).addi(EPSILON);
        weights.get(layer)
                .subi(mean.mul(rates[layer] / (1 - Math.pow(BETA1, steps))).divi(root));
    }
}
