package gradientlab.engine;

import org.nd4j.linalg.dataset.api.DataSet;

/**
 * Takes training steps on one network.
 *
 * <p>After a step the network is what {@code MultiLayerNetwork.fit(DataSet)} leaves: parameters, updater state, score,
 * iteration and epoch counts; the network's listeners were called in the same order with the same contents. So a run can
 * be saved, evaluated and gone on with by another engine between any two steps. Not for several threads at once.
 */
public interface StepEngine {

    /** Takes one step on one minibatch. */
    void fit(DataSet batch);

    /** Which engine this is, and why it was taken. */
    EngineChoice choice();

    /**
     * Shows every layer of every further step to an observer, in addition to those that look on already.
     *
     * @throws IllegalStateException if this engine has no plain arrays to show, which is so for {@link Engine#DL4J}
     */
    void observe(StepObserver observer);
}
