package gradientlab.diagnostics.probe;

import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What is cheap enough to be looked at in every iteration: a few native sums, no copy. */
final class Vitals {

    private Vitals() {}

    /** log10(‖update‖ / ‖parameters‖), inside iterationDone; −∞ without an update. */
    static double log10UpdateRatio(Model model) {
        return Math.log10(norm(model.getGradientsViewArray()) / norm(model.params()));
    }

    /** A norm that is not finite: something in it is not. */
    static boolean gradientSuspicious(Model model) {
        return !Double.isFinite(norm(model.getGradientsViewArray()));
    }

    /** The same of the parameters. */
    static boolean parametersSuspicious(Model model) {
        return !Double.isFinite(norm(model.params()));
    }

    private static double norm(INDArray array) {
        return array == null ? Double.NaN : StdAndNorm.norm(array);
    }
}
