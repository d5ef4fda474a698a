package gradientlab.experiments.summary;

import gradientlab.lab.Lab;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.model.Forward;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Trains a net with one norm at one batch size, and measures what its predictions owe to the batch. */
final class NormTrial {

    private static final double RATE_AT_32 = 0.1;
    private static final int EXAMPLES = 1_024;
    private static final int MOST_BATCHES = 256;
    private static final int COMPANION_BATCHES = 100;

    private final Lab lab;
    private final Normalisation norm;
    private final int batchSize;
    private final long seed;

    NormTrial(Lab lab, Normalisation norm, int batchSize, long seed) {
        this.lab = lab;
        this.norm = norm;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    NormRun run(int steps, Progress.Task task) {
        MultiLayerNetwork network = MlpSpec.lecture()
                .initialisation(InitialisationScheme.TORCH_LINEAR)
                .normalisation(norm)
                // A batch of B stands for B/32 steps of 32 (Goyal et al. 2017, section 2.1).
                .learningRate(RATE_AT_32 * batchSize / 32)
                .seed(seed)
                .build()
                .toNetwork();
        ImageIterator batches = ImageIterator.shuffled(lab.data().train(), batchSize, seed);
        String name = norm + " norm, batches of " + batchSize + ", seed " + seed;
        lab.stepTrainer().train(Net.of(network), name, batches, steps, task);
        LabelledImages test = lab.data().test();
        double spread = logits(network, 0, Math.min(EXAMPLES, test.size()), false)
                .stdNumber()
                .doubleValue();
        return new NormRun(
                norm.label(),
                batchSize,
                seed,
                Evaluation.of(network, test, lab.testExamples(test.size())).accuracy(),
                accuracyTraining(network),
                noise(network) / spread,
                alone(network) / spread);
    }

    private INDArray logits(MultiLayerNetwork network, int from, int to, boolean training) {
        INDArray features = lab.data().test().range(from, to).getFeatures();
        return (training ? Forward.training(network, features) : Forward.inference(network, features)).logits();
    }

    private double accuracyTraining(MultiLayerNetwork network) {
        LabelledImages test = lab.data().test();
        int all = Math.min(Math.min(EXAMPLES, MOST_BATCHES * batchSize), test.size()) / batchSize * batchSize;
        int right = 0;
        for (int from = 0; from < all; from += batchSize) {
            INDArray best = logits(network, from, from + batchSize, true).argMax(1);
            for (int i = 0; i < batchSize; i++) {
                right += best.getInt(i) == test.label(from + i) ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    /** The first test example among companions drawn from the rest of the test set. */
    private double noise(MultiLayerNetwork network) {
        if (batchSize == 1) {
            return Double.NaN;
        }
        LabelledImages test = lab.data().test();
        Random random = new Random(seed);
        INDArray logits = Nd4j.create(COMPANION_BATCHES, test.classes());
        for (int i = 0; i < COMPANION_BATCHES; i++) {
            int from = 1 + random.nextInt(test.size() - batchSize);
            INDArray batch = Nd4j.vstack(
                    test.first(1).getFeatures(),
                    test.range(from, from + batchSize - 1).getFeatures());
            logits.putRow(i, Forward.training(network, batch).logits().getRow(0));
        }
        return logits.std(0).meanNumber().doubleValue();
    }

    private double alone(MultiLayerNetwork network) {
        INDArray training = logits(network, 0, 1, true);
        return training.sub(logits(network, 0, 1, false)).amaxNumber().doubleValue();
    }
}
