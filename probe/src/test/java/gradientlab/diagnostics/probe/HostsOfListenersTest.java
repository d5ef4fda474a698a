package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.limits.Limits;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.earlystopping.EarlyStoppingConfiguration;
import org.deeplearning4j.earlystopping.EarlyStoppingResult;
import org.deeplearning4j.earlystopping.saver.InMemoryModelSaver;
import org.deeplearning4j.earlystopping.scorecalc.DataSetLossCalculator;
import org.deeplearning4j.earlystopping.termination.MaxEpochsTerminationCondition;
import org.deeplearning4j.earlystopping.trainer.EarlyStoppingTrainer;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.parallelism.ParallelWrapper;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Whoever trains the network, it ends as without a listener, in the same bits where the host itself is deterministic. */
class HostsOfListenersTest {

    private static final int STEPS = 12;

    private final DiagnosticListener listener =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {});

    private static List<DataSet> batches() {
        return IntStream.range(0, STEPS)
                .mapToObj(i -> Patients.digits(100 + i, 32))
                .toList();
    }

    private static ExistingDataSetIterator iterator() {
        return new ExistingDataSetIterator(batches());
    }

    private static MultiLayerNetwork network() {
        return Patients.mlp(0.1, 2, Activation.TANH, WeightInit.XAVIER);
    }

    private static MultiLayerNetwork stoppedEarly(MultiLayerNetwork network) {
        EarlyStoppingConfiguration<MultiLayerNetwork> configuration = new EarlyStoppingConfiguration.Builder<
                        MultiLayerNetwork>()
                .epochTerminationConditions(new MaxEpochsTerminationCondition(3))
                .scoreCalculator(new DataSetLossCalculator(iterator(), true))
                .modelSaver(new InMemoryModelSaver<>())
                .build();
        EarlyStoppingResult<MultiLayerNetwork> result =
                new EarlyStoppingTrainer(configuration, network, iterator()).fit();
        assertThat(result.getTerminationReason())
                .isEqualTo(EarlyStoppingResult.TerminationReason.EpochTerminationCondition);
        return network;
    }

    @Test
    void earlyStopping() {
        MultiLayerNetwork watched = network();
        watched.setListeners(listener);

        assertThat(stoppedEarly(watched).params())
                .isEqualTo(stoppedEarly(network()).params());
        assertThat(listener.history().losses()).hasSize(3 * STEPS);
    }

    private static MultiLayerNetwork transferred() {
        MultiLayerNetwork before = network();
        before.fit(iterator());
        return new TransferLearning.Builder(before)
                .setFeatureExtractor(0)
                .nOutReplace(2, Patients.CLASSES, WeightInit.XAVIER)
                .build();
    }

    @Test
    void transferLearningWithFrozenLayers() {
        MultiLayerNetwork watched = transferred();
        MultiLayerNetwork alone = transferred();
        watched.setListeners(listener);

        watched.fit(iterator());
        alone.fit(iterator());

        assertThat(watched.params()).isEqualTo(alone.params());
        assertThat(listener.history().losses()).hasSize(STEPS);
    }

    private static MultiLayerNetwork averaged(MultiLayerNetwork network) {
        ParallelWrapper wrapper = new ParallelWrapper.Builder<>(network)
                .workers(2)
                .prefetchBuffer(2)
                .averagingFrequency(2)
                .trainingMode(ParallelWrapper.TrainingMode.AVERAGING)
                .build();
        wrapper.fit(iterator());
        wrapper.shutdown();
        return network;
    }

    /**
     * Its workers share the listener with the network, and one of them is followed. The wrapper hands out batches as workers
     * become free, so two runs differ even without a listener: what is compared is how well the network does.
     */
    @Test
    void twoWorkersThatAreAveraged() {
        DataSet held = Patients.digits(1, 256);
        MultiLayerNetwork watched = network();
        watched.setListeners(listener);

        double alone = averaged(network()).score(held);
        double score = averaged(watched).score(held);

        assertThat(score).isLessThan(network().score(held)).isCloseTo(alone, withPercentage(5));
        assertThat(listener.history().losses()).isNotEmpty();
    }

    private static MultiLayerNetwork truncated() {
        MultiLayerNetwork network = new MultiLayerNetwork(Patients.builder(0.1)
                .list()
                .layer(new LSTM.Builder().nIn(3).nOut(8).build())
                .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(8)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(3))
                .backpropType(BackpropType.TruncatedBPTT)
                .tBPTTLength(5)
                .build());
        network.init();
        return network;
    }

    @Test
    void backpropagationThroughTimeThatIsTruncated() {
        DataSet sequences = new DataSet(
                Nd4j.rand(DataType.FLOAT, new long[] {4, 3, 20}), Nd4j.rand(DataType.FLOAT, new long[] {4, 1, 20}));
        MultiLayerNetwork watched = truncated();
        MultiLayerNetwork alone = truncated();
        watched.setListeners(listener);
        for (int i = 0; i < 3; i++) {
            watched.fit(sequences);
            alone.fit(sequences);
        }

        assertThat(watched.params()).isEqualTo(alone.params());
        assertThat(listener.history().losses()).hasSize(12);
    }
}
