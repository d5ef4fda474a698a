package gradientlab.rulebenchmark.cases;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Scales the whole gradient down to a norm, which DL4J does for single layers only. */
final class GlobalClipping extends BaseTrainingListener {

    private final double norm;

    /** @param norm the largest norm of the mean gradient over the batch */
    GlobalClipping(double norm) {
        this.norm = norm;
    }

    /** DL4J's gradient is still the sum over the batch here. */
    @Override
    public void onGradientCalculation(Model model) {
        INDArray gradient = model.getGradientsViewArray();
        double length = gradient.norm2Number().doubleValue() / model.batchSize();
        if (length > norm) {
            gradient.muli(norm / length);
        }
    }
}
