package gradientlab.rulebenchmark.cases;

import java.util.Random;

/** Sequences, each a row [channels, steps]: waves in noise, symbols to recall or to count, values to average. */
final class SequenceRecipe {

    private final Spec data;
    private final Random random;
    private final int channels;
    private final int steps;

    private SequenceRecipe(Spec data, Random random) {
        this.data = data;
        this.random = random;
        this.channels = data.whole("channels", 1);
        this.steps = data.whole("steps");
    }

    /** Rows whose sequences end after {@code shortest} steps or later are zero from there on. */
    static CaseRows of(Spec data, Random random) {
        SequenceRecipe recipe = new SequenceRecipe(data, random);
        int n = data.whole("rows");
        double[][] x = new double[n][recipe.channels * recipe.steps];
        double[][] y = new double[n][];
        for (int i = 0; i < n; i++) {
            int shortest = data.whole("shortest", recipe.steps);
            int length = shortest + random.nextInt(recipe.steps - shortest + 1);
            y[i] = new double[] {recipe.row(x[i], length)};
        }
        return new CaseRows(x, y);
    }

    /** 1 up to the last step of each row at which a channel is not 0. */
    static float[][] mask(float[][] rows, int channels) {
        float[][] mask = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            int steps = rows[i].length / channels;
            mask[i] = new float[steps];
            int last = -1;
            for (int k = 0; k < rows[i].length; k++) {
                last = rows[i][k] != 0 ? Math.max(last, k % steps) : last;
            }
            java.util.Arrays.fill(mask[i], 0, last + 1, 1);
        }
        return mask;
    }

    private double row(double[] x, int length) {
        return switch (data.text("task")) {
            case "waves" -> waves(x, length);
            case "recall" -> {
                symbols(x, length);
                yield symbol(x, 0);
            }
            case "last" -> {
                symbols(x, length);
                yield symbol(x, length - 1);
            }
            case "majority" -> majority(x, length);
            case "words" -> words(x);
            case "mean" -> mean(x, length);
            case "next" -> next(x);
            default -> throw data.unknown("task");
        };
    }

    /** The class decides the period; every channel has its own phase. */
    private double waves(double[] x, int length) {
        int label = random.nextInt(data.whole("classes"));
        for (int c = 0; c < channels; c++) {
            double phase = random.nextDouble();
            for (int t = 0; t < length; t++) {
                double turns = phase + t / (4.0 + 3 * label);
                x[c * steps + t] = valued(Math.sin(2 * Math.PI * turns), data.number("noise", 0.3));
            }
        }
        return label;
    }

    private double valued(double clean, double noise) {
        return data.number("offset", 0) + data.number("scale", 1) * (clean + noise * random.nextGaussian());
    }

    private void symbols(double[] x, int length) {
        for (int t = 0; t < length; t++) {
            x[random.nextInt(channels) * steps + t] = 1;
        }
    }

    private double symbol(double[] x, int t) {
        int symbol = 0;
        while (x[symbol * steps + t] == 0) {
            symbol++;
        }
        return symbol;
    }

    private double majority(double[] x, int length) {
        int favourite = random.nextInt(channels);
        double[] counts = new double[channels];
        for (int t = 0; t < length; t++) {
            int symbol = random.nextInt(3) == 0 ? favourite : random.nextInt(channels);
            counts[symbol]++;
            x[symbol * steps + t] = 1;
        }
        return Columns.argmax(counts);
    }

    /** Numbers of words; two of five are those that the class likes. */
    private double words(double[] x) {
        int classes = data.whole("classes");
        int words = data.whole("words");
        int label = random.nextInt(classes);
        for (int t = 0; t < steps; t++) {
            int liked = random.nextInt(words / classes) * classes + label;
            x[t] = random.nextInt(5) < 2 ? liked : random.nextInt(words);
        }
        return label;
    }

    /** The mean of the first channel where the second is positive, over all steps that are there. */
    private double mean(double[] x, int length) {
        double sum = 0;
        for (int t = 0; t < length; t++) {
            for (int c = 0; c < channels; c++) {
                x[c * steps + t] = data.number("offset", 0) + data.number("scale", 1) * random.nextGaussian();
            }
            sum += channels == 1 || x[steps + t] > 0 ? x[t] : 0;
        }
        return data.number("gain", 1) * sum / Math.sqrt(length);
    }

    /** The value after the last of a fast and a slow wave, each with its own phase. */
    private double next(double[] x) {
        double fast = random.nextDouble();
        double slow = random.nextDouble();
        double value = 0;
        for (int t = 0; t <= steps; t++) {
            double waves = Math.sin(2 * Math.PI * (fast + t / 5.0)) + Math.sin(2 * Math.PI * (slow + t / 17.0));
            value = valued(waves, data.number("noise", 0.1));
            if (t < steps) {
                x[t] = value;
            }
        }
        return value;
    }
}
