package gradientlab.sweep;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.MlpCapture;
import gradientlab.model.MlpSpec;
import java.util.List;

/**
 * What a cell came to, from which its measures are read; what no measure needs is null.
 *
 * @param spec the network
 * @param fresh its inside on the batch of the first step
 * @param findings what the rules say of that
 * @param losses of each step's batch before its update; empty without training
 * @param end the inside after the training, on 1,000 training examples
 * @param firstTest the evaluation at the end on the first test examples, as many as the lecture takes
 * @param test the evaluation at the end on all test examples
 * @param seconds of processor time
 */
record CellResult(
        MlpSpec spec,
        Capture fresh,
        List<Finding> findings,
        List<Double> losses,
        Capture end,
        Evaluation firstTest,
        Evaluation test,
        double seconds) {

    MlpCapture inside(Capture capture) {
        return new MlpCapture(capture, spec.activation());
    }

    int depth() {
        return spec.hidden().size();
    }

    /** Of all hidden layers. */
    int units() {
        return spec.hidden().stream().mapToInt(Integer::intValue).sum();
    }
}
