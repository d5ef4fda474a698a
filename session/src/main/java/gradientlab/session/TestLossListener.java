package gradientlab.session;

import org.deeplearning4j.optimize.api.TrainingListener;

/** A listener that is also told the loss on test examples, which no hook of DL4J's carries. */
public interface TestLossListener extends TrainingListener {

    /**
     * The test loss between two steps.
     *
     * @param iteration updates made before
     * @param loss mean cross entropy; may be NaN or infinite
     */
    void tested(int iteration, double loss);
}
