package gradientlab.rulebenchmark.cases;

import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes the examples of a case from its recipe; all draws are from {@link Random}, in the order that the format fixes. */
final class Recipes {

    private Recipes() {}

    /** Fisher and Yates: for i = n − 1 down to 1, swap i with nextInt(i + 1). */
    static int[] shuffle(Random random, int n) {
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /** Training rows and test rows; where there is no split, the training rows are the test rows. */
    static CaseRows[] of(Spec data, MnistDataset mnist) {
        if (data.text("kind").equals("mnist")) {
            Spec split = data.child("split");
            return new CaseRows[] {
                images(data, mnist.train(), split.whole("train")), images(data, mnist.test(), split.whole("test"))
            };
        }
        CaseRows all = rows(data);
        if (!data.has("split")) {
            return new CaseRows[] {all, all};
        }
        int train = data.child("split").whole("train");
        int test = data.child("split").whole("test", 0);
        CaseRows first = all.range(0, train);
        return new CaseRows[] {first, test == 0 ? first : all.range(train, train + test)};
    }

    private static CaseRows rows(Spec data) {
        Random random = new Random(data.whole("seed", 0));
        return switch (data.text("kind")) {
            case "inline" -> new CaseRows(data.table("x"), data.table("y"));
            case "iris" -> iris(random);
            case "circles" -> circles(data, random);
            case "blobs" -> blobs(data, random);
            case "curve" -> curve(data, random);
            case "flags" -> flags(data);
            case "bits" -> bits(data, random);
            case "sequence" -> SequenceRecipe.of(data, random);
            case "table" -> TableRecipe.of(data, random);
            default -> throw data.unknown("kind");
        };
    }

    private static CaseRows images(Spec data, LabelledImages images, int count) {
        double[] classes = data.has("onlyClasses") ? data.numbers("onlyClasses") : new double[0];
        double[][] x = new double[count][];
        double[][] y = new double[count][];
        int pixels = images.pixels();
        for (int image = 0, at = 0; at < count; image++) {
            if (image >= images.size()) {
                throw new CaseException(data.where() + ": there are only " + at + " images, not " + count);
            }
            int label = classes.length == 0 ? images.label(image) : Arrays.binarySearch(classes, images.label(image));
            if (label >= 0) {
                double[] row = new double[pixels];
                for (int i = 0; i < pixels; i++) {
                    row[i] = Math.round(255.0 * images.pixelValues()[image * pixels + i]);
                }
                x[at] = row;
                y[at++] = new double[] {label};
            }
        }
        return new CaseRows(x, y);
    }

    private static CaseRows iris(Random random) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Recipes.class.getResourceAsStream("iris.csv"), StandardCharsets.UTF_8))) {
            List<double[]> rows = in.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
            double[][] x = rows.stream().map(row -> Arrays.copyOf(row, 4)).toArray(double[][]::new);
            double[][] y = rows.stream().map(row -> new double[] {row[4]}).toArray(double[][]::new);
            return new CaseRows(x, y).taken(shuffle(random, x.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CaseRows circles(Spec data, Random random) {
        int n = data.whole("rows");
        int half = n / 2;
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            boolean inner = i >= half;
            double angle = 2 * Math.PI * (i % half) / half;
            double radius = inner ? data.number("factor") : 1;
            double noise = data.number("noise");
            double first = radius * Math.cos(angle) + noise * random.nextGaussian();
            x[i] = new double[] {first, radius * Math.sin(angle) + noise * random.nextGaussian()};
            y[i] = new double[] {inner ? 1 : 0};
        }
        return scaled(new CaseRows(x, y).taken(shuffle(random, n)), data.number("scale", 1));
    }

    private static CaseRows blobs(Spec data, Random random) {
        int n = data.whole("rows");
        double[][] centers = data.table("centers");
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] center = centers[i % centers.length];
            x[i] = new double[center.length];
            for (int j = 0; j < center.length; j++) {
                x[i][j] = center[j] + data.number("std") * random.nextGaussian();
            }
            y[i] = new double[] {i % centers.length};
        }
        return scaled(new CaseRows(x, y), data.number("scale", 1));
    }

    private static CaseRows scaled(CaseRows rows, double scale) {
        for (double[] row : rows.x()) {
            Arrays.setAll(row, j -> row[j] * scale);
        }
        return rows;
    }

    private static CaseRows curve(Spec data, Random random) {
        int n = data.whole("rows");
        double[] terms = data.numbers("terms");
        double[] powers = data.has("featurePowers") ? data.numbers("featurePowers") : new double[] {1};
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            double v = data.number("from") + data.number("step") * i;
            double sum = 0;
            for (int k = 0; k < terms.length; k++) {
                sum += terms[k] * Math.pow(v, k);
            }
            sum += data.number("noise", 0) * Math.pow(random.nextGaussian(), data.number("noisePower", 1));
            x[i] = Arrays.stream(powers).map(power -> Math.pow(v, power)).toArray();
            y[i] = new double[] {sum};
        }
        CaseRows rows = new CaseRows(x, y);
        boolean ordered = data.has("shuffle") && !data.flag("shuffle");
        return ordered ? rows : rows.taken(shuffle(random, n));
    }

    private static CaseRows flags(Spec data) {
        int n = data.whole("rows");
        double[][] x = new double[n][data.whole("features")];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            Arrays.fill(x[i], i % 2);
            y[i] = new double[] {i % 2};
        }
        return new CaseRows(x, y);
    }

    private static CaseRows bits(Spec data, Random random) {
        int b = data.whole("bits");
        int[] order = shuffle(random, b);
        double[][] x = new double[1 << b][b];
        double[][] y = new double[1 << b][b];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < b; j++) {
                x[i][j] = i >> j & 1;
            }
            for (int k = 0; k < b; k++) {
                y[i][k] = x[i][order[k]];
            }
        }
        return new CaseRows(x, y);
    }
}
