package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class InitialisationTest {

    private static final int FAN_IN = 400;
    private static final int FAN_OUT = 300;
    private static final int CLASSES = 250;

    /** Every column is written down from the source's formula, not from the code: fan-in 400, fan-out 300, ReLU. */
    @ParameterizedTest
    @CsvSource({
        "standard-normal,              1,           1,          1,          1",
        "standard-normal-small-output, 1,           1,          0.01,       0",
        "standard-normal-scaled,       0.083333333, 0.01,       0.01,       0",
        "torch-linear,                 0.028867513, 0.028867513, 0.033333333, 0.033333333",
        "lecun-normal,                 0.05,        0,          0.057735027, 0",
        "lecun-uniform,                0.05,        0,          0.057735027, 0",
        "xavier-normal,                0.053452248, 0,          0.060302269, 0",
        "xavier-uniform,               0.053452248, 0,          0.060302269, 0",
        "kaiming-normal,               0.070710678, 0,          0.057735027, 0",
        "kaiming-uniform,              0.070710678, 0,          0.057735027, 0",
        "kaiming-normal:fan-out,       0.081649658, 0,          0.063245553, 0",
        "kaiming-uniform:fan-out,      0.081649658, 0,          0.063245553, 0",
        "orthogonal,                   0.070710678, 0,          0.057735027, 0",
        "zeros,                        0,           0,          0,          0",
        "constant:0.5,                 0,           0,          0,          0",
        "normal:0.02,                  0.02,        0,          0.02,       0",
        "scaled:0.5,                   0.035355339, 0,          0.057735027, 0",
        "scaled:2:0.3,                 0.141421356, 0.3,        0.057735027, 0"
    })
    void theMeasuredStdIsTheOneOfTheFormula(String text, double w, double b, double wOutput, double bOutput) {
        MultiLayerNetwork network = network(text, ActivationFunction.RELU);
        assertThatStdIs(network.getLayer(0).getParam("W"), w);
        assertThatStdIs(network.getLayer(0).getParam("b"), b);
        assertThatStdIs(network.getOutputLayer().getParam("W"), wOutput);
        assertThatStdIs(network.getOutputLayer().getParam("b"), bOutput);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LSUV")
    void theRuleExpectsTheStdThatIsMeasured(InitialisationScheme scheme) {
        Initialisation initialisation = anyOf(scheme);
        MultiLayerNetwork network = network(initialisation.toString(), ActivationFunction.TANH);
        assertThatStdIs(
                network.getLayer(0).getParam("W"),
                initialisation.hiddenWeights().expectedStd(FAN_IN, FAN_OUT, ActivationFunction.TANH.gain()));
    }

    /** std of the sample std is about std/√(2n) for a normal and less for a uniform; four of them. */
    private static void assertThatStdIs(INDArray values, double expected) {
        double tolerance = 4 * expected / Math.sqrt(2.0 * values.length());
        assertThat(values.stdNumber().doubleValue()).isCloseTo(expected, within(tolerance + 1e-9));
    }

    /** U(±b) stays within b = √3 std and has excess kurtosis −1.2; N has 0. */
    @ParameterizedTest
    @CsvSource({"torch-linear, 0.05, -1.2", "xavier-uniform, 0.0925820, -1.2", "lecun-normal, 1, 0"})
    void theDistributionHasItsShape(String text, double bound, double excessKurtosis) {
        float[] w = network(text, ActivationFunction.TANH)
                .getLayer(0)
                .getParam("W")
                .dup()
                .data()
                .asFloat();
        double m2 = 0;
        double m4 = 0;
        for (float v : w) {
            assertThat(Math.abs(v)).isLessThanOrEqualTo((float) bound + 1e-7f);
            m2 += v * v / w.length;
            m4 += Math.pow(v, 4) / w.length;
        }
        assertThat(m4 / (m2 * m2) - 3).isCloseTo(excessKurtosis, within(4 * Math.sqrt(24.0 / w.length)));
    }

    /** The lecture's repaired nets are the broken one with the same numbers scaled. */
    @ParameterizedTest
    @CsvSource({"standard-normal-small-output, 1, 0.01", "standard-normal-scaled, 0.083333333, 0.01"})
    void theRepairedNetsAreScaledCopiesOfTheBrokenOne(String repaired, float hidden, float output) {
        MultiLayerNetwork broken = network("standard-normal", ActivationFunction.TANH);
        MultiLayerNetwork scaled = network(repaired, ActivationFunction.TANH);
        assertThat(broken.getLayer(0)
                        .getParam("W")
                        .mul(hidden)
                        .equalsWithEps(scaled.getLayer(0).getParam("W"), 1e-6))
                .isTrue();
        assertThat(broken.getOutputLayer()
                        .getParam("W")
                        .mul(output)
                        .equalsWithEps(scaled.getOutputLayer().getParam("W"), 1e-6))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100, 30", "30, 100", "64, 64"})
    void orthogonalMatricesAreOrthogonalAlongTheirShorterSide(int rows, int columns) {
        INDArray q = new ParameterDraw(WeightDistribution.ORTHOGONAL, 1 / Math.sqrt(Math.max(rows, columns)), 7)
                .draw(rows, columns);
        INDArray gram = rows < columns ? q.mmul(q.transpose()) : q.transpose().mmul(q);
        assertThat(gram.equalsWithEps(Nd4j.eye(Math.min(rows, columns)), 1e-5)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theTextFormIsReadBack(InitialisationScheme scheme) {
        Initialisation initialisation = anyOf(scheme);
        assertThat(Initialisation.parse(initialisation.toString())).isEqualTo(initialisation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "glorot              | Unknown initialisation 'glorot': use one of standard-normal, ",
                "normal              | Initialisation 'normal' needs a number: normal:STD",
                "normal:wide         | Initialisation 'normal:wide': normal:STD needs a number, not 'wide'",
                "normal:-1           | Initialisation normal:STD needs a standard deviation of at least 0, not -1.0",
                "constant:Infinity   | Initialisation constant:V needs a finite number, not Infinity",
                "scaled              | Initialisation 'scaled' needs a number: scaled:F[:S]",
                "scaled:1:           | Initialisation 'scaled:1:': scaled:F[:S] needs a number, not ''",
                "scaled:-1           | Initialisation scaled:F[:S] needs a factor and a standard deviation of at least 0, not -1.0 and 0.0",
                "scaled:1:Infinity   | Initialisation scaled:F[:S] needs a factor and a standard deviation of at least 0, not 1.0 and Infinity",
                "normal:NaN          | Initialisation normal:STD needs a finite number, not NaN",
                "zeros:1             | Initialisation 'zeros:1': zeros takes no argument",
                "kaiming-normal:both | Initialisation 'kaiming-normal:both': the fan mode is fan-in or fan-out, not 'both'"
            })
    void aWrongTextIsRefusedWithWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Initialisation.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @EnumSource
    void theReadmeHasTheRow(InitialisationScheme scheme) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("| `" + scheme.label()))
                .toList();
        assertThat(rows).anySatisfy(row -> assertThat(row).contains(scheme.formula()));
    }

    private static Initialisation anyOf(InitialisationScheme scheme) {
        boolean number = scheme.form().contains(":V") || scheme.form().contains(":STD");
        if (scheme == InitialisationScheme.SCALED) {
            return Initialisation.scaled(1.5, 0.25);
        }
        return number ? new Initialisation(scheme, 0.25, Double.NaN, null) : Initialisation.of(scheme);
    }

    private static MultiLayerNetwork network(String initialisation, ActivationFunction activation) {
        return MlpSpec.lecture()
                .inputs(FAN_IN)
                .hidden(Arrays.asList(FAN_OUT))
                .classes(CLASSES)
                .activation(activation)
                .initialisation(Initialisation.parse(initialisation))
                .build()
                .toNetwork(Nd4j.rand(DataType.FLOAT, 8, FAN_IN));
    }
}
