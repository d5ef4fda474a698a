package gradientlab.rulebenchmark.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows of columns with different distributions, and a target that a teacher or a linear form makes of them. */
final class TableRecipe {

    /** Mean and variance of e^g with g ~ N(0, 1). */
    private static final double LOGNORMAL_MEAN = Math.exp(0.5);

    private static final double LOGNORMAL_STD = Math.sqrt(Math.exp(2) - Math.E);

    private final Spec data;
    private final Spec target;
    private final List<Spec> columns = new ArrayList<>();
    private final int outputs;
    private final Random random;
    /** Of a column that stands for a category, in how many columns its 1 comes; negative once it is past. */
    private int category;

    private TableRecipe(Spec data, Random random) {
        this.data = data;
        this.target = data.child("target");
        this.outputs = target.whole("outputs", 1);
        this.random = random;
        for (Spec column : data.children("columns")) {
            for (int i = 0; i < column.whole("repeat", 1); i++) {
                columns.add(column);
            }
        }
    }

    static CaseRows of(Spec data, Random random) {
        return new TableRecipe(data, random).rows();
    }

    private CaseRows rows() {
        Teacher teacher = target.text("kind").equals("teacher")
                ? Teacher.drawn(target.whole("hidden"), target.number("gain", 1.5), columns.size(), outputs, random)
                : null;
        int n = data.whole("rows");
        double[][] x = new double[n][columns.size()];
        double[][] scores = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] z = new double[columns.size()];
            for (int j = 0; j < z.length; j++) {
                draw(columns.get(j), x[i], z, j);
            }
            scores[i] = teacher == null ? linear(x[i], z) : teacher.of(z);
            for (int k = 0; k < outputs; k++) {
                scores[i][k] += target.number("noise", 0) * random.nextGaussian();
            }
        }
        return new CaseRows(x, targets(scores));
    }

    private void draw(Spec column, double[] x, double[] z, int j) {
        if (column.text("dist").equals("binary")) {
            double p = column.number("p");
            x[j] = random.nextDouble() < p ? 1 : 0;
            z[j] = (x[j] - p) / Math.sqrt(p * (1 - p));
            return;
        }
        if (column.text("dist").equals("category")) {
            int of = column.whole("repeat");
            category = j == 0 || !columns.get(j - 1).equals(column) ? random.nextInt(of) : category - 1;
            x[j] = category == 0 ? 1 : 0;
            z[j] = (x[j] - 1.0 / of) * of / Math.sqrt(of - 1);
            return;
        }
        z[j] = switch (column.text("dist")) {
            case "normal" -> random.nextGaussian();
            case "uniform" -> (2 * random.nextDouble() - 1) * Math.sqrt(3);
            case "skewed" -> (Math.exp(random.nextGaussian()) - LOGNORMAL_MEAN) / LOGNORMAL_STD;
            default -> throw column.unknown("dist");
        };
        double value = column.number("offset", 0) + column.number("scale", 1) * z[j];
        x[j] = column.flag("round") ? Math.rint(value) : value;
    }

    private double[] linear(double[] x, double[] z) {
        boolean raw = target.text("kind").equals("linearX");
        if (!raw && !target.text("kind").equals("linearZ")) {
            throw target.unknown("kind");
        }
        double[] weights = target.numbers("weights");
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * (raw ? x[j] : z[j]);
        }
        sum += target.number("bias", 0);
        double[] all = new double[outputs];
        Arrays.fill(all, !raw && target.flag("square") ? sum * sum : sum);
        return all;
    }

    private double[][] targets(double[][] scores) {
        String problem = data.text("problem");
        if (problem.equals("regression")) {
            return target.text("kind").equals("linearX")
                    ? scores
                    : map(
                            Columns.standardised(scores),
                            s -> counted(target.number("offset", 0) + target.number("scale", 1) * s));
        }
        if (problem.equals("ordinal")) {
            return ranks(scores, data.whole("classes"));
        }
        if (problem.equals("multilabel") || outputs == 1) {
            double[] cuts = new double[outputs];
            for (int k = 0; k < outputs; k++) {
                double[] sorted = Columns.column(scores, k);
                Arrays.sort(sorted);
                cuts[k] = sorted[(int) ((1 - target.number("positive", 0.5)) * scores.length)];
            }
            double[][] labels = new double[scores.length][outputs];
            for (int i = 0; i < labels.length; i++) {
                for (int k = 0; k < outputs; k++) {
                    labels[i][k] = scores[i][k] >= cuts[k] ? 1 : 0;
                }
            }
            return labels;
        }
        return Arrays.stream(Columns.standardised(scores))
                .map(row -> new double[] {Columns.argmax(row)})
                .toArray(double[][]::new);
    }

    /** Where the targets are counts, the score is the logarithm of one. */
    private double counted(double score) {
        return target.flag("counts") ? Math.rint(Math.exp(score)) : score;
    }

    /** Classes of equal size in the order of the score. */
    private static double[][] ranks(double[][] scores, int classes) {
        double[] sorted = Columns.column(scores, 0);
        Arrays.sort(sorted);
        return Arrays.stream(scores)
                .map(score -> new double[] {
                    Math.floorDiv(Math.abs(Arrays.binarySearch(sorted, score[0])) * classes, sorted.length)
                })
                .toArray(double[][]::new);
    }

    private static double[][] map(double[][] rows, java.util.function.DoubleUnaryOperator f) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(f).toArray())
                .toArray(double[][]::new);
    }

    /** V tanh(Wz + b). */
    private record Teacher(double[][] w, double[] b, double[][] v) {

        static Teacher drawn(int hidden, double gain, int features, int outputs, Random random) {
            double[][] w = new double[hidden][features];
            double[] b = new double[hidden];
            for (int h = 0; h < hidden; h++) {
                for (int j = 0; j < features; j++) {
                    w[h][j] = gain * random.nextGaussian() / Math.sqrt(features);
                }
                b[h] = 0.5 * random.nextGaussian();
            }
            double[][] v = new double[outputs][hidden];
            for (double[] row : v) {
                for (int h = 0; h < hidden; h++) {
                    row[h] = random.nextGaussian() / Math.sqrt(hidden);
                }
            }
            return new Teacher(w, b, v);
        }

        double[] of(double[] z) {
            double[] out = new double[v.length];
            for (int h = 0; h < b.length; h++) {
                double sum = 0;
                for (int j = 0; j < z.length; j++) {
                    sum += z[j] * w[h][j];
                }
                double a = Math.tanh(sum + b[h]);
                for (int k = 0; k < out.length; k++) {
                    out[k] += a * v[k][h];
                }
            }
            return out;
        }
    }
}
