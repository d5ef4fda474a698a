package gradientlab.rulebenchmark.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Data to train and to test on.
 *
 * @param goal what is to be predicted
 * @param inputs the shape of a row of each input: [features], [channels, time] or, flat, [pixels]
 * @param target the shape of a row of the targets: [outputs] or [outputs, time]
 * @param train rows to train on
 * @param test held-out rows
 */
record ForeignTask(Goal goal, List<long[]> inputs, long[] target, Examples train, Examples test) {

    /** Units of the output. */
    int outputs() {
        return (int) target[0];
    }

    /** The same change of both halves. */
    ForeignTask with(UnaryOperator<Examples> change) {
        return new ForeignTask(goal, inputs, target, change.apply(train), change.apply(test));
    }

    /** A change of what is trained on alone. */
    ForeignTask withTrain(UnaryOperator<Examples> change) {
        return new ForeignTask(goal, inputs, target, change.apply(train), test);
    }

    /** The features as arrays, one for each input. */
    private List<INDArray> features(Examples examples) {
        INDArray[] arrays = new INDArray[inputs.size()];
        for (int k = 0; k < arrays.length; k++) {
            arrays[k] = array(examples.inputs().get(k), inputs.get(k));
        }
        return List.of(arrays);
    }

    MultiDataSet batch(Examples examples) {
        return new MultiDataSet(
                features(examples).toArray(new INDArray[0]), new INDArray[] {array(examples.targets(), target)});
    }

    /** How well an output predicts the held-out targets. */
    double metric(INDArray output) {
        return goal.metric(rows(array(test.targets(), target)), rows(output));
    }

    /** What guessing scores on the held-out rows. */
    double guessing() {
        return goal.guessing(rows(array(test.targets(), target)));
    }

    private static INDArray array(float[][] rows, long[] row) {
        long[] shape = new long[row.length + 1];
        shape[0] = rows.length;
        System.arraycopy(row, 0, shape, 1, row.length);
        int width = rows[0].length;
        float[] flat = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * width, width);
        }
        return Nd4j.create(flat, shape, 'c');
    }

    /** A step of time is a row of its own. */
    private static double[][] rows(INDArray array) {
        INDArray table = array.rank() == 2
                ? array
                : array.permute(0, 2, 1).dup('c').reshape('c', array.size(0) * array.size(2), array.size(1));
        return table.castTo(DataType.DOUBLE).toDoubleMatrix();
    }

    /** With the columns of the first input standardised. */
    ForeignTask standardised() {
        return standardised(0);
    }

    /**
     * With each column of an input at mean 0 and standard deviation 1 over the training rows; a column that is constant
     * becomes 0.
     */
    ForeignTask standardised(int input) {
        float[][] rows = train.inputs().get(input);
        double[] mean = means(rows);
        double[] std = new double[mean.length];
        for (int j = 0; j < mean.length; j++) {
            int column = j;
            double variance = Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean[column]) * (row[column] - mean[column]))
                    .average()
                    .orElseThrow();
            std[j] = variance == 0 ? 1 : Math.sqrt(variance);
        }
        return with(examples -> examples.input(input, (j, x) -> (x - mean[j]) / std[j]));
    }

    /** With the mean of each column of the targets, over the training rows, subtracted, and all of them divided. */
    ForeignTask targetsScaled(double std) {
        double[] mean = means(train.targets());
        return with(examples -> examples.targets((k, y) -> (y - mean[k]) / std));
    }

    private static double[] means(float[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToDouble(j ->
                        Arrays.stream(rows).mapToDouble(row -> row[j]).average().orElseThrow())
                .toArray();
    }
}
