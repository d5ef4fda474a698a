package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.history.History;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The score of guessing is the one that DL4J gives a network without weights whose biases make the best constant.
 *
 * <p>Expected values are DL4J's own scores.
 */
class GuessingScoreTest {

    private static final int EXAMPLES = 24;

    /** Float32, and the clipping of outputs by 1e-10 and 1e-5 in DL4J's cross entropies. */
    private static final double ROUNDING = 2e-5;

    /** DL4J's divergence takes a label of 0 for 1e-5, which is worth 1e-5 ln(1e-5 / o) each. */
    private static final double CLIPPED_LABELS = 3e-4;

    static Stream<Arguments> losses() {
        float[] shares = {0.5f, 0.25f, 0.25f};
        return Stream.of(
                Arguments.of(LossFunction.MCXENT, Activation.SOFTMAX, logs(shares)),
                Arguments.of(LossFunction.NEGATIVELOGLIKELIHOOD, Activation.SOFTMAX, logs(shares)),
                Arguments.of(LossFunction.KL_DIVERGENCE, Activation.SOFTMAX, logs(shares)),
                Arguments.of(LossFunction.XENT, Activation.SIGMOID, logits(shares)),
                Arguments.of(LossFunction.MSE, Activation.IDENTITY, shares),
                Arguments.of(LossFunction.SQUARED_LOSS, Activation.IDENTITY, shares),
                Arguments.of(LossFunction.MSE, Activation.SIGMOID, logits(shares)),
                Arguments.of(LossFunction.MEAN_ABSOLUTE_ERROR, Activation.IDENTITY, new float[3]),
                Arguments.of(LossFunction.MEAN_ABSOLUTE_ERROR, Activation.SOFTMAX, new float[] {99, 0, 0}),
                Arguments.of(LossFunction.L1, Activation.IDENTITY, new float[3]),
                Arguments.of(LossFunction.POISSON, Activation.IDENTITY, shares));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void itIsTheScoreOfTheBestConstant(LossFunction loss, Activation activation, float[] biases) {
        DataSet batch = new DataSet(Nd4j.ones(EXAMPLES, 2), classes(EXAMPLES));
        for (boolean mean : new boolean[] {true, false}) {
            MultiLayerNetwork network = constant(
                    Nets.builder(DataType.FLOAT).miniBatch(mean),
                    InputType.feedForward(2),
                    new OutputLayer.Builder(loss).nOut(3).activation(activation).build(),
                    biases);
            double expected = network.score(batch);
            double tolerance = loss == LossFunction.KL_DIVERGENCE ? CLIPPED_LABELS : ROUNDING;

            assertThat(scoreOfGuessing(network, batch))
                    .as("%s, %s", loss, mean ? "mean" : "sum")
                    .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void hingeLossesOfSignedTargets() {
        INDArray signs = classes(EXAMPLES).mul(2).sub(1);
        DataSet batch = new DataSet(Nd4j.ones(EXAMPLES, 2), signs);
        MultiLayerNetwork hinge = constant(
                Nets.builder(DataType.FLOAT),
                InputType.feedForward(2),
                new OutputLayer.Builder(LossFunction.HINGE)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build(),
                new float[] {-1, -1, -1});
        MultiLayerNetwork squared = constant(
                Nets.builder(DataType.FLOAT),
                InputType.feedForward(2),
                new OutputLayer.Builder(LossFunction.SQUARED_HINGE)
                        .nOut(3)
                        .activation(Activation.IDENTITY)
                        .build(),
                new float[] {0, -0.5f, -0.5f});

        assertThat(scoreOfGuessing(hinge, batch)).isCloseTo(hinge.score(batch), within(ROUNDING));
        assertThat(scoreOfGuessing(squared, batch)).isCloseTo(squared.score(batch), within(ROUNDING));
    }

    @Test
    void timeStepsAreSummedAndMaskedOnesLeftOut() {
        int steps = 4;
        INDArray labels = Nd4j.zeros(EXAMPLES, 3, steps);
        INDArray mask = Nd4j.ones(EXAMPLES, steps);
        int[] counts = new int[3];
        Random random = new Random(1);
        for (int i = 0; i < EXAMPLES; i++) {
            for (int t = 0; t < steps; t++) {
                int k = random.nextInt(4) % 3;
                labels.putScalar(i, k, t, 1);
                boolean masked = t >= 2 && i % 3 == 0;
                mask.putScalar(i, t, masked ? 0 : 1);
                counts[k] += masked ? 0 : 1;
            }
        }
        DataSet batch = new DataSet(Nd4j.ones(EXAMPLES, 2, steps), labels, null, mask);
        float whole = counts[0] + counts[1] + counts[2];
        float[] shares = {counts[0] / whole, counts[1] / whole, counts[2] / whole};
        for (boolean mean : new boolean[] {true, false}) {
            MultiLayerNetwork network = constant(
                    Nets.builder(DataType.FLOAT).miniBatch(mean),
                    InputType.recurrent(2),
                    new RnnOutputLayer.Builder(LossFunction.MCXENT)
                            .nOut(3)
                            .activation(Activation.SOFTMAX)
                            .build(),
                    logs(shares));
            double expected = network.score(batch);

            assertThat(scoreOfGuessing(network, batch)).isCloseTo(expected, within(ROUNDING * expected));
        }
        TargetFacts target = history(
                        constant(
                                Nets.builder(DataType.FLOAT),
                                InputType.recurrent(2),
                                new RnnOutputLayer.Builder(LossFunction.MCXENT)
                                        .nOut(3)
                                        .activation(Activation.SOFTMAX)
                                        .build(),
                                logs(shares)),
                        batch)
                .data()
                .targets()
                .get(0);
        assertThat(target.rowsPerExample()).isEqualTo((double) whole / EXAMPLES);
        assertThat(target.maskedShare()).isCloseTo(1 - whole / (EXAMPLES * steps), within(1e-6));
    }

    @Test
    void pixelsAreSummed() {
        INDArray labels = Nd4j.zeros(EXAMPLES, 1, 3, 3);
        for (int i = 0; i < labels.length() / 4; i++) {
            labels.putScalar(4L * i, 1);
        }
        float share = labels.meanNumber().floatValue();
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT),
                InputType.convolutional(3, 3, 2),
                List.of(
                        new ConvolutionLayer.Builder(1, 1)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        new CnnLossLayer.Builder(LossFunction.XENT)
                                .activation(Activation.SIGMOID)
                                .build()));
        set(network, logits(new float[] {share}));
        DataSet batch = new DataSet(Nd4j.ones(EXAMPLES, 2, 3, 3), labels);
        double expected = network.score(batch);

        assertThat(scoreOfGuessing(network, batch)).isCloseTo(expected, within(ROUNDING * expected));
    }

    /** Half the first class, a quarter each of the others. */
    private static INDArray classes(int examples) {
        INDArray labels = Nd4j.zeros(examples, 3);
        for (int i = 0; i < examples; i++) {
            labels.putScalar(i, i % 2 == 0 ? 0 : i % 4 == 1 ? 1 : 2, 1);
        }
        return labels;
    }

    private static MultiLayerNetwork constant(
            NeuralNetConfiguration.Builder builder, InputType input, Layer output, float[] biases) {
        MultiLayerNetwork network = Nets.of(builder, input, List.of(output));
        set(network, biases);
        return network;
    }

    private static void set(MultiLayerNetwork network, float[] biases) {
        network.getParam("0_W").assign(0);
        INDArray b = network.getParam("0_b");
        for (int j = 0; j < biases.length; j++) {
            b.putScalar(j, biases[j]);
        }
    }

    private static double scoreOfGuessing(MultiLayerNetwork network, DataSet batch) {
        History history = history(network, batch);
        DataFacts data = history.data();
        return data.scoreOfGuessing(history.training());
    }

    private static History history(MultiLayerNetwork network, DataSet batch) {
        return Preflight.of(network, batch).history();
    }

    private static float[] logs(float[] shares) {
        float[] logs = new float[shares.length];
        for (int j = 0; j < logs.length; j++) {
            logs[j] = (float) Math.log(shares[j]);
        }
        return logs;
    }

    private static float[] logits(float[] shares) {
        float[] logits = new float[shares.length];
        for (int j = 0; j < logits.length; j++) {
            logits[j] = (float) Math.log(shares[j] / (1 - shares[j]));
        }
        return logits;
    }
}
