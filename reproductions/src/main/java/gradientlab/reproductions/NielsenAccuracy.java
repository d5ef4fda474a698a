package gradientlab.reproductions;

import gradientlab.lab.run.ParallelMap;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** More sigmoid layers do not make Nielsen's nets better: their accuracy by depth. */
record NielsenAccuracy() implements Reproduction {

    private static final int TRAINING = 50_000;
    private static final int VALIDATION = 10_000;
    private static final int BATCH = 10;
    private static final int EPOCHS = 30;
    private static final int QUICK_EPOCHS = 2;

    /** Percent, of one run each, with one hidden layer to four. */
    private static final double[] PUBLISHED = {96.48, 96.90, 96.57, 96.53};

    /**
     * Percentage points. Another reader's runs of the same four lines came to 96.47, 96.8, 96.42, 96.28: up to a quarter of a
     * point beside the book's.
     */
    private static final double MARGIN = 0.4;

    /** After two epochs, these nets came to 94.6 to 94.9 in five draws. */
    private static final double QUICK_MARGIN = 3;

    @Override
    public String name() {
        return "nielsen-accuracy";
    }

    @Override
    public String title() {
        return "A second sigmoid layer helps a little, a third and a fourth do not";
    }

    @Override
    public String source() {
        return "Nielsen 2015, Neural networks and deep learning, chapter 5: the accuracies printed beside its four programs";
    }

    @Override
    public String settings() {
        return "The nets of nielsen-start, 30 epochs in batches of 10 of the first 50,000 training images at 0.1, weight decay"
                + " 5/50,000; accuracy on the other 10,000 after the last epoch. The book has one run, ours is the mean of"
                + " several. Quick: one and two layers, two epochs, within " + QUICK_MARGIN + " points.";
    }

    @Override
    public Outcome run(MnistDataset data, Effort effort) {
        boolean quick = effort == Effort.QUICK;
        int seeds = effort.of(1, 2, 10);
        List<int[]> runs = IntStream.rangeClosed(1, quick ? 2 : PUBLISHED.length)
                .boxed()
                .flatMap(layers -> IntStream.range(0, seeds).mapToObj(seed -> new int[] {layers, seed}))
                .toList();
        List<Double> accuracies = ParallelMap.map(
                runs,
                Runtime.getRuntime().availableProcessors(),
                run -> percent(data.train(), run[0], run[1], quick ? QUICK_EPOCHS : EPOCHS));
        List<Comparison> comparisons = new ArrayList<>();
        for (int from = 0; from < runs.size(); from += seeds) {
            int layers = runs.get(from)[0];
            double mean = accuracies.subList(from, from + seeds).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
            comparisons.add(Comparison.near(
                    "hidden layers: " + layers + ", accuracy in percent",
                    PUBLISHED[layers - 1],
                    mean,
                    quick ? QUICK_MARGIN : MARGIN));
        }
        return new Outcome(comparisons, List.of(), "");
    }

    private static double percent(LabelledImages images, int layers, int seed, int epochs) {
        SigmoidNet net = new SigmoidNet(images, layers, seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, TRAINING).boxed().toList());
        Random random = new Random(seed);
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (int from = 0; from < TRAINING; from += BATCH) {
                net.step(
                        order.subList(from, from + BATCH).stream()
                                .mapToInt(Integer::intValue)
                                .toArray(),
                        TRAINING);
            }
        }
        return 100 * net.accuracy(TRAINING, TRAINING + VALIDATION);
    }
}
