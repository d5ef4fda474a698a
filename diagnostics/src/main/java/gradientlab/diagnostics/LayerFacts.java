package gradientlab.diagnostics;

import gradientlab.activations.ActivationFunction;
import java.util.List;

/**
 * What does not change about a layer or vertex.
 *
 * @param name its name
 * @param kind simple name of the DL4J configuration class, such as DenseLayer
 * @param role what it does
 * @param nonlinearity the nonlinearity inside; IDENTITY without one, OTHER when it is not known
 * @param bias whether it has a bias
 * @param normInside whether it normalises inside, between weights and nonlinearity (layer norm)
 * @param inputs names of the layers, vertices or network inputs that feed it
 */
public record LayerFacts(
        String name,
        String kind,
        Role role,
        ActivationFunction nonlinearity,
        boolean bias,
        boolean normInside,
        List<String> inputs) {

    /** Copies the list of inputs. */
    public LayerFacts {
        inputs = List.copyOf(inputs);
    }

    /** Whether it multiplies by weights and is no output. */
    public boolean hiddenWeights() {
        return role == Role.WEIGHTS || role == Role.RECURRENT || role == Role.EMBEDDING;
    }

    /** Whether rules about single units apply: hidden, and with limits of saturation on z. */
    public boolean unitRules() {
        return (hiddenWeights() || role == Role.ACTIVATION)
                && nonlinearity != ActivationFunction.IDENTITY
                && nonlinearity.unsaturated().defined();
    }

    /** Whether its nonlinearity is flat at 0, as rectifiers are: there half of all z lie on the flat side for good. */
    public boolean rectifier() {
        return nonlinearity.rectifier();
    }

    /** Whether what it does is linear in its input. */
    public boolean linear() {
        boolean plain =
                role == Role.WEIGHTS || role == Role.BATCH_NORM || role == Role.PASSIVE || role == Role.ACTIVATION;
        return plain && !normInside && nonlinearity == ActivationFunction.IDENTITY;
    }
}
