package gradientlab.lab.run;

import gradientlab.mnist.LabelledImages;
import java.util.Arrays;
import org.nd4j.linalg.dataset.DataSet;

/**
 * What a network makes of each of a number of examples, in file order.
 *
 * @param losses the loss of each
 * @param right whether its most probable class is the label
 */
record Answers(double[] losses, boolean[] right) {

    private static final int CHUNK = 1_000;

    /**
     * Asks about the first {@code examples}: one forward pass over each chunk of them.
     *
     * <p>A chunk is always whole: the last bits of a matrix product depend on its size, and so an example's loss would
     * depend on how many were asked about.
     */
    static Answers of(Net network, LabelledImages images, int examples) {
        Answers answers = new Answers(new double[examples], new boolean[examples]);
        for (int from = 0; from < examples; from += CHUNK) {
            DataSet chunk = images.range(from, Math.min(images.size(), from + CHUNK));
            Inference inference = network.inference(chunk);
            for (int i = 0; i < Math.min(CHUNK, examples - from); i++) {
                answers.losses[from + i] = inference.losses()[i];
                answers.right[from + i] = inference.classes()[i] == images.label(from + i);
            }
        }
        return answers;
    }

    /** The evaluation on the first {@code examples} of these. */
    Evaluation first(int examples) {
        int hits = 0;
        for (int i = 0; i < examples; i++) {
            hits += right[i] ? 1 : 0;
        }
        double loss = Arrays.stream(losses, 0, examples).sum() / examples;
        return new Evaluation(loss, (double) hits / examples);
    }
}
