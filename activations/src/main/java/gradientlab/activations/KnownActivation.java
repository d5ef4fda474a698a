package gradientlab.activations;

/**
 * An implementation of a row of the table in any library: by this a network's own class of activation function says what
 * it computes, so that whoever reads the network knows where it saturates.
 */
public interface KnownActivation {

    /** The row that it computes; never null. */
    ActivationFunction activationFunction();
}
