package gradientlab.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureTest {

    private static final LayerCapture LAYER = new LayerCapture(
            "hidden", "DenseLayer", Nonlinearity.RELU, Matrix.EMPTY, Matrix.EMPTY, Matrix.EMPTY, List.of());

    @Test
    void layersAreFoundByName() {
        Capture capture = new Capture(0, 1, List.of(LAYER), Matrix.EMPTY);

        assertThat(capture.layer("hidden")).isSameAs(LAYER);
        assertThat(capture.output()).as("of the last layer").isEqualTo(Nonlinearity.RELU);
        assertThatThrownBy(() -> capture.layer("out"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no layer \"out\" among [hidden].");
    }

    @Test
    void aNegativeIterationIsRefused() {
        assertThatThrownBy(() -> new Capture(-1, 1, List.of(), Matrix.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aParameterWithoutAGradientHasAnEmptyOne() {
        ParameterCapture mean = new ParameterCapture("mean", new long[] {1, 3}, new float[3], null);

        assertThat(mean.gradient()).isEmpty();
        assertThat(mean.key()).isEqualTo("mean");
    }

    @Test
    void aParametersArraysHaveToFitItsShape() {
        long[] shape = {2, 3};

        assertThatThrownBy(() -> new ParameterCapture("W", shape, new float[5], null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The shape of the parameter W is for 6 values, but there were 5.");
        assertThatThrownBy(() -> new ParameterCapture("W", shape, new float[6], new float[4]))
                .hasMessage("The gradient of the parameter W is for 4 values, but there were 6.");
    }

    @Test
    void parametersAreEqualByContent() {
        ParameterCapture one = new ParameterCapture("W", new long[] {2}, new float[] {1, 2}, new float[] {3, 4});

        assertThat(one)
                .isEqualTo(new ParameterCapture("W", new long[] {2}, new float[] {1, 2}, new float[] {3, 4}))
                .hasSameHashCodeAs(new ParameterCapture("W", new long[] {2}, new float[] {1, 2}, new float[] {3, 4}))
                .isNotEqualTo(new ParameterCapture("W", new long[] {2}, new float[] {1, 2}, new float[] {3, 5}))
                .isNotEqualTo(new ParameterCapture("W", new long[] {1, 2}, new float[] {1, 2}, new float[] {3, 4}))
                .hasToString("ParameterCapture[W [2]]");
    }
}
