package gradientlab.explorer;

import gradientlab.diagnostics.Statistics;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The data set, as networks see it.
 *
 * @param images the data set
 * @param pixels of the training images, from 0 to 1
 */
record Data(MnistDataset images, Statistics pixels) {

    static Data of(MnistDataset images) {
        return new Data(images, Statistics.of(images.train().pixelValues()));
    }

    int inputs() {
        return images.train().pixels();
    }

    /** The batches that a network is trained on, from its first step on. */
    ImageIterator batches(ExploredNet net) {
        return batches(net, net.spec().seed());
    }

    /** The same with an order of the examples that another seed decides. */
    ImageIterator batches(ExploredNet net, long seed) {
        int examples = images.train().size();
        int batchSize = net.plan().batchSize();
        if (batchSize > examples) {
            throw new IllegalArgumentException(
                    "batchSize must be at most the " + examples + " training examples, not " + batchSize);
        }
        ImageIterator batches = ImageIterator.shuffled(images.train(), batchSize, seed);
        if (net.input() != InputScaling.UNIT) {
            batches.setPreProcessor(net.input().of(pixels).preProcessor());
        }
        return batches;
    }

    /** The first test examples, as a network sees them. */
    LabelledImages testImages(ExploredNet net, int most) {
        LabelledImages test = images.test();
        int count = Math.min(most, test.size());
        InputScaling.Affine scaling = net.input().of(pixels);
        float[] values = Arrays.copyOf(test.pixelValues(), count * test.pixels());
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((values[i] - scaling.shift()) * scaling.factor());
        }
        int[] labels = IntStream.range(0, count).map(test::label).toArray();
        return LabelledImages.of(test.rows(), test.columns(), values, labels);
    }
}
