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
 * @param name name of the layer or vertex
 * @param kind simple name of the DL4J configuration class, such as DenseLayer
 * @param nonlinearity the nonlinearity inside; IDENTITY without one, OTHER when it is not known
 * @param preActivation z, examples × units
 * @param activation a, examples × units
 * @param delta δ, examples × units; {@link Matrix#EMPTY} where the backward pass does not reach
 * @param parameters parameters of the layer, in its own order; empty without any
 */
public record LayerCapture(
        String name,
        String kind,
        ActivationFunction nonlinearity,
        Matrix preActivation,
        Matrix activation,
        Matrix delta,
        List<ParameterCapture> parameters) {

    /** Copies the list of parameters. */
    public LayerCapture {
        parameters = List.copyOf(parameters);
    }
}
