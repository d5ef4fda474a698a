package gradientlab.explorer;

import java.util.Arrays;
import org.nd4j.linalg.dataset.DataSet;

/** How large the examples of a batch are, by the mean square of their pixels. */
final class InputSizes {

    /** As many as the theory is asked about: with eight groups its line of z is that of each example within 2 %. */
    private static final int GROUPS = 8;

    private final double[] ascending;

    InputSizes(DataSet batch) {
        float[] pixels = batch.getFeatures().dup('c').data().asFloat();
        int examples = batch.numExamples();
        int inputs = pixels.length / examples;
        ascending = new double[examples];
        for (int i = 0; i < pixels.length; i++) {
            ascending[i / inputs] += (double) pixels[i] * pixels[i] / inputs;
        }
        Arrays.sort(ascending);
    }

    double meanSquare() {
        return Arrays.stream(ascending).average().orElseThrow();
    }

    /** The means of groups of equal size, from the smallest examples to the largest. */
    double[] groups() {
        int groups = Math.min(GROUPS, ascending.length);
        double[] means = new double[groups];
        for (int group = 0; group < groups; group++) {
            int from = group * ascending.length / groups;
            int to = (group + 1) * ascending.length / groups;
            means[group] = Arrays.stream(ascending, from, to).average().orElseThrow();
        }
        return means;
    }
}
