package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class GroupNormalizationTest {

    private static final double EPSILON = 1e-5;

    /** float32 values of size 1. */
    private static final double FLOAT_TOLERANCE = 1e-5;

    private final INDArray x = Nd4j.createFromArray(new float[][] {
        {1, 2, 4, 8, -1, 0, 3, 5},
        {0, 0, 0, 1, 100, 101, 102, 103},
        {7, 7, 7, 7, -2, -2, -2, -2},
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyGroupOfAnExampleIsStandardisedByItself(int groups) {
        MultiLayerNetwork network = network(groups);
        INDArray gamma = network.getParam("0_gamma");
        INDArray beta = network.getParam("0_beta");
        for (int j = 0; j < 8; j++) {
            gamma.putScalar(j, 1 + j / 10.0);
            beta.putScalar(j, j - 3);
        }
        INDArray out = normalised(network, x, true);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 8; j++) {
                double expected = gamma.getDouble(j) * byHand(i, j, 8 / groups) + beta.getDouble(j);
                assertThat(out.getDouble(i, j)).isCloseTo(expected, within(2 * FLOAT_TOLERANCE));
            }
        }
    }

    /** The formula of the class, in double precision and one value at a time. */
    private double byHand(int example, int unit, int groupSize) {
        int from = unit / groupSize * groupSize;
        double mean = 0;
        for (int j = from; j < from + groupSize; j++) {
            mean += x.getDouble(example, j) / groupSize;
        }
        double variance = 0;
        for (int j = from; j < from + groupSize; j++) {
            variance += Math.pow(x.getDouble(example, j) - mean, 2) / groupSize;
        }
        return (x.getDouble(example, unit) - mean) / Math.sqrt(variance + EPSILON);
    }

    @Test
    void noExampleDependsOnAnotherAndInferenceIsTraining() {
        MultiLayerNetwork network = network(2);
        INDArray all = normalised(network, x, true);
        assertThat(normalised(network, x, false)).isEqualTo(all);
        assertThat(normalised(network, x.getRow(1, true), true).getRow(0)).isEqualTo(all.getRow(1));
    }

    @Test
    void theInputIsLeftAsItWasWhateverItsOrder() {
        MultiLayerNetwork network = network(2);
        INDArray columnMajor = x.dup('f');
        assertThat(normalised(network, columnMajor, true)).isEqualTo(normalised(network, x, true));
        assertThat(columnMajor).isEqualTo(x);
    }

    @Test
    void notANumberStaysInItsGroupAndExample() {
        x.putScalar(0, 1, Float.NaN);
        float[][] out = normalised(network(2), x, true).toFloatMatrix();
        assertThat(new float[] {out[0][0], out[0][1], out[0][2], out[0][3]}).containsOnly(Float.NaN);
        assertThat(out[0][4]).isFinite();
        assertThat(out[1][0]).isFinite();
    }

    @Test
    void itSurvivesJson() {
        MultiLayerConfiguration configuration =
                MlpSpec.lecture().normalisation(Normalisation.GROUP).build().toConfiguration();
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertThat(read).isEqualTo(configuration);
        GroupNormalization norm = (GroupNormalization) read.getConf(1).getLayer();
        assertThat(norm.getGroups()).isEqualTo(8);
        assertThat(norm.getEpsilon()).isEqualTo(1e-5);
        assertThat(norm.getLayerName()).isEqualTo("norm-1");
    }

    @Test
    void unitsThatMakeNoGroupsAreRefused() {
        assertThatThrownBy(() -> new GroupNormalization("norm-1", 12, 8, EPSILON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Group normalisation with 8 groups needs a multiple of that many units, at least 2 a group,"
                        + " not 12");
        assertThatThrownBy(() -> MlpSpec.lecture()
                        .hidden(List.of(128, 8))
                        .normalisation(Normalisation.GROUP)
                        .build())
                .hasMessage(
                        "MlpSpec.hidden must be sizes that group normalisation can split into 8 groups of 2 units or"
                                + " more, not [128, 8]");
    }

    @ParameterizedTest
    @EnumSource
    void theReadmeHasTheRow(Normalisation norm) throws IOException {
        String row = "| `" + norm + "` | " + norm.over() + " | " + norm.source();
        assertThat(Files.readAllLines(Path.of("README.md"))).anyMatch(line -> line.startsWith(row));
    }

    private static INDArray normalised(MultiLayerNetwork network, INDArray input, boolean training) {
        return network.getLayer(0).activate(input, training, LayerWorkspaceMgr.noWorkspaces());
    }

    private static MultiLayerNetwork network(int groups) {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .dataType(DataType.FLOAT)
                .list()
                .layer(new GroupNormalization("norm-1", 8, groups, EPSILON))
                .layer(new DrawnOutputLayer(
                        "output",
                        8,
                        2,
                        new DrawnParameters(
                                new ParameterDraw(WeightDistribution.NORMAL, 1, 1),
                                new ParameterDraw(WeightDistribution.NORMAL, 1, 2))))
                .build();
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }
}
