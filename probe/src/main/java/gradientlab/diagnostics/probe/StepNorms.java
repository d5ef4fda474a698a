package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Norms of gradients and parameters, cheap enough for every iteration: a few native sums, no copy. */
final class StepNorms {

    private StepNorms() {}

    /** log10(‖update‖ / ‖parameters‖), inside iterationDone; −∞ without an update. */
    static double log10UpdateRatio(Model model) {
        return Math.log10(norm(model.getGradientsViewArray()) / norm(model.params()));
    }

    /** Whether something in the gradient is NaN or infinite, by its norm. */
    static boolean gradientNotFinite(Model model) {
        return !Double.isFinite(norm(model.getGradientsViewArray()));
    }

    /** Whether something in the parameters is, by their norm. */
    static boolean parametersNotFinite(Model model) {
        return !Double.isFinite(norm(model.params()));
    }

    private static double norm(INDArray array) {
        return array == null ? Double.NaN : StdAndNorm.norm(array);
    }
}
