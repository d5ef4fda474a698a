package gradientlab.diagnostics.facts;

import gradientlab.diagnostics.Matrix;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Batches of a table for the tests. */
final class Batches {

    private Batches() {}

    static Matrix matrix(float[]... rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[0].length);
        }
        return new Matrix(rows.length, rows[0].length, values);
    }

    static Matrix matrix(int rows, IntFunction<float[]> row) {
        float[][] all = new float[rows][];
        for (int i = 0; i < rows; i++) {
            all[i] = row.apply(i);
        }
        return matrix(all);
    }

    static BatchData table(Matrix features, Matrix targets) {
        return new BatchData(
                features.rows(),
                List.of(new BatchData.Input(InputKind.TABLE, features, features, false)),
                List.of(new BatchData.Target(targets, targets, targets.rows(), 0)));
    }

    static float[] oneHot(int classes, int index) {
        float[] row = new float[classes];
        row[index] = 1;
        return row;
    }

    static float[] gaussian(Random random, int columns) {
        float[] row = new float[columns];
        for (int j = 0; j < columns; j++) {
            row[j] = (float) random.nextGaussian();
        }
        return row;
    }

    static OutputFacts output(LossKind loss, String activation) {
        return new OutputFacts("out", "OutputLayer", activation, loss, "", false, true, 0);
    }

    static DataCollector collector(LossKind loss, String activation) {
        return new DataCollector(List.of("input"), List.of(output(loss, activation)));
    }

    static TargetFacts target(DataCollector collector) {
        return collector.facts().targets().get(0);
    }
}
