package gradientlab.engine;

/**
 * Looks at what a training step has in hand, before the update and without any of it being computed again.
 *
 * <p>In each step {@link #wants} is asked once; where it says yes, {@link #layer} is called for every layer from the
 * last to the first, then {@link #stepDone}. The arrays are the engine's own: they are valid during the call alone, may
 * be longer than what is said to be in them, and must not be changed.
 */
public interface StepObserver {

    /** Whether to show the step of this number, counted from 0 over the whole training. */
    default boolean wants(int iteration) {
        return true;
    }

    /** One layer of the step. */
    void layer(LayerStep layer);

    /** The parameters' update has been made; the batch's mean loss before it. */
    default void stepDone(int iteration, double loss) {}
}
