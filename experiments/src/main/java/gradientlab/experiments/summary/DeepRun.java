package gradientlab.experiments.summary;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.lab.Lab;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nd4j.linalg.dataset.DataSet;

/**
 * One deep net: its inside before the first step, on its first batch of 32, and what it has learnt after some steps.
 *
 * @param seed of the parameters and of the order of the examples
 * @param zStd per hidden layer, std of what the nonlinearity's layer is made of: the affine map's output, before any
 *     norm; in a residual net the sum
 * @param aStd per hidden layer, std of the activations
 * @param deltaStd per hidden layer, std of the gradient of the mean loss with respect to the nonlinearity's input
 * @param initialLoss the loss on the first batch before the first step
 * @param endLoss the mean loss of the last batches ({@link #window}); NaN if the net diverged
 * @param testAccuracy share of the first 2,000 test examples (quick 1,000, full all), in inference; NaN if the net
 *     diverged
 * @param diverged whether the loss ceased to be finite
 */
record DeepRun(
        long seed,
        List<Double> zStd,
        List<Double> aStd,
        List<Double> deltaStd,
        double initialLoss,
        double endLoss,
        double testAccuracy,
        boolean diverged) {

    static final int BATCH = 32;

    /** Hundreds of nets are compared by their losses; all 10,000 examples would take longer than the training. */
    private static final int TEST_EXAMPLES = 2_000;

    /** The lecture's epoch. */
    private static final int EPOCH = 101;

    /** Over how many last batches the loss at the end is averaged: a fifth of the steps, at most an epoch. */
    static int window(int steps) {
        return Math.max(1, Math.min(EPOCH, steps / 5));
    }

    /** δ of the first hidden layer over that of the last, per layer: below 1 it vanishes, above 1 it explodes. */
    double backwardFactor() {
        int d = deltaStd.size();
        return Math.pow(deltaStd.get(0) / deltaStd.get(d - 1), 1.0 / (d - 1));
    }

    /** How a deep net is made from its first batch, and how its layers are called. */
    record Maker(
            String name,
            int depth,
            ActivationFunction activation,
            Function<DataSet, Net> net,
            Function<Integer, String> z) {}

    static DeepRun of(Lab lab, Maker maker, long seed, int steps, Progress.Task task) {
        LabelledImages train = lab.data().train();
        DataSet first = ImageIterator.shuffled(train, BATCH, seed).next();
        Net net = maker.net().apply(first);
        Capture inside = net.capture(first, lab.probes());
        List<Double> losses =
                lab.stepTrainer().train(net, maker.name(), ImageIterator.shuffled(train, BATCH, seed), steps, task);
        double last = losses.get(losses.size() - 1);
        boolean diverged = !Double.isFinite(last);
        LabelledImages test = lab.data().test();
        return new DeepRun(
                seed,
                layers(
                        maker,
                        k -> MlpCapture.std(
                                inside.layer(maker.z().apply(k)).activation().values())),
                layers(
                        maker,
                        k -> MlpCapture.std(
                                nonlinearity(inside, maker, k).activation().values())),
                layers(
                        maker,
                        k -> MlpCapture.std(
                                nonlinearity(inside, maker, k).delta().values())),
                losses.get(0),
                diverged ? Double.NaN : endLoss(losses),
                diverged
                        ? Double.NaN
                        : Evaluation.of(net, test, lab.testExamples(TEST_EXAMPLES))
                                .accuracy(),
                diverged);
    }

    private static LayerCapture nonlinearity(Capture inside, Maker maker, int number) {
        return new MlpCapture(inside, maker.activation()).nonlinearity(number);
    }

    private static List<Double> layers(Maker maker, Function<Integer, Double> value) {
        return IntStream.rangeClosed(1, maker.depth()).boxed().map(value).toList();
    }

    /** The mean of the last losses; NaN if one is. */
    static double endLoss(List<Double> losses) {
        int n = losses.size();
        return losses.subList(n - window(n), n).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }
}
