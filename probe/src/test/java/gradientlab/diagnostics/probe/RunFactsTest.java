package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.facts.Column;
import gradientlab.diagnostics.facts.DataFacts;
import gradientlab.diagnostics.facts.InputFacts;
import gradientlab.diagnostics.facts.InputKind;
import gradientlab.diagnostics.facts.TargetFacts;
import gradientlab.diagnostics.facts.TargetKind;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.limits.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What a listener and a checkup learn of configuration and data, and that training does not notice. */
class RunFactsTest {

    @Test
    void aListenerHasTheFactsOfConfigurationAndData() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER);
        DiagnosticListener listener = listener();
        network.setListeners(listener);
        for (int step = 0; step < 60; step++) {
            network.fit(Patients.digits(step, Patients.BATCH));
        }
        History history = listener.history();
        DataFacts data = history.data();
        TargetFacts target = data.targets().get(0);

        assertThat(history.training())
                .isEqualTo(TrainingReader.of(Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER)));
        assertThat(data.batches().steps()).isEqualTo(60);
        assertThat(data.batches().seen()).as("the first 50, and 52 and 56").isEqualTo(52);
        assertThat(data.batches().typical()).isEqualTo(Patients.BATCH);
        assertThat(data.batches().repeatedShare()).isZero();
        assertThat(data.inputs().get(0).rows())
                .as("the first batch, and of the others every second row: 28 of 144 columns are 4,096 values")
                .isEqualTo(Patients.BATCH + 51L * Patients.BATCH / 2);
        assertThat(target.rows()).isEqualTo(52L * Patients.BATCH);
        assertThat(data.inputs().get(0).columns().columns()).isEqualTo(Patients.PIXELS);
        assertThat(target.kind()).isEqualTo(TargetKind.ONE_HOT);
        assertThat(target.classes().distinct()).isEqualTo(Patients.CLASSES);
        assertThat(target.guessing()).as("near ln 10").isCloseTo(Math.log(10), within(0.02));
        assertThat(target.relation().sigmas()).as("a class is a pattern").isGreaterThan(10);
        assertThat(history.observations().get(0).outputs().get(0).each()).hasSize(Patients.CLASSES);
        assertThat(history.penalties()).isEmpty();
    }

    @Test
    void aCheckupKnowsTheSameOfItsOneBatch() {
        MultiLayerNetwork network = Patients.mlp(0.1, 1, Activation.TANH, WeightInit.XAVIER);
        History history =
                Preflight.of(network, Patients.digits(1, Patients.BATCH)).history();

        assertThat(history.training()).isEqualTo(TrainingReader.of(network));
        assertThat(history.data().batches().seen()).isEqualTo(1);
        assertThat(history.data().targets().get(0).relation().rows()).isEqualTo(Patients.BATCH);
    }

    @Test
    void theLossWithoutTheRegularisationTermIsThatOfTheData() {
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT).l2(0.1).l1(0.01),
                InputType.feedForward(Nets.INPUTS),
                List.of(Nets.dense(5, Activation.TANH), Nets.softmax()));
        DiagnosticListener listener = listener();
        network.setListeners(listener);
        for (int step = 0; step < 5; step++) {
            network.fit(Nets.batch(DataType.FLOAT, step));
        }
        History history = listener.history();

        assertThat(history.penalties()).hasSize(5).allMatch(penalty -> penalty > 0.01);
        for (int step = 0; step < 5; step++) {
            double data = history.observations().get(step).snapshot().network().loss();
            assertThat(history.dataLosses().get(step)).isCloseTo(data, within(1e-5));
            assertThat(history.losses().get(step)).isGreaterThan(data + 0.01);
        }
    }

    @Test
    void channelsAreColumnsOfImages() {
        DataSet images = Nets.batch(DataType.FLOAT, 3, 7, 2, 6, 6);
        images.getFeatures().get(NDArrayIndex.all(), NDArrayIndex.point(1)).addi(100);
        MultiLayerNetwork network =
                Nets.images(DataType.FLOAT, Nets.convolution(3, new ActivationTanH()), Nets.softmax());
        InputFacts input = input(network, images);

        assertThat(input.kind()).isEqualTo(InputKind.CHANNELS);
        assertThat(input.rows()).isEqualTo(7 * 36);
        assertThat(input.columns().columns()).isEqualTo(2);
        assertThat(input.columns().mostOffset()).extracting(Column::index).containsExactly(1);
        double[] channel = new double[7 * 36];
        for (int k = 0; k < channel.length; k++) {
            channel[k] = images.getFeatures().getDouble(k / 36, 1, k % 36 / 6, k % 6);
        }
        assertThat(input.columns().mostOffset().get(0).mean())
                .isCloseTo(Arrays.stream(channel).average().orElseThrow(), within(1e-5));
    }

    @Test
    void maskedTimeStepsAreLeftOutOfFeaturesAndTargets() {
        DataSet batch = sequences(1, true);
        InputFacts input = input(recurrent(false), batch);

        assertThat(input.kind()).isEqualTo(InputKind.SEQUENCE);
        assertThat(input.rows())
                .isEqualTo(batch.getFeaturesMaskArray().sumNumber().longValue());
        assertThat(input.columns().max()).as("masked steps hold 1000").isLessThan(100);
    }

    @Test
    void theInputOfAnEmbeddingIsIndices() {
        MultiLayerNetwork network = Nets.of(
                Nets.builder(DataType.FLOAT),
                InputType.feedForward(9),
                List.of(new EmbeddingLayer.Builder().nIn(9).nOut(4).build(), Nets.softmax()));
        INDArray words = Nd4j.createFromArray(0f, 3f, 8f, 3f, 1f).reshape(5, 1);

        assertThat(input(
                                network,
                                new DataSet(words, Nets.batch(DataType.FLOAT, 1).getLabels()))
                        .kind())
                .isEqualTo(InputKind.INDICES);
    }

    @Test
    void aRegularisedClippedTruncatedRecurrentNetworkEndsInTheSameBits() {
        MultiLayerNetwork plain = recurrent(true);
        MultiLayerNetwork watched = recurrent(true);
        plain.setListeners(new BaseTrainingListener() {});
        watched.setListeners(listener());
        for (int step = 0; step < 30; step++) {
            plain.fit(sequences(step % 5, true));
            watched.fit(sequences(step % 5, true));
        }

        assertSameBits(watched.params(), plain.params());
        assertSameBits(
                watched.getUpdater().getStateViewArray(), plain.getUpdater().getStateViewArray());
    }

    @Test
    void aRegularisedGraphEndsInTheSameBits() {
        ComputationGraph plain = Patients.residual(Patients.normal(0.1), Patients.normal(0.1));
        ComputationGraph watched = Patients.residual(Patients.normal(0.1), Patients.normal(0.1));
        DiagnosticListener listener = listener();
        plain.setListeners(new BaseTrainingListener() {});
        watched.setListeners(listener);
        for (int step = 0; step < 60; step++) {
            plain.fit(Patients.digits(step, Patients.BATCH));
            watched.fit(Patients.digits(step, Patients.BATCH));
        }

        assertSameBits(watched.params(), plain.params());
        assertThat(listener.history().data().batches().seen()).isEqualTo(52);
        assertThat(listener.history().data().inputs().get(0).name()).isEqualTo("pixels");
        assertThat(listener.history().training().outputs()).isNotEmpty();
    }

    private static InputFacts input(MultiLayerNetwork network, DataSet batch) {
        return Preflight.of(network, batch).history().data().inputs().get(0);
    }

    private static DiagnosticListener listener() {
        return DiagnosticListener.with(Schedule.every(1), Limits.DEFAULT, finding -> {});
    }

    private static MultiLayerNetwork recurrent(boolean truncated) {
        MultiLayerConfiguration configuration = Nets.builder(DataType.FLOAT)
                .updater(new Adam(0.01))
                .l2(0.01)
                .gradientNormalization(GradientNormalization.ClipL2PerLayer)
                .gradientNormalizationThreshold(0.1)
                .list()
                .layer(new LSTM.Builder().nOut(4).activation(Activation.TANH).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(Nets.CLASSES)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.recurrent(3))
                .backpropType(truncated ? BackpropType.TruncatedBPTT : BackpropType.Standard)
                .tBPTTLength(4)
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    /** Masked steps hold 1000, so that one that is looked at shows. */
    private static DataSet sequences(long seed, boolean masked) {
        int examples = 6;
        int steps = 8;
        Random random = new Random(seed);
        INDArray features = Nd4j.create(DataType.FLOAT, examples, 3, steps);
        INDArray labels = Nd4j.create(DataType.FLOAT, examples, Nets.CLASSES, steps);
        INDArray mask = Nd4j.ones(DataType.FLOAT, examples, steps);
        for (int i = 0; i < examples; i++) {
            for (int t = 0; t < steps; t++) {
                boolean out = masked && t >= 8 - i % 3;
                mask.putScalar(i, t, out ? 0 : 1);
                for (int j = 0; j < 3; j++) {
                    features.putScalar(i, j, t, out ? 1000 : random.nextGaussian());
                }
                labels.putScalar(i, random.nextInt(Nets.CLASSES), t, 1);
            }
        }
        return new DataSet(features, labels, mask, mask.dup());
    }

    private static void assertSameBits(INDArray actual, INDArray expected) {
        assertThat(actual.dup('c').data().asFloat())
                .isEqualTo(expected.dup('c').data().asFloat());
    }
}
