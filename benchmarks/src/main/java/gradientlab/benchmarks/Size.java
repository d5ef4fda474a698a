package gradientlab.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A network and its training, by what the speed depends on: 784 inputs, {@code depth} hidden layers of {@code width}
 * units with tanh, 10 classes, plain gradient descent.
 *
 * @param batchNorm whether each hidden layer is normalised before its tanh
 * @param histogramsEvery in which steps histograms of every layer are made: each n-th, or 0 for none
 */
record Size(int depth, int width, int batch, boolean batchNorm, int histogramsEvery) {

    static final int INPUTS = 784;
    static final int CLASSES = 10;

    /** Different batches, which the contenders take in turn. */
    static final int BATCHES = 20;

    static final int BINS = 50;
    /** Small enough for 20 layers not to make of rounding errors another loss within 500 steps. */
    static final double LEARNING_RATE = 0.01;

    private static final int[] DEPTHS = {1, 5, 20};
    private static final int[] WIDTHS = {128, 512};
    private static final int[] SIZES = {32, 128, 512};
    private static final int[] HISTOGRAMS = {0, 10, 1};

    /** Every combination. */
    static List<Size> all() {
        List<Size> all = new ArrayList<>();
        for (int histograms : HISTOGRAMS) {
            for (boolean norm : new boolean[] {false, true}) {
                for (int width : WIDTHS) {
                    for (int batch : SIZES) {
                        for (int depth : DEPTHS) {
                            all.add(new Size(depth, width, batch, norm, histograms));
                        }
                    }
                }
            }
        }
        return all;
    }

    /** The lecture's size, and from there each of the others alone: 128 units, batches of 32. */
    static List<Size> usual() {
        return all().stream()
                .filter(size -> size.width == 128 && size.batch == 32
                        || size.depth == 1 && !size.batchNorm && size.histogramsEvery == 0)
                .toList();
    }

    /** Four of them. */
    static List<Size> quick() {
        return List.of(
                new Size(1, 128, 32, false, 0),
                new Size(5, 128, 32, true, 0),
                new Size(1, 128, 512, false, 0),
                new Size(1, 128, 32, false, 1));
    }

    /** Reads {@link #toLine}. */
    static Size ofLine(String line) {
        String[] parts = line.split(" ");
        return new Size(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                parts[3].equals("1"),
                Integer.parseInt(parts[4]));
    }

    /** As the workers read it. */
    String toLine() {
        return depth + " " + width + " " + batch + " " + (batchNorm ? 1 : 0) + " " + histogramsEvery;
    }

    /**
     * Of the matrix products of a step: each layer's output and weight gradient, and the gradient of its input but for the
     * first layer's, which is the data.
     */
    double multiplyAdds() {
        double first = (double) INPUTS * width;
        double between = (depth - 1.0) * width * width;
        return batch * (2 * first + 3 * between + 3.0 * width * CLASSES);
    }

    boolean hasHistograms(long step) {
        return histogramsEvery > 0 && step % histogramsEvery == 0;
    }

    @Override
    public String toString() {
        return "depth " + depth + ", width " + width + ", batch " + batch + (batchNorm ? ", batch norm" : "")
                + (histogramsEvery == 0 ? "" : ", histograms every " + histogramsEvery);
    }
}
