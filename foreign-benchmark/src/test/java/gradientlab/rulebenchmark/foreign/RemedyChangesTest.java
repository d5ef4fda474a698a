package gradientlab.rulebenchmark.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.change.Remedy;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Rule;
import gradientlab.diagnostics.judge.Wording;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistOnce;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class RemedyChangesTest {

    private static final long SEED = 3;
    private static final Configuration TABLE =
            new Configuration(Family.TABLE_CLASSES, Variant.TANH_SGD, Optional.empty());

    @BeforeAll
    static void start() {
        Backend.start();
    }

    private static Finding finding(Remedy remedy, Wording wording) {
        return Finding.of(Rule.DEAD_UNITS, remedy.layer(), -1, 0, wording, remedy, "a test");
    }

    private static Optional<Consumer<Setup>> change(Remedy remedy, Configuration program) {
        return RemedyChanges.of(
                finding(remedy, Wording.verbatim("", "", "")), program.family(), program.inputs(MnistOnce.data()));
    }

    private static Setup changed(Remedy remedy, Configuration program) {
        Setup setup = program.setup();
        change(remedy, program).orElseThrow().accept(setup);
        return setup;
    }

    /** Remedies, and the fields of a setup that each should change. */
    static List<Arguments> settings() {
        return List.of(
                Arguments.of(Remedy.LOWER_LEARNING_RATE, List.of("rate")),
                Arguments.of(Remedy.warmUp(), List.of("warmUp")),
                Arguments.of(Remedy.enlargeBatch(64), List.of("batch")),
                Arguments.of(Remedy.regulariseLess(0.02), List.of("l2")),
                Arguments.of(Remedy.keep("layer1", 0.5), List.of("kept")),
                Arguments.of(Remedy.clipLess("layer1"), List.of("clip")),
                Arguments.of(Remedy.unfreeze("layer0"), List.of("frozen")),
                Arguments.of(Remedy.changeOutput("layer2", ActivationFunction.SIGMOID), List.of("output", "loss")),
                Arguments.of(Remedy.addNormalisation("layer0"), List.of("batchNorm")),
                Arguments.of(Remedy.scaleColumns("input"), List.of("onData")),
                Arguments.of(Remedy.scaleTargets("layer2", 15), List.of("onData")),
                Arguments.of(Remedy.breakSymmetry("layer0", 0.3), List.of("onStart")),
                Arguments.of(Remedy.zeroBias("layer0", 7), List.of("onStart")),
                Arguments.of(Remedy.changeActivation("layer0", ActivationFunction.RELU), List.of("onStart")));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aRemedyChangesItsSettingsAndNoOthers(Remedy remedy, List<String> fields) throws IllegalAccessException {
        Map<String, Object> before = values(unusual());
        Setup setup = unusual();
        change(remedy, TABLE).orElseThrow().accept(setup);
        Map<String, Object> after = values(setup);

        assertThat(before.keySet().stream()
                        .filter(name -> !before.get(name).equals(after.get(name)))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    /** Where each remedy has something to change. */
    private static Setup unusual() {
        Setup setup = TABLE.setup();
        setup.l2 = 1;
        setup.kept = 0.03;
        setup.clip = 1e-6;
        setup.frozen = true;
        return setup;
    }

    private static Map<String, Object> values(Setup setup) throws IllegalAccessException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : Setup.class.getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(setup);
            values.put(field.getName(), value instanceof List<?> list ? list.size() : String.valueOf(value));
        }
        return values;
    }

    @Test
    void aNumberOfTheRemedyIsTheOneThatIsUsed() {
        assertThat(changed(Remedy.multiplyLearningRate(1.0 / 32), TABLE).rate).isEqualTo(TABLE.setup().rate / 32);
        assertThat(changed(Remedy.warmUp(), TABLE).warmUp).isEqualTo(200);
        assertThat(changed(Remedy.keep("layer1", 0.5), TABLE).kept).isEqualTo(0.5);
    }

    static Stream<Remedy> withoutAChange() {
        return Stream.of(
                Remedy.CHECK_DATA,
                Remedy.OTHER,
                Remedy.dropBias("layer0"),
                Remedy.scaleWeights("layer0", Double.NaN, 1),
                Remedy.changeOutput("layer2", ActivationFunction.TANH),
                Remedy.changeActivation("layer0", ActivationFunction.OTHER));
    }

    @ParameterizedTest
    @MethodSource("withoutAChange")
    void whatNoProgramCanChangeIsEmpty(Remedy remedy) {
        assertThat(change(remedy, TABLE)).isEmpty();
    }

    @Test
    void aNetworkThatCannotHaveBatchNormsGetsNone() {
        Configuration waves = new Configuration(Family.WAVES, Variant.TANH_SGD, Optional.empty());

        assertThat(change(Remedy.addNormalisation("layer0"), waves)).isEmpty();
    }

    private static ForeignTask task(Configuration program, Remedy... remedies) {
        Setup setup = program.setup();
        for (Remedy remedy : remedies) {
            change(remedy, program).orElseThrow().accept(setup);
        }
        return program.task(setup, MnistOnce.data());
    }

    @Test
    void theInputThatIsNamedIsScaledInBothHalvesAndNothingElseIs() {
        Configuration merged = new Configuration(Family.MERGED, Variant.TANH_SGD, Optional.empty());
        Statistics features = Statistics.of(new float[] {1, 5}); // mean 3
        double std = features.std();
        ForeignTask before = task(merged);
        ForeignTask after = task(merged, Remedy.scaleInput("right", features));

        assertThat(after.train().inputs().get(0))
                .isDeepEqualTo(before.train().inputs().get(0));
        assertThat(after.train().targets()).isDeepEqualTo(before.train().targets());
        assertThat(after.train().inputs().get(1)[4][2])
                .isEqualTo((float) ((before.train().inputs().get(1)[4][2] - 3.0) / std));
        assertThat(after.test().inputs().get(1)[4][2])
                .isEqualTo((float) ((before.test().inputs().get(1)[4][2] - 3.0) / std));
    }

    @Test
    void standardisedColumnsHaveMean0AndStd1AndTheTargetsStay() {
        Configuration program = TABLE.with(FaultsById.of("input-offset-column"));
        ForeignTask before = task(program);
        ForeignTask after = task(program, Remedy.scaleColumns("input"));

        for (int j = 0; j < after.inputs().get(0)[0]; j++) {
            int column = j;
            float[] values = new float[after.train().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = after.train().inputs().get(0)[i][column];
            }
            assertThat(Statistics.of(values).mean()).isCloseTo(0, within(1e-4)); // float: 200 has steps of 1.5e-5
            assertThat(Statistics.of(values).std()).isCloseTo(1, within(1e-3)); // by n, or by n − 1
        }
        assertThat(after.train().targets()).isDeepEqualTo(before.train().targets());
    }

    @Test
    void scaledTargetsHaveMean0AndAreDividedAndTheFeaturesStay() {
        Configuration program =
                new Configuration(Family.TABLE_VALUE, Variant.TANH_SGD, Optional.of(FaultsById.of("targets-x1000")));
        ForeignTask before = task(program);
        ForeignTask after = task(program, Remedy.scaleTargets("layer2", 1000));

        assertThat(Arrays.stream(after.train().targets())
                        .mapToDouble(row -> row[0])
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(1e-6));
        assertThat((double) after.train().targets()[1][0] - after.train().targets()[0][0])
                .isCloseTo((before.train().targets()[1][0] - before.train().targets()[0][0]) / 1e3, within(1e-5));
        assertThat(after.train().inputs().get(0))
                .isDeepEqualTo(before.train().inputs().get(0));
    }

    private static Model network(Configuration program, Setup setup) {
        return program.network(setup, program.task(setup, MnistOnce.data()), SEED);
    }

    private static List<String> movedParameters(Configuration program, Setup setup) {
        Map<String, INDArray> before = network(program, program.setup()).paramTable();
        Map<String, INDArray> after = network(program, setup).paramTable();
        return before.keySet().stream()
                .filter(name -> !before.get(name).equals(after.get(name)))
                .toList();
    }

    @Test
    void weightsAreDrawnWithTheStdOfTheRemedyInTheLayerThatIsNamedAlone() {
        Configuration program = TABLE.with(FaultsById.of("hidden-weights-x20"));
        Setup setup = changed(Remedy.scaleWeights("layer1", 0.25, 5), program);

        assertThat(movedParameters(program, setup)).containsExactly("1_W");
        // the standard error of a std of 32 × 32 values is 2.2 %
        assertThat(network(program, setup).getParam("1_W").stdNumber().doubleValue())
                .isCloseTo(0.25, within(0.03));
    }

    @Test
    void theOtherLayersOfARemedyAreDrawnEachWithItsOwnStd() {
        Configuration program = TABLE.with(FaultsById.of("hidden-weights-x20"));
        Remedy both = Remedy.scaleWeights("layer1", 0.25, 5).with(List.of(Remedy.scaleWeights("layer0", 0.577, 12)));
        Setup setup = changed(both, program);

        assertThat(movedParameters(program, setup)).containsExactlyInAnyOrder("0_W", "1_W");
        // the standard error of a std of 6 × 32 values is 5 %
        assertThat(network(program, setup).getParam("0_W").stdNumber().doubleValue())
                .isCloseTo(0.577, within(0.15));
    }

    @Test
    void biasesAreSetTo0InTheLayerThatIsNamedAlone() {
        Configuration program = new Configuration(
                Family.TABLE_CLASSES, Variant.RELU_ADAM, Optional.of(FaultsById.of("hidden-biases-minus-10")));
        Setup setup = changed(Remedy.zeroBias("layer0", 10), program);

        assertThat(movedParameters(program, setup)).containsExactly("0_b");
        assertThat(network(program, setup).getParam("0_b").sumNumber().doubleValue())
                .isZero();
    }

    @Test
    void aRemedyForALayerThatIsNotThereChangesNoParameter() {
        assertThat(movedParameters(TABLE, changed(Remedy.scaleWeights("layer9", 0.25, 5), TABLE)))
                .isEmpty();
    }

    @Test
    void aNonlinearityIsChangedInTheLayerThatIsNamedAlone() {
        Setup setup = changed(Remedy.changeActivation("layer1", ActivationFunction.LEAKY_RELU), TABLE);

        assertThat(Arrays.stream(Weights.layers(network(TABLE, setup)))
                        .map(layer -> ((BaseLayer) layer.conf().getLayer()).getActivationFn())
                        .toList())
                .containsExactly(
                        Activation.TANH.getActivationFunction(),
                        Activation.LEAKYRELU.getActivationFunction(),
                        Activation.SOFTMAX.getActivationFunction());
    }

    @Test
    void theForgetGatesAloneGetTheBiasOfTheRemedy() {
        Configuration program = new Configuration(
                Family.LAST_OF_LSTM, Variant.RECURRENT_ADAM, Optional.of(FaultsById.of("forget-bias-minus-20")));
        Setup setup = changed(Remedy.setForgetBias("layer0", 2), program);
        INDArray bias = network(program, setup).getParam("0_b");

        assertThat(movedParameters(program, setup)).containsExactly("0_b");
        assertThat(bias.get(NDArrayIndex.all(), NDArrayIndex.interval(16, 32))
                        .meanNumber()
                        .doubleValue())
                .isEqualTo(2);
        assertThat(bias.sumNumber().doubleValue())
                .as("the other gates are at 0")
                .isEqualTo(2 * 16);
    }

    @Test
    void recurrentWeightsAreDrawnAndTheOthersStay() {
        Configuration program = new Configuration(Family.DELAYED, Variant.RECURRENT_ADAM, Optional.empty());
        Setup setup = changed(Remedy.scaleRecurrentWeights("layer0", 0.25, 2), program);

        assertThat(movedParameters(program, setup)).containsExactly("0_RW");
    }

    @Test
    void theRunningStatisticsOfABatchNormFollowFaster() {
        Configuration program = new Configuration(Family.TABLE_CLASSES, Variant.RELU_BATCH_NORM_SGD, Optional.empty());
        Setup setup = changed(Remedy.lowerDecay("layer1", 0.5), program);

        assertThat(Arrays.stream(Weights.layers(network(program, setup)))
                        .map(layer -> layer.conf().getLayer())
                        .filter(BatchNormalization.class::isInstance)
                        .map(norm -> ((BatchNormalization) norm).getDecay()))
                .containsExactly(0.5, 0.9); // DL4J's default
    }
}
