package gradientlab.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.LectureSaturation;
import gradientlab.diagnostics.Matrix;
import gradientlab.engine.MatrixLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallThingsTest {

    /** atanh 0.99 = 2.64665; ln 99 = 4.59512, where the sigmoid is 0.99. */
    @ParameterizedTest
    @CsvSource({
        "TANH, 2.646, false",
        "TANH, 2.648, true",
        "TANH, -2.648, true",
        "TANH, NaN, false",
        "SIGMOID, 4.59, false",
        "SIGMOID, 4.60, true",
        "SIGMOID, -4.60, true",
        "RELU, 0.001, false",
        "RELU, 0, true",
        "RELU, -1, true",
        "LEAKY_RELU, -1, true",
        "SOFTSIGN, 6.0, false",
        "SOFTSIGN, 6.2, true",
        "IDENTITY, 1000, false"
    })
    void saturationIsWhereTheSlopeIsFlat(ActivationFunction activation, float z, boolean saturated) {
        assertThat(LectureSaturation.of(activation, z)).isEqualTo(saturated);
    }

    @Test
    void aUnitIsDeadWhenItIsSaturatedOnEveryExample() {
        Matrix z = new Matrix(2, 3, new float[] {5, 5, 0, -5, 1, 0});
        assertThat(Saturation.deadUnits(ActivationFunction.TANH, z)).isEqualTo(1);
        assertThat(Saturation.isDead(ActivationFunction.TANH, z, 0)).isTrue();
        assertThat(Saturation.isDead(ActivationFunction.TANH, z, 1)).isFalse();
    }

    @Test
    void spreadIsMeanAndStdOfTheSample() {
        MeanStd spread = MeanStd.of(List.of(1.0, 2.0, 4.0));
        assertThat(spread.mean()).isCloseTo(7.0 / 3, within(1e-12));
        assertThat(spread.std()).isCloseTo(Math.sqrt(7.0 / 3), within(1e-12));
        assertThat(spread.text(2)).isEqualTo("2.33 ± 1.53");
        assertThat(MeanStd.of(List.of(2.0)).text(2)).isEqualTo("2.00");
        assertThat(MeanStd.of(List.of(2.0, Double.NaN)).mean()).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"3, 5, false", "3, 7, true", "7, 5, true", "8, 6, true", "8, 9, true", "9, 0, false", "12, 0, false"})
    void gpusThatDl4jHasNoCodeForAreNamed(int major, int minor, boolean covered) {
        assertThat(CudaCheck.uncovered(major, minor).isEmpty()).isEqualTo(covered);
        CudaCheck.uncovered(major, minor).ifPresent(why -> assertThat(why).endsWith(major + "." + minor));
    }

    @Test
    void aMissingCudaLibraryIsNamedInOneSentenceThatSaysHowToGoBack() {
        String loader =
                "/home/x/libjnicudart.so: libcuda.so.1: cannot open shared object file: No such file or directory";
        assertThat(Backend.cudaSentence(CudaCheck.library(loader)))
                .contains("(libcuda.so.1: cannot open shared object file: No such file or directory)")
                .contains("build again without -Pcuda")
                .hasLineCount(1);
        assertThat(CudaCheck.isCudaBuild()).isFalse();
    }

    @Test
    void theBackendIsNamed() {
        Backend backend = Backend.start();
        String kernels = backend.matrixKernels()
                .map(name -> ", OpenBLAS kernels " + name)
                .orElse("");
        assertThat(backend.name())
                .isEqualTo("CPU (nd4j-native 1.0.0-M2.1, products by "
                        + MatrixLibrary.inUse().description() + kernels + ")");
    }
}
