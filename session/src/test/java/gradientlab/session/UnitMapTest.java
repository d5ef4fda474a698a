package gradientlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.activations.ActivationFunction;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitMapTest {

    @Test
    void aTanhIsMappedByTheSizeOfItsActivationAndItsSaturation() {
        // 0.98661 of 254 is 250.6. tanh'(z) at 0, 2.5 and 9.5: 1, 0.027 and 2e-8.
        UnitMap map = of(ActivationFunction.TANH, new float[] {0, -2.5f, 9.5f}, new float[] {0, -0.98661f, 1});

        assertThat(map.scale()).isEqualTo(1);
        assertThat(map.levels()).containsExactly((byte) 0, (byte) 251, (byte) 254);
        assertThat(map.states()).containsExactly(0, 1, 2);
    }

    @Test
    void aRectifierIsScaledByItsLargestActivation() {
        UnitMap map = of(ActivationFunction.RELU, new float[] {-1, 2, 8}, new float[] {0, 2, 8});

        assertThat(map.scale()).isEqualTo(8);
        assertThat(map.levels()).containsExactly((byte) 0, (byte) 64, (byte) 254);
        assertThat(map.states()).containsExactly(2, 0, 0);
    }

    @Test
    void aValueThatIsNotFiniteHasALevelOfItsOwn() {
        UnitMap map = of(ActivationFunction.TANH, new float[] {Float.NaN, 0}, new float[] {Float.NaN, 0});

        assertThat(map.levels()).containsExactly((byte) 255, (byte) 0);
        assertThat(map.states()).containsExactly(2, 0);
    }

    @Test
    void onlyTheFirstExamplesAreMapped() {
        Matrix z = new Matrix(100, 3, new float[300]);
        UnitMap map = UnitMap.of(new LayerCapture("tanh", "A", ActivationFunction.TANH, z, z, z, List.of()));

        assertThat(map.examples()).isEqualTo(32);
        assertThat(map.units()).isEqualTo(3);
    }

    private static UnitMap of(ActivationFunction f, float[] z, float[] a) {
        Matrix values = new Matrix(1, z.length, z);
        return UnitMap.of(
                new LayerCapture("layer", "A", f, values, new Matrix(1, a.length, a), Matrix.EMPTY, List.of()));
    }
}
