package gradientlab.rulebenchmark.foreign;

import java.util.List;
import java.util.Random;

/** Sequences, flat as [channels, time]. */
final class Sequences {

    static final int SYMBOLS = 4;
    /** Steps of the longer ones. */
    static final int TIME = 8;

    static final int WORDS = 40;
    private static final int LAG = 3;

    private Sequences() {}

    /** Symbols, one-hot; the class is the one that comes most often. */
    static ForeignTask majority(Random random, int time) {
        return shaped(Goal.CLASSES, new long[] {SYMBOLS, time}, new long[] {SYMBOLS}, row -> {
            int[] counts = new int[SYMBOLS];
            double[] x = new double[SYMBOLS * time];
            int favourite = random.nextInt(SYMBOLS);
            for (int t = 0; t < time; t++) {
                int symbol = random.nextInt(3) == 0 ? favourite : random.nextInt(SYMBOLS);
                counts[symbol]++;
                x[symbol * time + t] = 1;
            }
            int most = 0;
            for (int k = 1; k < SYMBOLS; k++) {
                most = counts[k] > counts[most] ? k : most;
            }
            return new double[][] {x, Tables.oneHot(most, SYMBOLS)};
        });
    }

    /** Symbols, one-hot; the class of every step is the symbol a few steps ago, the first one at the beginning. */
    static ForeignTask delayed(Random random, int time) {
        return shaped(Goal.CLASSES, new long[] {SYMBOLS, time}, new long[] {SYMBOLS, time}, row -> {
            int[] symbols = random.ints(time, 0, SYMBOLS).toArray();
            double[] x = new double[SYMBOLS * time];
            double[] y = new double[SYMBOLS * time];
            for (int t = 0; t < time; t++) {
                x[symbols[t] * time + t] = 1;
                y[symbols[Math.max(0, t - LAG)] * time + t] = 1;
            }
            return new double[][] {x, y};
        });
    }

    /** Numbers of words; half of the words of a row are those that its class likes. */
    static ForeignTask words(Random random, int time, int classes) {
        return shaped(Goal.CLASSES, new long[] {time}, new long[] {classes}, row -> {
            int label = random.nextInt(classes);
            double[] x = new double[time];
            for (int t = 0; t < time; t++) {
                int word = random.nextInt(WORDS / classes) * classes;
                x[t] = random.nextBoolean() ? word + label : random.nextInt(WORDS);
            }
            return new double[][] {x, Tables.oneHot(label, classes)};
        });
    }

    /** A sine, a faster one, a square and a saw-tooth wave of any phase, in noise. */
    static ForeignTask waves(Random random, int time) {
        return shaped(Goal.CLASSES, new long[] {1, time}, new long[] {4}, row -> {
            int label = random.nextInt(4);
            double phase = random.nextDouble();
            double[] x = Tables.normal(random, time, 0.3);
            for (int t = 0; t < time; t++) {
                x[t] += wave(label, phase + t / (label == 1 ? 5.0 : 9.0));
            }
            return new double[][] {x, Tables.oneHot(label, 4)};
        });
    }

    private static double wave(int kind, double turns) {
        double part = turns - Math.floor(turns);
        return switch (kind) {
            case 2 -> part < 0.5 ? 1 : -1;
            case 3 -> 2 * part - 1;
            default -> Math.sin(2 * Math.PI * turns);
        };
    }

    private static ForeignTask shaped(Goal goal, long[] input, long[] target, Tables.Draw draw) {
        return new ForeignTask(
                goal, List.of(input), target, Tables.examples(Tables.TRAIN, draw), Tables.examples(Tables.TEST, draw));
    }
}
