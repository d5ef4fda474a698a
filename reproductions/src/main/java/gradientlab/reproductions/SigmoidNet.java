package gradientlab.reproductions;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Nielsen's network2.py: sigmoid layers of 30 units and ten sigmoid outputs under the cross entropy, trained in full batches. */
final class SigmoidNet {

    private static final int INPUTS = 784;
    private static final int UNITS = 30;
    private static final int CLASSES = 10;
    private static final double RATE = 0.1;
    private static final double DECAY = 5.0;

    private final List<INDArray> weights = new ArrayList<>();
    private final List<INDArray> biases = new ArrayList<>();

    SigmoidNet(int hiddenLayers, long seed) {
        Random random = new Random(seed);
        int below = INPUTS;
        for (int layer = 0; layer <= hiddenLayers; layer++) {
            int units = layer == hiddenLayers ? CLASSES : UNITS;
            biases.add(normal(random, 1, units, 1));
            weights.add(normal(random, below, units, 1 / Math.sqrt(below)));
            below = units;
        }
    }

    private static INDArray normal(Random random, int rows, int columns, double std) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (std * random.nextGaussian());
        }
        return Nd4j.createFromArray(values).reshape('c', rows, columns);
    }

    /** The norm of the mean δ of every hidden layer, from the input on. */
    double[] norms(DataSet examples) {
        List<INDArray> activations = forward(examples);
        List<INDArray> deltas = deltas(activations, examples);
        double[] norms = new double[deltas.size() - 1];
        for (int layer = 0; layer < norms.length; layer++) {
            norms[layer] = deltas.get(layer).mean(0).norm2Number().doubleValue();
        }
        return norms;
    }

    /** One step over all examples. */
    void step(DataSet examples) {
        List<INDArray> activations = forward(examples);
        List<INDArray> deltas = deltas(activations, examples);
        double n = examples.numExamples();
        for (int layer = 0; layer < weights.size(); layer++) {
            INDArray gradient =
                    activations.get(layer).transpose().mmul(deltas.get(layer)).muli(RATE / n);
            weights.get(layer).muli(1 - RATE * DECAY / n).subi(gradient);
            biases.get(layer).subi(deltas.get(layer).mean(true, 0).muli(RATE));
        }
    }

    /** The inputs, then what each layer gives. */
    private List<INDArray> forward(DataSet examples) {
        List<INDArray> activations = new ArrayList<>(List.of(examples.getFeatures()));
        for (int layer = 0; layer < weights.size(); layer++) {
            INDArray z = activations.get(layer).mmul(weights.get(layer)).addiRowVector(biases.get(layer));
            activations.add(Transforms.sigmoid(z, false));
        }
        return activations;
    }

    /** δ of every example and layer; that of the output layer is a − y. */
    private List<INDArray> deltas(List<INDArray> activations, DataSet examples) {
        List<INDArray> deltas = new ArrayList<>();
        INDArray delta = activations.get(weights.size()).sub(examples.getLabels());
        deltas.add(delta);
        for (int layer = weights.size() - 1; layer > 0; layer--) {
            INDArray a = activations.get(layer);
            delta = delta.mmul(weights.get(layer).transpose()).muli(a.rsub(1).muli(a));
            deltas.add(0, delta);
        }
        return deltas;
    }
}
