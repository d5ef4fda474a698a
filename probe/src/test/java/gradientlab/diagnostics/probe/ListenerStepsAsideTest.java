package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.limits.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.deeplearning4j.datasets.iterator.ExistingDataSetIterator;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;

/** Whatever happens to the listener, training goes on as it would without. */
class ListenerStepsAsideTest {

    private final List<Finding> reported = new ArrayList<>();
    private final DiagnosticListener listener =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, reported::add);

    private static MultiLayerNetwork network(int depth) {
        return Patients.mlp(0.1, depth, Activation.TANH, WeightInit.XAVIER);
    }

    private static void fit(MultiLayerNetwork network, int from, int steps) {
        for (int i = from; i < from + steps; i++) {
            network.fit(Patients.digits(100 + i, 32));
        }
    }

    @Test
    void aNetworkReadBackFromAFileGoesOnWithItsRecord(@TempDir Path folder) throws Exception {
        MultiLayerNetwork network = network(1);
        network.setListeners(listener);
        fit(network, 0, 10);
        network.save(folder.resolve("net.zip").toFile());

        MultiLayerNetwork again =
                MultiLayerNetwork.load(folder.resolve("net.zip").toFile(), true);
        again.setListeners(listener);
        fit(again, 10, 5);

        assertThat(listener.history().losses()).hasSize(15);
        assertThat(listener.history().observations().get(0).iteration()).isZero();
    }

    @Test
    void anotherNetworkOnTheSameThreadBeginsARecordOfItsOwn() {
        MultiLayerNetwork first = network(1);
        first.setListeners(listener);
        fit(first, 0, 10);
        MultiLayerNetwork second = network(2);
        second.setListeners(listener);
        fit(second, 0, 3);

        assertThat(listener.history().losses()).hasSize(3);
        assertThat(listener.structure().layers()).hasSize(3);
    }

    @Test
    void aNetworkOnAnotherThreadIsLeftAlone() {
        MultiLayerNetwork first = network(1);
        first.setListeners(listener);
        MultiLayerNetwork worker = network(1);
        worker.setListeners(listener);
        MultiLayerNetwork alone = network(1);

        fit(first, 0, 2);
        CompletableFuture.runAsync(() -> fit(worker, 0, 5)).join();
        fit(first, 2, 2);
        fit(alone, 0, 5);

        assertThat(listener.history().losses()).hasSize(4);
        assertThat(worker.params()).isEqualTo(alone.params());
    }

    @Test
    void aReceiverThatThrowsEndsTheDiagnosisAndNotTheTraining() {
        DiagnosticListener broken = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {
            throw new IllegalStateException("full");
        });
        MultiLayerNetwork watched = Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), Patients.normal(1));
        MultiLayerNetwork alone = watched.clone();
        watched.setListeners(broken);

        assertThatCode(() -> fit(watched, 0, 20)).doesNotThrowAnyException();
        fit(alone, 0, 20);

        assertThat(watched.params()).isEqualTo(alone.params());
    }

    @Test
    void aProbeThatThrowsAnErrorEndsTheDiagnosisAndNotTheTraining() {
        DiagnosticListener broken = listener.probing(network -> (batch, iteration) -> {
            throw new StackOverflowError("a layer that calls itself");
        });
        MultiLayerNetwork watched = network(2);
        MultiLayerNetwork alone = watched.clone();
        watched.setListeners(broken);

        assertThatCode(() -> fit(watched, 0, 20)).doesNotThrowAnyException();
        fit(alone, 0, 20);

        assertThat(watched.params()).isEqualTo(alone.params());
    }

    @Test
    void aLayerThatIsPretrainedIsLeftAlone() {
        MultiLayerConfiguration configuration = Patients.builder(0.01)
                .list()
                .layer(new VariationalAutoencoder.Builder()
                        .nIn(144)
                        .nOut(8)
                        .encoderLayerSizes(16)
                        .decoderLayerSizes(16)
                        .activation(Activation.TANH)
                        .reconstructionDistribution(new BernoulliReconstructionDistribution(Activation.SIGMOID))
                        .build())
                .layer(Patients.output(Patients.normal(0.1)))
                .setInputType(InputType.feedForward(144))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        network.setListeners(listener);
        List<DataSet> batches = List.of(Patients.digits(1, 32), Patients.digits(2, 32));

        assertThatCode(() -> network.pretrain(new ListDataSetIterator<>(batches, 32)))
                .doesNotThrowAnyException();
        fit(network, 0, 3);

        assertThat(listener.history().losses()).hasSize(3);
    }

    /** One batch again and again shows after 20 steps, when the only observation is long made. */
    @Test
    void whatWasFoundLastIsReportedAtTheEndOfAnEpoch() {
        DiagnosticListener atTheStart = DiagnosticListener.with(Schedule.every(1_000), Limits.DEFAULT, reported::add);
        MultiLayerNetwork network = network(1);
        network.setListeners(atTheStart);
        DataSet batch = Patients.digits(1, 32);

        for (int i = 0; i < 30; i++) {
            network.fit(batch);
        }
        assertThat(reported).isEmpty();
        network.fit(new ExistingDataSetIterator(Collections.nCopies(30, batch)));

        assertThat(reported).extracting(Finding::rule).contains(Rule.BATCH_REPEATED);
    }

    @Test
    void anAssertionInATestSaysTheVerdict() {
        MultiLayerNetwork broken = Patients.mlp(0.1, 2, Activation.TANH, Patients.normal(1), Patients.normal(1));
        DataSet batch = Patients.digits(1, 32);

        NetworkAssert.assertThat(network(1)).onBatch(batch).hasNoFaults();
        assertThatThrownBy(() -> NetworkAssert.assertThat(broken).onBatch(batch).hasNoFaults())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The network has faults on this batch:\n[initial-loss-too-high] out");
        NetworkAssert.assertThat(broken)
                .withLimit(Limit.INITIAL_LOSS_EXCESS, 1000)
                .withLimit(Limit.LOGIT_STD, 1000)
                .withLimit(Limit.SATURATED_SHARE, 1)
                .onBatch(batch)
                .hasNoFaults();
        assertThatThrownBy(() -> NetworkAssert.assertThat(broken).hasNoFaults())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("hasNoFaults() needs a batch: call onBatch(batch) before it.");
    }
}
