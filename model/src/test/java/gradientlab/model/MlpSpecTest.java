package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.activations.ActivationFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

class MlpSpecTest {

    @ParameterizedTest
    @MethodSource
    void aValueThatBreaksItsRuleIsNamed(UnaryOperator<MlpSpecBuilder> change, String message) {
        assertThatThrownBy(() -> change.apply(MlpSpec.lecture()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> aValueThatBreaksItsRuleIsNamed() {
        return Stream.of(
                broken(b -> b.inputs(0), "MlpSpec.inputs must be at least 1, not 0"),
                broken(b -> b.hidden(List.of()), "MlpSpec.hidden must be at least one layer, not []"),
                broken(b -> b.hidden(List.of(8, 0)), "MlpSpec.hidden must be sizes of at least 1, not [8, 0]"),
                broken(b -> b.classes(1), "MlpSpec.classes must be at least 2, not 1"),
                broken(b -> b.activation(null), "MlpSpec.activation must be given, not null"),
                broken(b -> b.outputScale(Double.NaN), "MlpSpec.outputScale must be a finite number, not NaN"),
                broken(b -> b.learningRate(0), "MlpSpec.learningRate must be a finite number above 0, not 0.0"),
                broken(
                        b -> b.learningRate(Double.POSITIVE_INFINITY),
                        "MlpSpec.learningRate must be a finite number above 0, not Infinity"));
    }

    private static Arguments broken(UnaryOperator<MlpSpecBuilder> change, String message) {
        return Arguments.of(change, message);
    }

    @Test
    void aHiddenLayerNormalisedBeforeItsNonlinearityHasNoBiasUnlessAsked() {
        MlpSpecBuilder before = MlpSpec.lecture().normalisation(Normalisation.BATCH);
        assertThat(before.build().hiddenBias()).isFalse();
        assertThat(before.normPosition(NormPosition.AFTER).build().hiddenBias()).isTrue();
        assertThat(before.normPosition(NormPosition.BEFORE)
                        .hiddenBias(true)
                        .build()
                        .hiddenBias())
                .isTrue();
        assertThat(MlpSpec.lecture().build().hiddenBias()).isTrue();
    }

    @Test
    void aSpecificationIsChangedInOneComponent() {
        MlpSpec spec = MlpSpec.lecture()
                .hidden(3, 20)
                .normalisation(Normalisation.BATCH)
                .build();
        assertThat(spec.but().seed(7).build())
                .isEqualTo(new MlpSpec(
                        784,
                        List.of(20, 20, 20),
                        10,
                        ActivationFunction.TANH,
                        Initialisation.of(InitialisationScheme.STANDARD_NORMAL),
                        1,
                        Normalisation.BATCH,
                        NormPosition.BEFORE,
                        false,
                        Optimiser.SGD,
                        0.1,
                        7));
    }

    @Test
    void theLayersStandInTheOrderOfTheSpecification() {
        MlpSpecBuilder spec = MlpSpec.lecture().hidden(2, 16).normalisation(Normalisation.BATCH);
        assertThat(names(spec.build()))
                .containsExactly("hidden-1", "norm-1", "tanh-1", "hidden-2", "norm-2", "tanh-2", "output");
        assertThat(names(spec.normPosition(NormPosition.AFTER)
                        .activation(ActivationFunction.PRELU)
                        .build()))
                .containsExactly("hidden-1", "prelu-1", "norm-1", "hidden-2", "prelu-2", "norm-2", "output");
    }

    private static List<String> names(MlpSpec spec) {
        return spec.toConfiguration().getConfs().stream()
                .map(conf -> conf.getLayer().getLayerName())
                .toList();
    }

    @Test
    void theHiddenBiasIsLeftOutOfTheNetwork() {
        MultiLayerNetwork network =
                MlpSpec.lecture().normalisation(Normalisation.BATCH).build().toNetwork();
        assertThat(((DenseLayer) network.getLayer(0).conf().getLayer()).hasBias())
                .isFalse();
        assertThat(network.paramTable().keySet())
                .containsExactly("0_W", "1_gamma", "1_beta", "1_mean", "1_log10stdev", "3_W", "3_b");
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
        MlpSpec spec = small(ActivationFunction.TANH);
        Nd4j.getRandom().setSeed(1);
        INDArray first = spec.toNetwork().params();
        Nd4j.getRandom().setSeed(2);
        assertThat(spec.toNetwork().params()).isEqualTo(first);
        assertThat(spec.but().seed(spec.seed() + 1).build().toNetwork().params())
                .isNotEqualTo(first);
    }

    @Test
    void noTwoTensorsShareTheirNumbers() {
        MultiLayerNetwork network =
                MlpSpec.lecture().inputs(16).hidden(2, 16).classes(16).build().toNetwork();
        List<INDArray> weights = List.of(network.getParam("0_W"), network.getParam("2_W"), network.getParam("4_W"));
        assertThat(weights).doesNotHaveDuplicates();
        assertThat(network.getParam("0_b").reshape(16))
                .isNotEqualTo(network.getParam("0_W").getRow(0));
    }

    @ParameterizedTest
    @FieldSource("gradientlab.model.HiddenActivations#ALL")
    void theConfigurationSurvivesJson(ActivationFunction activation) {
        MultiLayerConfiguration configuration = small(activation).toConfiguration();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
        MultiLayerNetwork again = new MultiLayerNetwork(read);
        again.init();
        assertThat(again.params()).isEqualTo(small(activation).toNetwork().params());
    }

    @ParameterizedTest
    @FieldSource("gradientlab.model.HiddenActivations#ALL")
    void aTrainedNetworkIsLoadedAsItWasSaved(ActivationFunction activation, @TempDir Path folder) throws IOException {
        MultiLayerNetwork network = small(activation).toNetwork();
        DataSet batch = batch();
        network.fit(batch);
        network.save(folder.resolve("net.zip").toFile(), true);
        MultiLayerNetwork loaded =
                MultiLayerNetwork.load(folder.resolve("net.zip").toFile(), true);
        assertThat(loaded.params()).isEqualTo(network.params());
        assertThat(loaded.output(batch.getFeatures())).isEqualTo(network.output(batch.getFeatures()));
        network.fit(batch);
        loaded.fit(batch);
        assertThat(loaded.params()).as("training goes on alike").isEqualTo(network.params());
    }

    @ParameterizedTest
    @EnumSource
    void everyOptimiserLowersTheLossOfASmallProblem(Optimiser optimiser) {
        MlpSpec spec = small(ActivationFunction.TANH)
                .but()
                .optimiser(optimiser)
                .learningRate(0.01)
                .build();
        MultiLayerNetwork network = spec.toNetwork();
        DataSet batch = batch();
        double before = network.score(batch);
        for (int i = 0; i < 30; i++) {
            network.fit(batch);
        }
        assertThat(network.score(batch)).isLessThan(before);
    }

    @Test
    void preluStartsAtAQuarterAndIsLearnt() {
        MultiLayerNetwork network = small(ActivationFunction.PRELU).toNetwork();
        INDArray slopes = network.getParam("2_W").dup();
        assertThat(slopes.toFloatVector()).containsOnly(0.25f);
        network.fit(batch());
        assertThat(network.getParam("2_W")).isNotEqualTo(slopes);
    }

    @Test
    void batchNormalisationHasTheLecturesSettings() {
        BatchNormalization norm = (BatchNormalization)
                small(ActivationFunction.TANH).toConfiguration().getConf(1).getLayer();
        assertThat(norm.getDecay()).isEqualTo(0.9);
        assertThat(norm.getEps()).isEqualTo(1e-5);
    }

    /** Reported as a rule about the component, not as a missing layer later on. */
    @Test
    void anActivationThatHiddenLayersCannotHaveIsRefused() {
        assertThatThrownBy(() -> small(ActivationFunction.MISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("activation")
                .hasMessageContaining("softsign, swish")
                .hasMessageContaining("mish");
    }

    private static MlpSpec small(ActivationFunction activation) {
        return MlpSpec.lecture()
                .inputs(6)
                .hidden(2, 5)
                .classes(3)
                .activation(activation)
                .initialisation(InitialisationScheme.TORCH_LINEAR)
                .normalisation(Normalisation.BATCH)
                .optimiser(Optimiser.ADAM)
                .build();
    }

    private static DataSet batch() {
        INDArray features = Nd4j.linspace(-1, 1, 48, org.nd4j.linalg.api.buffer.DataType.FLOAT)
                .reshape(8, 6);
        INDArray labels = Nd4j.zeros(8, 3);
        for (int i = 0; i < 8; i++) {
            labels.putScalar(i, i % 3, 1);
        }
        return new DataSet(features, labels);
    }
}
