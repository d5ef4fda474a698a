package gradientlab.rulebenchmark.foreign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Tables drawn from a seed: rows of independent features, and targets that no linear function of them gives. */
final class Tables {

    static final int TRAIN = 800;
    static final int TEST = 300;

    private static final int CENTRES_PER_CLASS = 3;
    private static final int TEACHER = 8;

    private Tables() {}

    /** Classes of three clusters each, standardised. */
    static ForeignTask clusters(Random random, int features, int classes) {
        double[][] centres = new double[classes * CENTRES_PER_CLASS][];
        for (int c = 0; c < centres.length; c++) {
            centres[c] = normal(random, features, 2);
        }
        return drawn(Goal.CLASSES, classes, row -> {
                    int c = random.nextInt(centres.length);
                    double[] x = normal(random, features, 0.7);
                    for (int j = 0; j < features; j++) {
                        x[j] += centres[c][j];
                    }
                    return new double[][] {x, oneHot(c % classes, classes)};
                })
                .standardised();
    }

    /** Three classes by the distance from the origin. */
    static ForeignTask shells(Random random, int features) {
        double inner = features - 0.9 * Math.sqrt(features / 2.0);
        double outer = features + 0.5 * Math.sqrt(features / 2.0);
        return drawn(Goal.CLASSES, 3, row -> {
            double[] x = normal(random, features, 1);
            double square = 0;
            for (double value : x) {
                square += value * value;
            }
            return new double[][] {x, oneHot(square < inner ? 0 : square < outer ? 1 : 2, 3)};
        });
    }

    /** Numbers that a small tanh network gives, each with mean 0 and standard deviation 1 or so. */
    static ForeignTask values(Random random, int features, int outputs) {
        Teacher teacher = Teacher.drawn(random, features, outputs);
        return drawn(Goal.VALUES, outputs, row -> {
            double[] x = normal(random, features, 1);
            return new double[][] {x, teacher.of(x)};
        });
    }

    /** Whether each of these numbers is positive. */
    static ForeignTask bits(Random random, int features, int outputs) {
        ForeignTask values = values(random, features, outputs);
        ForeignTask bits = values.with(examples -> examples.targets((k, y) -> y > 0 ? 1 : 0));
        return new ForeignTask(Goal.BITS, bits.inputs(), bits.target(), bits.train(), bits.test());
    }

    /** Features that follow from three hidden numbers; the targets are the features. */
    static ForeignTask lowRank(Random random, int features) {
        double[][] mix = new double[features][];
        for (int j = 0; j < features; j++) {
            mix[j] = normal(random, 3, 1.2);
        }
        return drawn(Goal.VALUES, features, row -> {
                    double[] hidden = normal(random, 3, 1);
                    double[] x = normal(random, features, 0.1);
                    for (int j = 0; j < features; j++) {
                        x[j] += Math.sin(mix[j][0] * hidden[0] + mix[j][1] * hidden[1]) + 0.7 * mix[j][2] * hidden[2];
                    }
                    return new double[][] {x, x};
                })
                .standardised()
                .with(Examples::mirrored);
    }

    /** Two tables side by side; the class says of both whether a number that follows from it is positive. */
    static ForeignTask pairs(Random random, int first, int second) {
        Teacher left = Teacher.drawn(random, first, 1);
        Teacher right = Teacher.drawn(random, second, 1);
        List<long[]> shapes = List.of(new long[] {first}, new long[] {second});
        return new ForeignTask(
                Goal.CLASSES,
                shapes,
                new long[] {4},
                pairs(random, left, right, TRAIN),
                pairs(random, left, right, TEST));
    }

    private static Examples pairs(Random random, Teacher left, Teacher right, int n) {
        List<double[][]> a = new ArrayList<>();
        List<double[][]> b = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] x = normal(random, left.features(), 1);
            double[] z = normal(random, right.features(), 1);
            int label = (left.of(x)[0] > 0 ? 2 : 0) + (right.of(z)[0] > 0 ? 1 : 0);
            a.add(new double[][] {x, oneHot(label, 4)});
            b.add(new double[][] {z, oneHot(label, 4)});
        }
        return new Examples(List.of(side(a, 0), side(b, 0)), side(a, 1));
    }

    /** Draws a row: its features and its targets. */
    interface Draw {

        /**
         * The two of them.
         *
         * @param row its number
         */
        double[][] of(int row);
    }

    static ForeignTask drawn(Goal goal, int outputs, Draw draw) {
        Examples train = examples(TRAIN, draw);
        Examples test = examples(TEST, draw);
        long[] shape = {train.inputs().get(0)[0].length};
        return new ForeignTask(goal, List.of(shape), new long[] {outputs}, train, test);
    }

    static Examples examples(int n, Draw draw) {
        List<double[][]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(draw.of(i));
        }
        return new Examples(Collections.singletonList(side(rows, 0)), side(rows, 1));
    }

    private static float[][] side(List<double[][]> rows, int side) {
        float[][] table = new float[rows.size()][];
        for (int i = 0; i < table.length; i++) {
            double[] row = rows.get(i)[side];
            table[i] = new float[row.length];
            for (int j = 0; j < row.length; j++) {
                table[i][j] = (float) row[j];
            }
        }
        return table;
    }

    static double[] normal(Random random, int n, double std) {
        return DoubleStream.generate(() -> std * random.nextGaussian()).limit(n).toArray();
    }

    static double[] oneHot(int label, int classes) {
        double[] row = new double[classes];
        row[label] = 1;
        return row;
    }

    /** V tanh(Wx + b) with outputs of standard deviation 1 or so. */
    private record Teacher(double[][] w, double[] b, double[][] v) {

        static Teacher drawn(Random random, int features, int outputs) {
            double[][] w = new double[TEACHER][];
            for (int h = 0; h < TEACHER; h++) {
                w[h] = normal(random, features, 2 / Math.sqrt(features));
            }
            double[] b = normal(random, TEACHER, 0.5);
            double[][] v = new double[outputs][];
            for (int k = 0; k < outputs; k++) {
                v[k] = normal(random, TEACHER, 1.4 / Math.sqrt(TEACHER));
            }
            return new Teacher(w, b, v);
        }

        int features() {
            return w[0].length;
        }

        double[] of(double[] x) {
            double[] out = new double[v.length];
            for (int h = 0; h < w.length; h++) {
                double sum = b[h];
                for (int j = 0; j < x.length; j++) {
                    sum += w[h][j] * x[j];
                }
                for (int k = 0; k < out.length; k++) {
                    out[k] += v[k][h] * Math.tanh(sum);
                }
            }
            return out;
        }
    }
}
