package gradientlab.engine.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.ParameterCapture;

/** Compares captures field by field, numbers to the rounding of float32. */
final class Captures {

    /** In multiples of the greatest value of an array: sums of hundreds of products in another order, five layers. */
    private static final double ROUNDING = 2e-5;

    /** Gradients that are 0 but for rounding, such as that of a bias that batch norm takes away again. */
    private static final double ZERO = 5e-8;

    private Captures() {}

    static void assertSame(Capture actual, Capture expected) {
        assertThat(actual.iteration()).isEqualTo(expected.iteration());
        assertThat(actual.output()).isEqualTo(expected.output());
        assertClose("loss", new float[] {(float) actual.loss()}, new float[] {(float) expected.loss()});
        assertClose("logits", actual.logits(), expected.logits());
        assertThat(actual.layers()).hasSameSizeAs(expected.layers());
        for (int i = 0; i < expected.layers().size(); i++) {
            assertSame(actual.layers().get(i), expected.layers().get(i));
        }
    }

    private static void assertSame(LayerCapture actual, LayerCapture expected) {
        String name = expected.name();
        assertThat(actual.name()).isEqualTo(name);
        assertThat(actual.kind()).isEqualTo(expected.kind());
        assertThat(actual.nonlinearity()).as(name).isEqualTo(expected.nonlinearity());
        assertClose(name + " z", actual.preActivation(), expected.preActivation());
        assertClose(name + " a", actual.activation(), expected.activation());
        assertClose(name + " δ", actual.delta(), expected.delta());
        assertThat(actual.parameters()).as(name).hasSameSizeAs(expected.parameters());
        for (int i = 0; i < expected.parameters().size(); i++) {
            assertSame(name, actual.parameters().get(i), expected.parameters().get(i));
        }
    }

    private static void assertSame(String layer, ParameterCapture actual, ParameterCapture expected) {
        String name = layer + " " + expected.key();
        assertThat(actual.name()).isEqualTo(expected.name());
        assertThat(actual.key()).isEqualTo(expected.key());
        assertThat(actual.shape()).as(name).isEqualTo(expected.shape());
        assertThat(actual.values()).as(name).isEqualTo(expected.values());
        assertClose(name + " gradient", actual.gradient(), expected.gradient());
    }

    private static void assertClose(String what, Matrix actual, Matrix expected) {
        assertThat(actual.rows()).as(what).isEqualTo(expected.rows());
        assertThat(actual.columns()).as(what).isEqualTo(expected.columns());
        assertClose(what, actual.values(), expected.values());
    }

    private static void assertClose(String what, float[] actual, float[] expected) {
        assertThat(actual.length).as(what).isEqualTo(expected.length);
        double greatest = 0;
        for (float value : expected) {
            greatest = Float.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
        }
        for (int i = 0; i < expected.length; i++) {
            boolean same = Float.compare(actual[i], expected[i]) == 0;
            if (!same && !(Math.abs(actual[i] - expected[i]) <= ROUNDING * greatest + ZERO)) {
                assertThat(actual[i])
                        .as("%s, value %d, greatest %s", what, i, greatest)
                        .isEqualTo(expected[i]);
            }
        }
    }
}
