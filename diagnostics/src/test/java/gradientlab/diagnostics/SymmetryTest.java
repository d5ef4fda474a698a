package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymmetryTest {

    /** One input, 2 gates, 3 units: units 0 and 2 share the first gate, and the second where it is the same, too. */
    @Test
    void unitsWithGatesAreIdenticalWhenEveryGateIs() {
        assertThat(largestGroup(gated(1, 2, 1, 5, 6, 5))).isEqualTo(2);
        assertThat(largestGroup(gated(1, 2, 1, 5, 6, 7))).isEqualTo(1);
        assertThat(largestGroup(gated(0, -0f, 0, 5, 5, 5)))
                .as("both zeros are one")
                .isEqualTo(3);
    }

    @Test
    void recurrentWeightsAndBiasesTellUnitsApart() {
        ParameterCapture same = gated(1, 1, 1, 2, 2, 2);

        assertThat(largestGroup(same, gate("RW", 3, 0, 0, 7, 0, 0, 0))).isEqualTo(2);
        assertThat(largestGroup(same, gate("b", Double.NaN, 1, 0, 1, 0, 0, 0))).isEqualTo(2);
    }

    @Test
    void aLayoutThatIsNotKnownIsThatOfADenseLayer() {
        ParameterCapture w = new ParameterCapture("W", new long[] {2, 3}, new float[] {1, 2, 1, 2, 3, 4}, null);
        ParameterCapture b = new ParameterCapture("b", new long[] {1, 3}, new float[] {0, 1, 0}, null);

        assertThat(largestGroup(w)).isEqualTo(2);
        assertThat(largestGroup(w, b)).isEqualTo(1);
    }

    @Test
    void unitsWithInputsOfTheirOwnAreNotCompared() {
        ParameterCapture depthwise = new ParameterCapture(
                "W", "0_W", new long[] {1, 1, 3, 1}, new float[3], new float[0], WeightLayout.ofFanIn(1));

        assertThat(largestGroup(depthwise)).isZero();
        assertThat(largestGroup(gate("b", Double.NaN, 0, 0, 0, 0, 0, 0))).isZero();
    }

    private static ParameterCapture gated(float... values) {
        return gate("W", 1, values);
    }

    @Test
    void equalUnitsWithOtherGradientsAreToldApartByOneStepAndRoundingTellsNobodyApart() {
        float[] zeros = new float[6];

        assertThat(group(zeros(1, 1 + 1e-6f, 1, -2, -2, -2))).isEqualTo(new Symmetry.Group(3, 0));
        assertThat(group(zeros(1, 2, 1, -2, -2, -2))).isEqualTo(new Symmetry.Group(3, 1));
        assertThat(group(zeros(1, 1, 1, -2, 3, 4))).isEqualTo(new Symmetry.Group(3, 2));
        assertThat(group(zeros(zeros))).isEqualTo(new Symmetry.Group(3, 0));
        assertThat(group(zeros(Float.NaN, 1, 2, 0, 0, 0)).apart())
                .as("a gradient that is not a number tells nobody apart")
                .isZero();
        assertThat(group(zeros())).as("not measured").isEqualTo(new Symmetry.Group(3, 0));
    }

    private static ParameterCapture zeros(float... gradient) {
        return new ParameterCapture("W", "W", new long[] {1, 6}, new float[6], gradient, new WeightLayout(2, 3, 1));
    }

    private static ParameterCapture gate(String name, double fanIn, float... values) {
        return new ParameterCapture(name, name, new long[] {1, 6}, values, new float[0], new WeightLayout(fanIn, 3, 1));
    }

    private static int largestGroup(ParameterCapture... parameters) {
        return group(parameters).units();
    }

    private static Symmetry.Group group(ParameterCapture... parameters) {
        Matrix z = new Matrix(1, 3, new float[3]);
        return Symmetry.largestGroup(
                new LayerCapture("x", "LSTM", ActivationFunction.TANH, z, z, z, List.of(parameters)));
    }
}
