package gradientlab.lab.run;

import gradientlab.mnist.LabelledImages;
import gradientlab.session.TestLossListener;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Tells listeners the loss on the lecture's test examples; where there is none, nothing is evaluated.
 *
 * @param examples the examples
 * @param listeners who is told
 */
record TestLoss(LabelledImages examples, List<TestLossListener> listeners) {

    static TestLoss toldTo(List<TrainingListener> all, LabelledImages examples) {
        return new TestLoss(
                examples,
                all.stream()
                        .filter(TestLossListener.class::isInstance)
                        .map(TestLossListener.class::cast)
                        .toList());
    }

    /** Between two steps. */
    void at(MultiLayerNetwork network) {
        if (!listeners.isEmpty()) {
            int size = Math.min(Evaluation.LECTURE_TEST_EXAMPLES, examples.size());
            double loss = Evaluation.of(network, examples, size).loss();
            listeners.forEach(listener -> listener.tested(network.getIterationCount(), loss));
        }
    }
}
