package gradientlab.reproductions;

import gradientlab.mnist.LabelledImages;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Nielsen's network2.py: sigmoid layers of 30 units and ten sigmoid outputs under the cross entropy, trained by gradient
 * descent with weight decay. For one thread.
 */
final class SigmoidNet {

    private static final int UNITS = 30;
    private static final double RATE = 0.1;
    private static final double DECAY = 5.0;

    private final LabelledImages examples;
    private final List<SigmoidLayer> layers;

    SigmoidNet(LabelledImages examples, int hiddenLayers, long seed) {
        Random random = new Random(seed);
        this.examples = examples;
        this.layers = IntStream.rangeClosed(0, hiddenLayers)
                .mapToObj(layer -> new SigmoidLayer(
                        layer == 0 ? examples.pixels() : UNITS,
                        layer == hiddenLayers ? examples.classes() : UNITS,
                        random))
                .toList();
    }

    /** The norm of the mean δ of every hidden layer over the first examples, from the input on. */
    double[] norms(int count) {
        pass(IntStream.range(0, count).toArray());
        return layers.stream()
                .limit(layers.size() - 1)
                .mapToDouble(layer -> layer.norm(count))
                .toArray();
    }

    /**
     * One step.
     *
     * @param batch the indices of its examples
     * @param size of the training set, by which the weight decay is divided
     */
    void step(int[] batch, int size) {
        pass(batch);
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).decay((float) (1 - RATE * DECAY / size));
            for (int example = 0; example < batch.length; example++) {
                layers.get(layer)
                        .descend(
                                (float) (RATE / batch.length),
                                inputs(layer),
                                place(layer, batch[example], example),
                                example);
            }
        }
    }

    /** The share of the examples from an index on, to another, whose largest output is the label's. */
    double accuracy(int from, int to) {
        layers.forEach(layer -> layer.makeRoom(1));
        return IntStream.range(from, to)
                        .filter(i -> answer(i) == examples.label(i))
                        .count()
                / (double) (to - from);
    }

    private int answer(int image) {
        forward(image, 0);
        float[] outputs = layers.get(layers.size() - 1).values;
        return IntStream.range(0, examples.classes())
                .reduce((best, unit) -> outputs[unit] > outputs[best] ? unit : best)
                .orElseThrow();
    }

    private void pass(int[] batch) {
        layers.forEach(layer -> layer.makeRoom(batch.length));
        for (int example = 0; example < batch.length; example++) {
            forward(batch[example], example);
            backward(examples.label(batch[example]), example);
        }
    }

    private void forward(int image, int example) {
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).forward(inputs(layer), place(layer, image, example), example);
        }
    }

    /** δ of the output layer is a − y. */
    private void backward(int label, int example) {
        SigmoidLayer output = layers.get(layers.size() - 1);
        System.arraycopy(output.values, example * output.out, output.delta, example * output.out, output.out);
        output.delta[example * output.out + label] -= 1;
        for (int layer = layers.size() - 1; layer > 0; layer--) {
            layers.get(layer).backward(layers.get(layer - 1), example);
        }
    }

    private float[] inputs(int layer) {
        return layer == 0 ? examples.pixelValues() : layers.get(layer - 1).values;
    }

    private int place(int layer, int image, int example) {
        return layer == 0 ? image * examples.pixels() : example * UNITS;
    }
}
