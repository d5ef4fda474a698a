package gradientlab.rulebenchmark.cases;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The held-out metric of a program: accuracy, share of right bits, or R². */
public final class Metric {

    private Metric() {}

    /** Of the network's output on the test rows; R² is NaN where a value is not finite, elsewhere such a value is 0. */
    static double of(Spec data, CaseData rows, INDArray output) {
        double[][] o = output.castTo(org.nd4j.linalg.api.buffer.DataType.DOUBLE).toDoubleMatrix();
        return switch (data.text("problem")) {
            case "regression" -> rSquared(doubles(rows.testY()), o);
            case "multilabel" -> bits(rows.testLabels(), o);
            default -> accuracy(data, rows.testLabels(), o);
        };
    }

    /** What guessing scores: the largest class, or each bit's more frequent value; 0 for R². */
    static double baseline(Spec data, CaseData rows) {
        double[][] labels = rows.testLabels();
        return switch (data.text("problem")) {
            case "regression" -> 0;
            case "multilabel" -> bitsByGuessing(labels);
            default -> {
                Map<Double, Integer> counts = new HashMap<>();
                for (double[] label : labels) {
                    counts.merge(label[0], 1, Integer::sum);
                }
                yield counts.values().stream().mapToInt(Integer::intValue).max().orElse(0) / (double) labels.length;
            }
        };
    }

    /** The share of right bits where each column's more frequent value is guessed. */
    public static double bitsByGuessing(double[][] labels) {
        double sum = 0;
        for (double mean : Columns.mean(labels)) {
            sum += Math.max(mean, 1 - mean);
        }
        return sum / labels[0].length;
    }

    private static double accuracy(Spec data, double[][] labels, double[][] o) {
        if (data.text("targets").equals("ordinal")) {
            return ordinal(labels, o);
        }
        boolean index = data.text("targets").equals("index") && data.whole("classes") > 2;
        int right = 0;
        for (int i = 0; i < o.length; i++) {
            finite(o[i]);
            int predicted =
                    o[i].length > 1 ? Columns.argmax(o[i]) : index ? (int) Math.rint(o[i][0]) : o[i][0] > 0.5 ? 1 : 0;
            right += predicted == (int) labels[i][0] ? 1 : 0;
        }
        return (double) right / o.length;
    }

    private static double ordinal(double[][] labels, double[][] o) {
        int right = 0;
        for (int i = 0; i < o.length; i++) {
            right += Arrays.stream(o[i]).filter(bit -> bit > 0.5).count() == (long) labels[i][0] ? 1 : 0;
        }
        return (double) right / o.length;
    }

    private static void finite(double[] row) {
        Arrays.setAll(row, k -> Double.isFinite(row[k]) ? row[k] : 0);
    }

    /** The share of right bits; an output counts as 1 above 0.5. */
    public static double bits(double[][] labels, double[][] o) {
        int right = 0;
        for (int i = 0; i < o.length; i++) {
            for (int k = 0; k < o[i].length; k++) {
                right += o[i][k] > 0.5 == labels[i][k] > 0.5 ? 1 : 0;
            }
        }
        return (double) right / (o.length * o[0].length);
    }

    /** 1 − Σ(o − t)² / Σ(t − mean of its column)², over all columns; NaN where an output is not finite. */
    public static double rSquared(double[][] t, double[][] o) {
        double[] mean = Columns.mean(t);
        double residual = 0;
        double total = 0;
        for (int i = 0; i < t.length; i++) {
            for (int k = 0; k < mean.length; k++) {
                residual += (o[i][k] - t[i][k]) * (o[i][k] - t[i][k]);
                total += (t[i][k] - mean[k]) * (t[i][k] - mean[k]);
            }
        }
        return 1 - residual / total;
    }

    private static double[][] doubles(float[][] rows) {
        return Arrays.stream(rows)
                .map(row ->
                        IntStream.range(0, row.length).mapToDouble(k -> row[k]).toArray())
                .toArray(double[][]::new);
    }
}
