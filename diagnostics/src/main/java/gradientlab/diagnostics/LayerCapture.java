package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import java.util.List;

/**
 * What one layer (or vertex of a graph) held during one forward and one backward pass.
 *
 * <p>With a nonlinearity f inside the layer: pre-activation z, activation a = f(z), delta δ = ∂L/∂z. Without one: z and
 * a are both the output, δ = ∂L/∂output. A layer that is nothing but a nonlinearity: z is its input. For the output
 * layer z are the logits. L is the batch's mean loss.
 *
 * <p>A recurrent layer has a row for every step of every example that is not masked, and a is its output h_t. A simple one
 * has z and δ = ∂L/∂z as above; one with gates shows the z of its candidate and δ = ∂L/∂h_t, through time included.
 *
 * @param name name of the layer or vertex
 * @param kind simple name of the DL4J configuration class, such as DenseLayer
 * @param nonlinearity the nonlinearity inside; IDENTITY without one, OTHER when it is not known
 * @param preActivation z, examples × units
 * @param activation a, examples × units
 * @param delta δ, examples × units; {@link Matrix#EMPTY} where the backward pass does not reach
 * @param parameters parameters of the layer, in its own order; empty without any
 * @param gates the gates of a recurrent layer; empty without any
 * @param time δ at each step of time; {@link TimeProfile#NONE} for a layer without time
 */
public record LayerCapture(
        String name,
        String kind,
        ActivationFunction nonlinearity,
        Matrix preActivation,
        Matrix activation,
        Matrix delta,
        List<ParameterCapture> parameters,
        List<GateCapture> gates,
        TimeProfile time) {

    /** Copies the lists. */
    public LayerCapture {
        parameters = List.copyOf(parameters);
        gates = List.copyOf(gates);
    }

    /** A layer without time. */
    public LayerCapture(
            String name,
            String kind,
            ActivationFunction nonlinearity,
            Matrix preActivation,
            Matrix activation,
            Matrix delta,
            List<ParameterCapture> parameters) {
        this(name, kind, nonlinearity, preActivation, activation, delta, parameters, List.of(), TimeProfile.NONE);
    }
}
