package gradientlab.rulebenchmark.foreign;

import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.List;
import java.util.Random;

/** Small images, flat. */
final class SmallImages {

    /** Rows and columns of a digit. */
    static final int DIGIT = 14;

    /** Rows and columns of a shape. */
    static final int SHAPE = 9;

    private static final int FIRST = 5_000;
    private static final int TEST_FROM = 1_000;

    private SmallImages() {}

    /** MNIST at half of its size, each pixel the mean of four; which images depends on the seed. */
    static ForeignTask digits(MnistDataset mnist, Random random) {
        int from = random.nextInt(FIRST);
        Examples train = Tables.examples(Tables.TRAIN, row -> digit(mnist.train(), from + row));
        Examples test = Tables.examples(Tables.TEST, row -> digit(mnist.test(), from % TEST_FROM + row));
        return new ForeignTask(
                Goal.CLASSES, List.of(new long[] {DIGIT * DIGIT}), new long[] {LabelledImages.CLASSES}, train, test);
    }

    private static double[][] digit(LabelledImages images, int index) {
        double[] small = new double[DIGIT * DIGIT];
        int columns = images.columns();
        int offset = index * images.pixels();
        for (int i = 0; i < 2 * DIGIT; i++) {
            for (int j = 0; j < 2 * DIGIT; j++) {
                small[i / 2 * DIGIT + j / 2] += images.pixelValues()[offset + i * columns + j] / 4;
            }
        }
        return new double[][] {small, Tables.oneHot(images.label(index), LabelledImages.CLASSES)};
    }

    /** A horizontal bar, a vertical bar, a cross or a square somewhere, in noise. */
    static ForeignTask shapes(Random random) {
        return Tables.drawn(Goal.CLASSES, 4, row -> {
            int label = random.nextInt(4);
            return new double[][] {shape(random, label), Tables.oneHot(label, 4)};
        });
    }

    private static double[] shape(Random random, int label) {
        double[] image = Tables.normal(random, SHAPE * SHAPE, 0.25);
        int top = 1 + random.nextInt(SHAPE - 6);
        int left = 1 + random.nextInt(SHAPE - 6);
        for (int k = 0; k < 5; k++) {
            if (label == 0 || label == 2) {
                image[(top + 2) * SHAPE + left + k] += 1;
            }
            if (label == 1 || label == 2) {
                image[(top + k) * SHAPE + left + 2] += 1;
            }
            if (label == 3) {
                image[top * SHAPE + left + k] += 1;
                image[(top + 4) * SHAPE + left + k] += 1;
            }
        }
        return image;
    }
}
