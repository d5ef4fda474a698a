package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.model.HiddenActivations;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's nonlinearities against their formulas in double arithmetic. */
class ActivationKernelTest {

    /** One unit in the last place of float32; tanh may be off by two, see {@link TanhTest}. */
    private static final double RELATIVE = 1.2e-7;

    /** In units of z: what is left of GELU far below 0 falls faster than a cubic can follow. */
    private static final double ABSOLUTE = 1e-12;

    /** Slopes that come from a rounded value, such as 1 − a² or 1 / (1 + |z|)², lose up to this much. */
    private static final double SLOPE = 2e-7;

    private static final int COUNT = 20_000;

    static Stream<ActivationFunction> withoutParameters() {
        return HiddenActivations.ALL.stream().filter(f -> f != ActivationFunction.PRELU);
    }

    @ParameterizedTest
    @MethodSource("withoutParameters")
    void valuesAndSlopesAreThoseOfTheFormula(ActivationFunction function) {
        ActivationKernel elementwise = ActivationKernels.of(function);
        float[] z = arguments();
        float[] a = new float[COUNT];
        float[] slopes = new float[COUNT];
        float[] delta = new float[COUNT];
        Arrays.fill(delta, 1f);
        elementwise.forward(z, a, slopes, COUNT);
        elementwise.backward(z, a, slopes, delta, COUNT);
        int units = function == ActivationFunction.TANH ? 2 : 1;
        for (int k = 0; k < COUNT; k++) {
            double value = function.value(z[k]);
            assertThat(Math.abs(a[k] - value))
                    .as("%s(%s)", function, z[k])
                    .isLessThanOrEqualTo(units * RELATIVE * Math.abs(value) + ABSOLUTE * Math.abs(z[k]));
            assertThat(Math.abs(delta[k] - function.derivative(z[k])))
                    .as("%s'(%s)", function, z[k])
                    .isLessThanOrEqualTo(units * SLOPE);
        }
    }

    /** Of every size from 1e-30 to 40 with both signs, so that the curve's ends and its middle are met. */
    private static float[] arguments() {
        Random random = new Random(1);
        float[] z = new float[COUNT];
        for (int k = 0; k < COUNT; k++) {
            double size = k % 2 == 0 ? 40 * random.nextDouble() : Math.pow(10, -30 * random.nextDouble());
            z[k] = (float) (random.nextBoolean() ? size : -size);
        }
        return z;
    }
}
