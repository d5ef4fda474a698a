package gradientlab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HiddenActivationsTest {

    private static final double[] POINTS = {-20, -5, -2.5, -1, -0.3, -1e-3, 1e-3, 0.3, 1, 2.5, 5, 20};

    /** ND4J's own kernels work partly in float32 and its precise GELU by a series: what they agree to. */
    private static final double KERNEL_TOLERANCE = 2e-6;

    static Stream<ActivationFunction> withoutParameters() {
        return HiddenActivations.ALL.stream().filter(f -> !HiddenActivations.isLearnt(f));
    }

    @ParameterizedTest
    @MethodSource("withoutParameters")
    void theFormulaIsWhatDl4jComputes(ActivationFunction f) {
        INDArray dl4j = HiddenActivations.dl4j(f).getActivation(Nd4j.createFromArray(POINTS), false);
        for (int i = 0; i < POINTS.length; i++) {
            assertThat(f.value(POINTS[i]))
                    .as("%s(%s)", f, POINTS[i])
                    .isCloseTo(dl4j.getDouble(i), within(KERNEL_TOLERANCE * Math.max(1, Math.abs(POINTS[i]))));
        }
    }

    @ParameterizedTest
    @MethodSource("withoutParameters")
    void theDerivativeIsWhatDl4jBackpropagates(ActivationFunction f) {
        INDArray ones = Nd4j.onesLike(Nd4j.createFromArray(POINTS));
        INDArray dl4j = HiddenActivations.dl4j(f)
                .backprop(Nd4j.createFromArray(POINTS), ones)
                .getFirst();
        for (int i = 0; i < POINTS.length; i++) {
            assertThat(f.derivative(POINTS[i])).as("%s'(%s)", f, POINTS[i]).isCloseTo(dl4j.getDouble(i), within(1e-5));
        }
    }

    /** Why GELU is ours: when an upgrade of DL4J makes this fail, its own can take over. */
    @Test
    void dl4jsOwnPreciseGeluIsFarFromItsDefinition() {
        INDArray stock = new ActivationGELU(true).getActivation(Nd4j.createFromArray(-5.0), false);
        assertThat(stock.getDouble(0)).isCloseTo(-1.68e-3, within(1e-5));
        assertThat(ActivationFunction.GELU.value(-5)).isCloseTo(-5 * 2.866515719e-7, within(1e-14));
    }

    @Test
    void anUnknownNameIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> HiddenActivations.parse("relu6"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown activation 'relu6': use one of identity, sigmoid, tanh, relu, leaky-relu, prelu, "
                        + "elu, selu, gelu, softplus, softsign, swish");
    }
}
