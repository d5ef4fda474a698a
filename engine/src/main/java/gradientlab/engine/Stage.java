package gradientlab.engine;

/**
 * What one DL4J layer does in a training step.
 *
 * <p>A stage owns its output. Backwards it is asked for two things in this order: the gradients of its parameters, which
 * it writes into the network's flattened gradients as sums over the batch, and then, unless nothing comes before it, the
 * gradient with respect to its input.
 */
abstract class Stage {

    final LayerPlace place;
    final Signal output;

    Stage(LayerPlace place) {
        this.place = place;
        this.output = new Signal(place.rows(), place.out());
    }

    /** Whether the stage reads its input from native memory rather than from the Java array. */
    boolean readsNative() {
        return false;
    }

    /** Computes the Java array of the output. */
    abstract void forward(Signal input, int rows);

    /** From the gradient with respect to the output, which stays as it is. */
    void parameterGradients(Signal input, Delta delta, int rows) {}

    /** Turns the gradient with respect to the output into that with respect to the input. */
    abstract void inputGradient(Signal input, Delta delta, int rows);

    /** The weights whose gradient an observer sees, or null. */
    Parameter weights() {
        return null;
    }
}
