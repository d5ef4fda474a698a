package gradientlab.diagnostics.probe;

import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One batch: an array per input and per output; a mask array is null where there is none, as in DL4J.
 *
 * @param features arrays whose dimension 0 is the example
 * @param labels arrays whose dimension 0 is the example
 */
record Batch(INDArray[] features, INDArray[] labels, INDArray[] featureMasks, INDArray[] labelMasks) {

    Batch {
        requireArrays("features", features);
        requireArrays("labels", labels);
        if (features[0].size(0) == 0) {
            throw new IllegalArgumentException("A batch to measure needs at least 1 example, but it had none.");
        }
    }

    static Batch of(DataSet data) {
        return new Batch(
                new INDArray[] {data.getFeatures()},
                new INDArray[] {data.getLabels()},
                masks(data.getFeaturesMaskArray()),
                masks(data.getLabelsMaskArray()));
    }

    static Batch of(MultiDataSet data) {
        return new Batch(
                data.getFeatures(), data.getLabels(), data.getFeaturesMaskArrays(), data.getLabelsMaskArrays());
    }

    /** The batch of a network with one input and one output. */
    DataSet toDataSet() {
        return new org.nd4j.linalg.dataset.DataSet(features[0], labels[0], first(featureMasks), first(labelMasks));
    }

    private static INDArray first(INDArray[] masks) {
        return masks == null ? null : masks[0];
    }

    /** Throws {@link IllegalArgumentException} unless there is one array for each input and output of the network. */
    void requireArrays(int inputs, int outputs) {
        if (features.length != inputs || labels.length != outputs) {
            throw new IllegalArgumentException("The network has " + inputs + " input(s) and " + outputs
                    + " output(s), but the batch had " + features.length + " and " + labels.length + ".");
        }
    }

    /** The same with other features of one input. */
    Batch withFeatures(int input, INDArray other) {
        INDArray[] others = features.clone();
        others[input] = other;
        return new Batch(others, labels, featureMasks, labelMasks);
    }

    /** The same with other labels of one output. */
    Batch withLabels(int output, INDArray other) {
        INDArray[] others = labels.clone();
        others[output] = other;
        return new Batch(features, others, featureMasks, labelMasks);
    }

    int size() {
        return Math.toIntExact(features[0].size(0));
    }

    private static INDArray[] masks(INDArray mask) {
        return mask == null ? null : new INDArray[] {mask};
    }

    private static void requireArrays(String what, INDArray[] arrays) {
        if (arrays == null || arrays.length == 0 || Arrays.stream(arrays).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A batch to measure needs " + what + ", but there were none.");
        }
    }
}
