package gradientlab.experiments.run;

import gradientlab.mnist.LabelledImages;
import gradientlab.ui.DashboardListener;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Tells dashboards the loss on the lecture's test examples; where there is none, nothing is evaluated.
 *
 * @param examples the examples
 * @param dashboards who is told
 */
record TestLoss(LabelledImages examples, List<DashboardListener> dashboards) {

    static TestLoss toldTo(List<TrainingListener> listeners, LabelledImages examples) {
        return new TestLoss(
                examples,
                listeners.stream()
                        .filter(DashboardListener.class::isInstance)
                        .map(DashboardListener.class::cast)
                        .toList());
    }

    /** Between two steps. */
    void at(MultiLayerNetwork network) {
        if (!dashboards.isEmpty()) {
            int size = Math.min(Evaluation.LECTURE_TEST_EXAMPLES, examples.size());
            double loss = Evaluation.of(network, examples, size).loss();
            dashboards.forEach(dashboard -> dashboard.tested(network.getIterationCount(), loss));
        }
    }
}
