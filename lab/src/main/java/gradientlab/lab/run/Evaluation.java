package gradientlab.lab.run;

import gradientlab.mnist.LabelledImages;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A network's loss and accuracy on examples it was not trained on, in inference (batch norm on running statistics).
 *
 * @param loss the mean cross entropy; NaN if any example's is
 * @param accuracy the share of examples whose largest logit is the label's; the first of equal ones counts
 */
public record Evaluation(double loss, double accuracy) {

    /** The lecture tests on its first 101 batches of 32, unshuffled. */
    public static final int LECTURE_TEST_EXAMPLES = 101 * 32;

    /** Evaluates the first {@code examples} in file order. */
    public static Evaluation of(MultiLayerNetwork network, LabelledImages images, int examples) {
        return of(Net.of(network), images, examples);
    }

    /** Evaluates the first {@code examples} in file order. */
    public static Evaluation of(Net network, LabelledImages images, int examples) {
        return Answers.of(network, images, examples).first(examples);
    }
}
