package gradientlab.rulebenchmark.cases;

import gradientlab.mnist.MnistDataset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a program trains and is tested on.
 *
 * @param x scaled features of the training rows
 * @param y their targets, coded and scaled
 * @param testX scaled features of the test rows
 * @param testY their targets
 * @param testLabels the class numbers or values of the test rows as the recipe has them
 * @param meanOfBatch whether every target of a batch is the batch's mean: a fault of labels
 */
record CaseData(
        float[][] x, float[][] y, float[][] testX, float[][] testY, double[][] testLabels, boolean meanOfBatch) {

    static CaseData of(Spec program, MnistDataset mnist) {
        Spec data = program.child("data");
        CaseRows[] rows = Recipes.of(data, mnist);
        Scaling features = Scaling.fitted(program, "inputScaling", rows[0].x());
        Scaling heldOut =
                program.has("heldOutScaling") ? Scaling.fitted(program, "heldOutScaling", rows[0].x()) : features;
        if (data.text("targets").equals("features")) {
            float[][] x = features.of(rows[0].x());
            float[][] testX = heldOut.of(rows[1].x());
            return new CaseData(x, x, testX, testX, rows[1].x(), false);
        }
        double[][] targets = coded(data, spoilt(data, rows[0].y()));
        double[][] testTargets = coded(data, rows[1].y());
        Scaling scaling = Scaling.fitted(program, "targetScaling", targets);
        return new CaseData(
                features.of(rows[0].x()),
                scaling.of(targets),
                heldOut.of(rows[1].x()),
                scaling.of(testTargets),
                rows[1].y(),
                data.has("labelFault") && data.child("labelFault").text("kind").equals("batchMean"));
    }

    private static double[][] spoilt(Spec data, double[][] labels) {
        if (!data.has("labelFault")) {
            return labels;
        }
        Spec fault = data.child("labelFault");
        return switch (fault.text("kind")) {
            case "shuffled" -> {
                int[] order = Recipes.shuffle(new Random(fault.whole("seed", 7)), labels.length);
                yield Arrays.stream(order).mapToObj(i -> labels[i]).toArray(double[][]::new);
            }
            case "constantClass" -> {
                double[] constant = {fault.whole("class")};
                yield Arrays.stream(labels).map(label -> constant).toArray(double[][]::new);
            }
            case "batchMean" -> labels;
            case "shifted" -> {
                int by = fault.whole("by");
                yield IntStream.range(0, labels.length)
                        .mapToObj(i -> labels[(i + by) % labels.length])
                        .toArray(double[][]::new);
            }
            case "partly" -> {
                Random random = new Random(fault.whole("seed", 7));
                yield Arrays.stream(labels)
                        .map(label -> random.nextDouble() < fault.number("share")
                                ? labels[random.nextInt(labels.length)]
                                : label)
                        .toArray(double[][]::new);
            }
            default -> throw fault.unknown("kind");
        };
    }

    private static double[][] coded(Spec data, double[][] labels) {
        return switch (data.text("targets")) {
            case "onehot" -> onehot(labels, data.whole("classes"), data.number("off", 0), data.number("on", 1));
            case "signedOnehot" -> onehot(labels, data.whole("classes"), -1, 1);
            case "ordinal" -> ordinal(labels, data.whole("classes"));
            case "index", "value", "bits" -> labels;
            default -> throw data.unknown("targets");
        };
    }

    private static double[][] onehot(double[][] labels, int classes, double off, double on) {
        double[][] coded = new double[labels.length][classes];
        for (int i = 0; i < coded.length; i++) {
            Arrays.fill(coded[i], off);
            coded[i][(int) labels[i][0]] = on;
        }
        return coded;
    }

    /** A bit for each class but the first: whether the label is that class or a later one. */
    private static double[][] ordinal(double[][] labels, int classes) {
        double[][] coded = new double[labels.length][classes - 1];
        for (int i = 0; i < coded.length; i++) {
            Arrays.fill(coded[i], 0, (int) labels[i][0], 1);
        }
        return coded;
    }

    int size() {
        return x.length;
    }
}
