package gradientlab.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The iterator as DL4J drives it. */
class ImageIteratorTrainingTest {
    private static final int SIZE = 30;
    private static final int BATCH = 8;
    private static final long SEED = 5;

    /** Ten pixels, of which the image's class is lit, and an eleventh that holds the image's index. */
    private static LabelledImages easy() {
        float[] pixels = new float[SIZE * 11];
        for (int i = 0; i < SIZE; i++) {
            pixels[i * 11 + i % 10] = 1;
            pixels[i * 11 + 10] = i / 100f;
        }
        return LabelledImages.of(
                1, 11, pixels, IntStream.range(0, SIZE).map(i -> i % 10).toArray());
    }

    private static MultiLayerNetwork softmaxRegression() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.5))
                .list()
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .nIn(11)
                        .nOut(10)
                        .build())
                .build());
        network.init();
        return network;
    }

    /** Writes down which images each forward pass got. */
    private static final class InputRecorder extends BaseTrainingListener {
        private final List<Integer> indices = new ArrayList<>();

        @Override
        public void onForwardPass(Model model, List<INDArray> activations) {
            INDArray input = activations.get(0);
            for (int row = 0; row < input.rows(); row++) {
                indices.add(Math.round(100 * input.getFloat(row, 10)));
            }
        }

        @Override
        public void onForwardPass(Model model, Map<String, INDArray> activations) {
            throw new AssertionError("not a ComputationGraph");
        }
    }

    private static List<Integer> permutations(int from, int to) {
        return IntStream.range(from, to)
                .flatMap(epoch -> Arrays.stream(Shuffle.permutation(SIZE, SEED, epoch)))
                .boxed()
                .toList();
    }

    @Test
    void fitOverTwoEpochsSeesTwoOrders() {
        InputRecorder recorder = new InputRecorder();
        MultiLayerNetwork network = softmaxRegression();
        network.setListeners(recorder);
        network.fit(ImageIterator.shuffled(easy(), BATCH, SEED), 2);

        assertThat(recorder.indices).isEqualTo(permutations(0, 2));
        assertThat(recorder.indices.subList(0, SIZE)).isNotEqualTo(recorder.indices.subList(SIZE, 2 * SIZE));
        assertThat(network.getIterationCount()).isEqualTo(8);
    }

    @Test
    void everyWayToCallFitGivesEpochItsOwnOrder() {
        InputRecorder recorder = new InputRecorder();
        MultiLayerNetwork network = softmaxRegression();
        network.setListeners(recorder);
        ImageIterator iterator = ImageIterator.shuffled(easy(), BATCH, SEED);
        network.fit(iterator, 2);
        network.fit(iterator);
        iterator.reset();
        network.fit(iterator, 1);
        assertThat(recorder.indices).isEqualTo(permutations(0, 4));
    }

    /** The same batches by hand, made with ND4J's own concatenation, must leave the same parameters bit for bit. */
    @Test
    void trainingIsThatOfTheSameBatchesByHand() {
        LabelledImages images = easy();
        MultiLayerNetwork network = softmaxRegression();
        network.fit(ImageIterator.shuffled(images, BATCH, SEED), 2);

        MultiLayerNetwork byHand = softmaxRegression();
        for (int epoch = 0; epoch < 2; epoch++) {
            int[] order = Shuffle.permutation(SIZE, SEED, epoch);
            for (int from = 0; from < SIZE; from += BATCH) {
                byHand.fit(DataSet.merge(Arrays.stream(order, from, Math.min(from + BATCH, SIZE))
                        .mapToObj(i -> images.range(i, i + 1))
                        .toList()));
            }
        }
        // Not the arrays of ND4J, which call themselves equal when they differ by 1e-5.
        assertThat(network.params().toFloatVector()).isEqualTo(byHand.params().toFloatVector());
    }

    @Test
    void evaluateCountsEveryTestImageOnce() {
        LabelledImages images = easy();
        MultiLayerNetwork network = softmaxRegression();
        network.fit(ImageIterator.shuffled(images, BATCH, SEED), 50);
        ImageIterator inOrder = ImageIterator.inOrder(images, BATCH);
        for (int repeat = 0; repeat < 2; repeat++) {
            Evaluation evaluation = network.evaluate(inOrder);
            assertThat(evaluation.getNumRowCounter()).isEqualTo(SIZE);
            assertThat(evaluation.accuracy()).isEqualTo(1);
        }
    }
}
