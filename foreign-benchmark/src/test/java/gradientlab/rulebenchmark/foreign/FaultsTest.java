package gradientlab.rulebenchmark.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistOnce;
import gradientlab.rulebenchmark.Half;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

class FaultsTest {

    private static final long SEED = 3;

    @BeforeAll
    static void start() {
        Backend.start();
    }

    /** One program for each fault. */
    static List<Configuration> planted() {
        return Stream.of(Half.SCORING, Half.TUNING)
                .flatMap(half -> ForeignSuite.quick(half).configurations().stream())
                .filter(each -> each.fault().isPresent())
                .toList();
    }

    /** What a training is made of: its first two batches, its configuration and its fresh parameters. */
    private record Made(List<INDArray> batches, String configuration, INDArray parameters) {

        static Made of(Configuration program) {
            Setup setup = program.setup();
            ForeignTask task = program.task(setup, MnistOnce.data());
            Batches batches = new Batches(task, setup, SEED);
            Model network = program.network(setup, task, SEED);
            return new Made(
                    IntStream.range(0, 2)
                            .mapToObj(batches::apply)
                            .flatMap(batch -> Stream.of(batch.getFeatures(0), batch.getLabels(0)))
                            .toList(),
                    configuration(network),
                    network.params());
        }

        private static String configuration(Model network) {
            return network instanceof ComputationGraph graph
                    ? graph.getConfiguration().toJson()
                    : ((MultiLayerNetwork) network).getLayerWiseConfigurations().toJson();
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aFaultChangesItsProgramAndNothingElseDoes(Configuration program) {
        Made healthy = Made.of(program.twin());

        assertThat(Made.of(program.twin())).as("the twin, made again").isEqualTo(healthy);
        assertThat(Made.of(program)).isNotEqualTo(healthy);
    }

    @Test
    void aFaultOfTheInputIsInTheHeldOutRowsToo() {
        Configuration healthy = new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty());
        float[][] before = task(healthy).test().inputs().get(0);
        float[][] after =
                task(healthy.with(fault("input-x255"))).test().inputs().get(0);

        assertThat(after[0][1]).isEqualTo(255 * before[0][1]);
    }

    @Test
    void shuffledLabelsAreTheSameLabelsInAnotherOrderAndTheHeldOutOnesStay() {
        Configuration healthy = new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty());
        ForeignTask before = task(healthy);
        ForeignTask after = task(healthy.with(fault("labels-shuffled")));

        assertThat(sums(after.train().targets())).isEqualTo(sums(before.train().targets()));
        assertThat(Arrays.deepEquals(after.train().targets(), before.train().targets()))
                .as("in the same order")
                .isFalse();
        assertThat(after.test().targets()).isDeepEqualTo(before.test().targets());
    }

    @Test
    void anAutoencoderWhoseFeaturesAreScaledHasTheSameForTargets() {
        Configuration program =
                new Configuration(Family.AUTOENCODER, Variant.TANH_SGD, Optional.of(fault("input-x255")));
        ForeignTask task = task(program);

        assertThat(task.train().targets()).isSameAs(task.train().inputs().get(0));
        assertThat(program.fault().orElseThrow().cause(Family.AUTOENCODER))
                .contains("unscaled-input", "unscaled-target");
    }

    @Test
    void rowsThatAreSortedByClassBeginWithTheFirstClassAlone() {
        Setup setup = new Setup();
        setup.feeding = Feeding.BY_CLASS;
        ForeignTask task = task(new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty()));
        INDArray labels = new Batches(task, setup, SEED).apply(0).getLabels(0);

        assertThat(labels.getColumn(0).sumNumber().intValue()).isEqualTo(setup.batch);
    }

    @Test
    void theSameBatchComesInEveryStep() {
        Setup setup = new Setup();
        setup.feeding = Feeding.SAME_BATCH;
        ForeignTask task = task(new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty()));
        Batches batches = new Batches(task, setup, SEED);

        assertThat(batches.apply(1).getFeatures(0)).isEqualTo(batches.apply(0).getFeatures(0));
    }

    @ParameterizedTest
    @MethodSource("kindsOfNetworks")
    void aFrozenNetworkTrainsItsOutputAlone(Family family) {
        Variant variant = family.variants().get(0);
        Configuration program = new Configuration(family, variant, Optional.of(fault("frozen")));
        Setup setup = program.setup();
        ForeignTask task = program.task(setup, MnistOnce.data());
        Model network = program.network(setup, task, SEED);
        INDArray before = network.params().dup();
        fit(network, new Batches(task, setup, SEED).apply(0));
        INDArray moved = network.params().neq(before);
        int all = (int) before.length();
        int first = IntStream.range(0, all)
                .filter(i -> moved.getInt(i) != 0)
                .findFirst()
                .orElseThrow();

        // 32 units and a bias to each of the outputs, which are the last parameters
        assertThat(all - first).isLessThanOrEqualTo((setup.width + 1) * task.outputs());
    }

    static List<Family> kindsOfNetworks() {
        return List.of(Family.TABLE_CLASSES, Family.RESIDUAL);
    }

    private static void fit(Model network, MultiDataSet batch) {
        if (network instanceof ComputationGraph graph) {
            graph.fit(batch);
        } else {
            ((MultiLayerNetwork) network).fit(batch.getFeatures(0), batch.getLabels(0));
        }
    }

    private static ForeignTask task(Configuration program) {
        return program.task(program.setup(), MnistOnce.data());
    }

    private static ForeignFault fault(String id) {
        return Faults.ALL_FAULTS.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> sums(float[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(k -> Arrays.stream(rows).mapToDouble(row -> row[k]).sum())
                .toList();
    }
}
