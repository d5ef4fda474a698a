package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.GravesLSTM;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Recurrent networks in double precision, with the loss as a forward pass in plain Java computes it, which stock DL4J agrees
 * with, and its slopes by central differences.
 */
@SuppressWarnings("deprecation") // old networks have the LSTMs of Graves
abstract class RecurrentCase {

    static final int EXAMPLES = 3;
    static final int INPUTS = 2;
    static final int UNITS = 4;
    static final int STEPS = 5;
    /** The capture is rounded to float. */
    static final double RELATIVE = 1e-5;

    static final double ABSOLUTE = 1e-8;

    /** Whose steps count: all; padding at the end; padding at the beginning, as ALIGN_END of DL4J's readers gives. */
    enum Padding {
        NONE(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1}}),
        END(new double[][] {{1, 1, 1, 1, 1}, {1, 1, 1, 0, 0}, {1, 0, 0, 0, 0}}),
        BEGINNING(new double[][] {{1, 1, 1, 1, 1}, {0, 0, 1, 1, 1}, {0, 0, 0, 0, 1}});

        final double[][] mask;

        Padding(double[][] mask) {
            this.mask = mask;
        }

        INDArray array() {
            return this == NONE ? null : Nd4j.createFromArray(mask);
        }

        int last(int example) {
            int t = STEPS - 1;
            while (mask[example][t] == 0) {
                t--;
            }
            return t;
        }
    }

    static void assertNorms(List<Double> norms, double[][][] slopes, Padding padding) {
        assertThat(norms).hasSize(STEPS);
        for (int t = 0; t < STEPS; t++) {
            double squares = 0;
            int examples = 0;
            for (int example = 0; example < EXAMPLES; example++) {
                squares += padding.mask[example][t] * squares(slopes[example][t]);
                examples += (int) padding.mask[example][t];
            }
            assertClose("step " + t, norms.get(t), Math.sqrt(squares / examples));
        }
    }

    static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(ABSOLUTE + RELATIVE * Math.abs(expected)));
    }

    static double[][][] slopes(PlainRecurrent plain, DoubleSupplier loss) {
        double[][][] slopes = new double[EXAMPLES][STEPS][plain.gated() ? 2 * UNITS : UNITS];
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                for (int k = 0; k < slopes[example][t].length; k++) {
                    slopes[example][t][k] = plain.slope(loss, example, t, k);
                }
            }
        }
        loss.getAsDouble();
        return slopes;
    }

    static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    /** Sum over the steps that count, mean over the examples: DL4J's. */
    static double sequenceLoss(MultiLayerNetwork network, double[][][] h, DataSet batch) {
        double sum = 0;
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < STEPS; t++) {
                INDArray mask = batch.getLabelsMaskArray();
                INDArray labels = batch.getLabels().tensorAlongDimension(t, 0, 1);
                sum += (mask == null ? 1 : mask.getDouble(example, t))
                        * crossEntropy(network, h[example][t], labels, example);
            }
        }
        return sum / EXAMPLES;
    }

    /** Of the network's output layer, whose input is the beginning of a state. */
    static double crossEntropy(MultiLayerNetwork network, double[] state, INDArray labels, int example) {
        INDArray w = network.getParam("1_W");
        INDArray b = network.getParam("1_b");
        double[] logits = new double[Nets.CLASSES];
        double normaliser = 0;
        double chosen = 0;
        for (int k = 0; k < Nets.CLASSES; k++) {
            logits[k] = b.getDouble(k);
            for (int i = 0; i < w.size(0); i++) {
                logits[k] += state[i] * w.getDouble(i, k);
            }
            normaliser += Math.exp(logits[k]);
            chosen += labels.getDouble(example, k) * logits[k];
        }
        return Math.log(normaliser) - chosen;
    }

    static PlainRecurrent plain(MultiLayerNetwork network, String w, String rw, String b) {
        return new PlainRecurrent(network.getParam(w), network.getParam(rw), network.getParam(b));
    }

    static BaseRecurrentLayer layer(String kind) {
        return switch (kind) {
            case "LSTM" ->
                new LSTM.Builder().nOut(UNITS).activation(Activation.TANH).build();
            case "GravesLSTM" ->
                new GravesLSTM.Builder().nOut(UNITS).activation(Activation.TANH).build();
            default ->
                new SimpleRnn.Builder().nOut(UNITS).activation(Activation.TANH).build();
        };
    }

    static RnnOutputLayer sequenceOutput() {
        return new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Nets.CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** Weights wide enough for gates that are not all half open. */
    static MultiLayerNetwork network(Layer... layers) {
        MultiLayerNetwork network =
                Nets.of(Nets.builder(DataType.DOUBLE), InputType.recurrent(INPUTS, STEPS), List.of(layers));
        Random random = new Random(3);
        INDArray parameters = network.params();
        for (long i = 0; i < parameters.length(); i++) {
            parameters.putScalar(i, 0.7 * random.nextGaussian());
        }
        network.setParams(parameters);
        return network;
    }

    static DataSet batch(Padding padding, boolean everyStep) {
        Random random = new Random(5);
        INDArray features = Nd4j.create(DataType.DOUBLE, EXAMPLES, INPUTS, STEPS);
        for (long i = 0; i < features.length(); i++) {
            features.putScalar(i, random.nextGaussian());
        }
        INDArray labels = everyStep
                ? Nd4j.create(DataType.DOUBLE, EXAMPLES, Nets.CLASSES, STEPS)
                : Nd4j.create(DataType.DOUBLE, EXAMPLES, Nets.CLASSES);
        for (int example = 0; example < EXAMPLES; example++) {
            for (int t = 0; t < (everyStep ? STEPS : 1); t++) {
                int label = random.nextInt(Nets.CLASSES);
                labels.putScalar(everyStep ? new int[] {example, label, t} : new int[] {example, label}, 1);
            }
        }
        INDArray mask = padding.array();
        return new DataSet(features, labels, mask, everyStep ? mask : null);
    }
}
