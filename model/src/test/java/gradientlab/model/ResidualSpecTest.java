package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

class ResidualSpecTest {

    private static final double FLOAT_TOLERANCE = 1e-5;

    private final INDArray x = Nd4j.linspace(-1, 2, 40, DataType.FLOAT).reshape(8, 5);

    @Test
    void everyHiddenLayerButTheFirstIsAddedToWhatItRead() {
        ComputationGraph graph = new ResidualSpec(spec().build(), ResidualScaling.NONE).toGraph();
        INDArray z = affine(graph, 1, x);
        INDArray z2 = z.add(affine(graph, 2, Transforms.tanh(z, true)));
        INDArray z3 = z2.add(affine(graph, 3, Transforms.tanh(z2, true)));
        INDArray logits =
                Transforms.tanh(z3, true).mmul(graph.getParam("output_W")).addRowVector(graph.getParam("output_b"));
        Map<String, INDArray> activations = graph.feedForward(x, true);
        assertThat(activations.get("skip-3").equalsWithEps(z3, FLOAT_TOLERANCE)).isTrue();
        assertThat(activations.get("output").equalsWithEps(Transforms.softmax(logits), FLOAT_TOLERANCE))
                .isTrue();
    }

    private static INDArray affine(ComputationGraph graph, int number, INDArray input) {
        return input.mmul(graph.getParam("hidden-" + number + "_W"))
                .addRowVector(graph.getParam("hidden-" + number + "_b"));
    }

    @ParameterizedTest
    @EnumSource
    void itHasTheParametersOfThePlainNet(Normalisation norm) {
        MlpSpec spec = spec().normalisation(norm).build();
        MultiLayerNetwork plain = spec.toNetwork();
        ComputationGraph graph = new ResidualSpec(spec, ResidualScaling.NONE).toGraph();
        assertThat(graph.numParams()).isEqualTo(plain.numParams());
        for (int i = 0; i < plain.getnLayers(); i++) {
            String name = plain.getLayer(i).conf().getLayer().getLayerName();
            plain.getLayer(i)
                    .paramTable()
                    .forEach((key, values) ->
                            assertThat(graph.getParam(name + "_" + key)).isEqualTo(values));
        }
    }

    @Test
    void withoutAHiddenLayerToSkipItIsThePlainNet() {
        MlpSpec spec = spec().hidden(1, 16).build();
        ComputationGraph graph = new ResidualSpec(spec, ResidualScaling.NONE).toGraph();
        assertThat(graph.outputSingle(x)).isEqualTo(spec.toNetwork().output(x));
    }

    @Test
    void fixupStartsAsTheFirstLayerAloneAndGuessesNothing() {
        ResidualSpec spec = new ResidualSpec(spec().hidden(5, 16).build(), ResidualScaling.FIXUP);
        assertThat(spec.branchScale()).isEqualTo(0.5);
        Map<String, INDArray> activations = spec.toGraph().feedForward(x, true);
        assertThat(activations.get("skip-5")).isEqualTo(activations.get("hidden-1"));
        assertThat(activations.get("output").equalsWithEps(Nd4j.valueArrayOf(8, 3, 1f / 3), FLOAT_TOLERANCE))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void itLearnsASmallProblemAndSurvivesJson(ResidualScaling scaling) {
        ResidualSpec spec = new ResidualSpec(spec().hidden(6, 16).build(), scaling);
        ComputationGraphConfiguration configuration = spec.toConfiguration();
        assertThat(ComputationGraphConfiguration.fromJson(configuration.toJson()))
                .isEqualTo(configuration);
        ComputationGraph graph = spec.toGraph();
        DataSet batch = batch();
        double before = graph.score(batch);
        for (int i = 0; i < 50; i++) {
            graph.fit(batch);
        }
        assertThat(graph.score(batch)).isLessThan(0.8 * before);
        assertThat(graph.getParam("hidden-6_W").norm2Number().doubleValue())
                .as("the last branch learns")
                .isPositive();
    }

    @Test
    void whatCannotBeAddedUpIsRefused() {
        MlpSpec widths = spec().hidden(List.of(16, 8)).build();
        assertThatThrownBy(() -> new ResidualSpec(widths, ResidualScaling.NONE))
                .hasMessage("ResidualSpec.net must have hidden layers of one width, not [16, 8]");
        MlpSpec after = spec().normalisation(Normalisation.LAYER)
                .normPosition(NormPosition.AFTER)
                .build();
        assertThatThrownBy(() -> new ResidualSpec(after, ResidualScaling.NONE))
                .hasMessage("ResidualSpec.net must be normalised before the nonlinearity, not after it");
    }

    private static MlpSpecBuilder spec() {
        return MlpSpec.lecture().inputs(5).hidden(3, 16).classes(3).initialisation(InitialisationScheme.TORCH_LINEAR);
    }

    private static DataSet batch() {
        INDArray labels = Nd4j.zeros(8, 3);
        for (int i = 0; i < 8; i++) {
            labels.putScalar(i, i % 3, 1);
        }
        return new DataSet(gaussian(), labels);
    }

    private static INDArray gaussian() {
        Random random = new Random(1);
        float[] values = new float[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Nd4j.createFromArray(values).reshape(8, 5);
    }
}
