package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.List;

/**
 * What two examples are compared by: all their values, and of inputs that are indices of words how often each word came,
 * whatever the order.
 *
 * <p>Words share {@value #PLACES} places, so that a large vocabulary costs no more than a small one (Weinberger et al. 2009,
 * Feature hashing for large scale multitask learning).
 */
final class WordCounts {

    static final int PLACES = 64;

    private WordCounts() {}

    /** The row of one example. */
    static float[] comparable(BatchData batch, int example) {
        List<BatchData.Input> inputs = batch.inputs();
        float[] row = new float[inputs.stream().mapToInt(WordCounts::columns).sum()];
        int next = 0;
        for (BatchData.Input input : inputs) {
            Matrix all = input.examples();
            int from = example * all.columns();
            if (input.kind() == InputKind.INDICES) {
                for (int k = from; k < from + all.columns(); k++) {
                    row[next + Math.floorMod((int) all.values()[k], PLACES)]++;
                }
            } else {
                System.arraycopy(all.values(), from, row, next, all.columns());
            }
            next += columns(input);
        }
        return row;
    }

    private static int columns(BatchData.Input input) {
        return input.kind() == InputKind.INDICES ? PLACES : input.examples().columns();
    }
}
