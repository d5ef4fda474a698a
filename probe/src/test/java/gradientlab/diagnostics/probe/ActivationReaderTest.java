package gradientlab.diagnostics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.parts.ActivationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The table of slopes against central differences of what DL4J computes. */
class ActivationReaderTest {

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SOFTMAX", "RRELU"})
    void theSlopeInTheTableIsThatOfDl4jsFunction(Activation activation) {
        IActivation function = activation.getActivationFunction();
        ActivationFunction nonlinearity = ActivationReader.of(function);

        assertThat(nonlinearity).isNotEqualTo(ActivationFunction.OTHER);
        for (double z = -7.03; z < 7; z += 0.1) {
            double slope = (value(function, z + 1e-6) - value(function, z - 1e-6)) / 2e-6;
            assertThat(nonlinearity.derivative(z)).as("z = %s", z).isCloseTo(slope, within(1e-6));
        }
    }

    @Test
    void aRectifierWithParametersIsNamedForWhatItIs() {
        assertThat(ActivationReader.of(new ActivationReLU())).isEqualTo(ActivationFunction.RELU);
        assertThat(ActivationReader.of(new ActivationReLU(null, null, 0.2))).isEqualTo(ActivationFunction.LEAKY_RELU);
        assertThat(ActivationReader.of(new ActivationReLU(4.0, null, null))).isEqualTo(ActivationFunction.OTHER);
        assertThat(ActivationReader.of(new ActivationReLU(null, 0.5, 0.2))).isEqualTo(ActivationFunction.OTHER);
        assertThat(ActivationReader.of(new ActivationLReLU(0.3))).isEqualTo(ActivationFunction.LEAKY_RELU);
        assertThat(ActivationReader.of(Activation.RRELU.getActivationFunction()))
                .isEqualTo(ActivationFunction.RANDOMIZED_LEAKY_RELU);
        assertThat(ActivationReader.of(Activation.SOFTMAX.getActivationFunction()))
                .isEqualTo(ActivationFunction.SOFTMAX);
    }

    @Test
    void aFunctionOfOnesOwnIsOther() {
        IActivation own = new Nudge(new ActivationTanH());

        assertThat(own).isNotInstanceOf(BaseActivationFunction.class);
        assertThat(ActivationReader.of(own)).isEqualTo(ActivationFunction.OTHER);
    }

    /** A defect of DL4J's: training with another α than 1 follows a wrong gradient, and so does the δ of a capture. */
    @Test
    void dl4jsGradientOfEluIgnoresAlpha() {
        INDArray z = Nd4j.create(DataType.DOUBLE, 1, 1).assign(-1.3);

        INDArray gradient = new ActivationELU(0.5)
                .backprop(z, Nd4j.ones(DataType.DOUBLE, 1, 1))
                .getFirst();

        assertThat(gradient.getDouble(0)).as("not 0.5 e^z").isCloseTo(Math.exp(-1.3), within(1e-12));
    }

    private static double value(IActivation function, double z) {
        INDArray in = Nd4j.create(DataType.DOUBLE, 1, 1).assign(z);
        return function.getActivation(in, false).getDouble(0);
    }
}
