package gradientlab.session;

import java.io.IOException;
import java.util.Iterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.dataset.api.DataSet;

/** A listener whose record of a training another process can go on with. */
public interface ResumableListener extends TrainingListener {

    /**
     * Everything recorded so far, between two steps, after at least one.
     *
     * @throws IOException if it cannot be written down
     */
    byte[] state() throws IOException;

    /**
     * Goes on where another listener of the same kind stood, before its own first step.
     *
     * @param state what {@link #state} has made
     * @param model the network as it was then
     * @param batches those of every step so far, in their order
     * @throws IOException if the state is none
     */
    void resume(byte[] state, Model model, Iterator<? extends DataSet> batches) throws IOException;
}
