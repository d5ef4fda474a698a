package gradientlab.diagnostics;

import java.util.List;

/** Walks a capture in the order of computation until something is not finite. */
public final class NonFiniteSearch {

    private final int examples;
    private NonFinite found = NonFinite.NONE;

    private NonFiniteSearch(int examples) {
        this.examples = examples;
    }

    /** Input, then per layer parameters, z, a; then the loss; then backwards δ and gradients. */
    public static NonFinite first(List<Matrix> inputs, Capture capture, int examples) {
        NonFiniteSearch search = new NonFiniteSearch(examples);
        inputs.forEach(input -> search.matrix("", "input", input));
        for (LayerCapture layer : capture.layers()) {
            layer.parameters().forEach(p -> search.parameter(layer, p.name(), p, p.values()));
            search.matrix(layer.name(), "pre-activation", layer.preActivation());
            search.matrix(layer.name(), "activation", layer.activation());
        }
        if (!search.found.exists() && !Double.isFinite(capture.loss())) {
            search.found = NonFinite.loss(capture.loss());
        }
        for (int i = capture.layers().size() - 1; i >= 0; i--) {
            LayerCapture layer = capture.layers().get(i);
            search.matrix(layer.name(), "delta", layer.delta());
            for (ParameterCapture p : layer.parameters()) {
                search.parameter(layer, "gradient of " + p.name(), p, p.gradient());
            }
        }
        return search.found;
    }

    private void matrix(String layer, String tensor, Matrix matrix) {
        int at = found.exists() ? -1 : indexOfNonFinite(matrix.values());
        if (at >= 0) {
            found = new NonFinite(
                    layer, tensor, at % matrix.columns(), example(matrix, at), Float.toString(matrix.values()[at]));
        }
    }

    /** An example has as many rows as it has places or steps; −1 where steps are masked and rows left out. */
    private int example(Matrix matrix, int at) {
        boolean whole = examples > 0 && matrix.rows() % examples == 0;
        return whole ? at / matrix.columns() / (matrix.rows() / examples) : -1;
    }

    /** Where no layout is known the values of one unit lie next to each other: see {@link Symmetry}. */
    private void parameter(LayerCapture layer, String tensor, ParameterCapture parameter, float[] values) {
        int at = found.exists() ? -1 : indexOfNonFinite(values);
        if (at >= 0) {
            int units = layer.preActivation().columns();
            int unit = parameter.layout().perUnit()
                    ? parameter.layout().unitOf(at)
                    : units > 0 && values.length % units == 0 ? at / (values.length / units) : -1;
            found = new NonFinite(layer.name(), tensor, unit, -1, Float.toString(values[at]));
        }
    }

    private static int indexOfNonFinite(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                return i;
            }
        }
        return -1;
    }
}
