package gradientlab.diagnostics.remedy;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * One batch: an array per input and per output; a mask array is null where there is none, as in DL4J.
 *
 * @param features arrays whose dimension 0 is the example
 * @param labels arrays whose dimension 0 is the example
 */
public record Batch(INDArray[] features, INDArray[] labels, INDArray[] featureMasks, INDArray[] labelMasks) {

    /** Throws {@link IllegalArgumentException} without features, labels or examples. */
    public Batch {
        requireArrays("features", features);
        requireArrays("labels", labels);
        if (features[0].size(0) == 0) {
            throw new IllegalArgumentException("A batch to measure needs at least 1 example, but it had none.");
        }
    }

    /** A batch of a network with one input and one output. */
    public static Batch of(DataSet data) {
        return new Batch(
                new INDArray[] {data.getFeatures()},
                new INDArray[] {data.getLabels()},
                masks(data.getFeaturesMaskArray()),
                masks(data.getLabelsMaskArray()));
    }

    /** A batch of any graph. */
    public static Batch of(MultiDataSet data) {
        return new Batch(
                data.getFeatures(), data.getLabels(), data.getFeaturesMaskArrays(), data.getLabelsMaskArrays());
    }

    /** The batch of a network with one input and one output. */
    public DataSet toDataSet() {
        return new org.nd4j.linalg.dataset.DataSet(features[0], labels[0], first(featureMasks), first(labelMasks));
    }

    private static INDArray first(INDArray[] masks) {
        return masks == null ? null : masks[0];
    }

    /** Throws {@link IllegalArgumentException} unless there is one array for each input and output of the network. */
    public void requireArrays(int inputs, int outputs) {
        if (features.length != inputs || labels.length != outputs) {
            throw new IllegalArgumentException("The network has " + inputs + " input(s) and " + outputs
                    + " output(s), but the batch had " + features.length + " and " + labels.length + ".");
        }
    }

    /** The same with other features of one input. */
    public Batch withFeatures(int input, INDArray other) {
        INDArray[] others = features.clone();
        others[input] = other;
        return new Batch(others, labels, featureMasks, labelMasks);
    }

    /** The same with other labels of one output. */
    public Batch withLabels(int output, INDArray other) {
        INDArray[] others = labels.clone();
        others[output] = other;
        return new Batch(features, others, featureMasks, labelMasks);
    }

    /** Number of examples. */
    public int size() {
        return Math.toIntExact(features[0].size(0));
    }

    /** How many numbers its features and labels have. */
    long length() {
        return Stream.of(features, labels)
                .flatMap(Arrays::stream)
                .mapToLong(INDArray::length)
                .sum();
    }

    /** A copy that shares no array with it; to be made outside all workspaces. */
    Batch copy() {
        return new Batch(copy(features), copy(labels), copy(featureMasks), copy(labelMasks));
    }

    /** A step of training on a copy of it. */
    void fit(Model network) {
        Batch own = copy();
        if (network instanceof ComputationGraph graph) {
            graph.fit(own.features, own.labels, own.featureMasks, own.labelMasks);
        } else {
            ((MultiLayerNetwork) network).fit(own.toDataSet());
        }
    }

    private static INDArray[] copy(INDArray[] arrays) {
        return arrays == null
                ? null
                : Arrays.stream(arrays)
                        .map(array -> array == null ? null : array.dup())
                        .toArray(INDArray[]::new);
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
