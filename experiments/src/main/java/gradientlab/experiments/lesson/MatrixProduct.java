package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;

import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.language.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Step 1.3 of the lecture: the spread of a matrix product, why √k repairs it, and the exercise. */
public final class MatrixProduct implements LessonExperiment<MatrixProduct.Result> {

    private static final int ROWS = 1_000;
    private static final int COLUMNS = 200;
    private static final int LECTURE_K = 10;
    private static final int BINS = 80;
    private static final int DRAWS = 10;

    /**
     * The products X·W of a number of draws, X [1000, k] and W [k, 200] from N(0, 1).
     *
     * @param std the std of the entries of Y over the draws
     * @param scaledStd the std of the entries of Y/√k
     * @param kurtosis the kurtosis of the entries; 3 for a normal distribution
     */
    public record Product(int k, MeanStd mean, MeanStd std, MeanStd scaledStd, MeanStd kurtosis) {}

    public record Result(List<Product> products, Histogram x, Histogram y, Histogram scaled) {}

    public static void main(String[] args) {
        Launch.main(new MatrixProduct(), args);
    }

    @Override
    public String name() {
        return "matrix-product";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<Product> products = new ArrayList<>();
        for (int k : new int[] {1, 2, 5, LECTURE_K, 50}) {
            products.add(product(k));
        }
        Random random = new Random(1);
        float[] x = gaussian(ROWS * LECTURE_K, random);
        float[] y = product(x, gaussian(LECTURE_K * COLUMNS, random), LECTURE_K);
        float[] scaled = y.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= (float) Math.sqrt(LECTURE_K);
        }
        return new Result(
                products,
                Histogram.of(x, -12, 12, BINS),
                Histogram.of(y, -12, 12, BINS),
                Histogram.of(scaled, -12, 12, BINS));
    }

    private static Product product(int k) {
        List<Moments> moments = new ArrayList<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            Random random = new Random(1_000L * k + draw);
            float[] x = gaussian(ROWS * k, random);
            moments.add(Moments.of(product(x, gaussian(k * COLUMNS, random), k)));
        }
        return new Product(
                k,
                MeanStd.of(moments.stream().map(Moments::mean).toList()),
                MeanStd.of(moments.stream().map(Moments::std).toList()),
                MeanStd.of(moments.stream().map(m -> m.std / Math.sqrt(k)).toList()),
                MeanStd.of(moments.stream().map(Moments::kurtosis).toList()));
    }

    private record Moments(double mean, double std, double kurtosis) {
        static Moments of(float[] values) {
            double mean = 0;
            for (float v : values) {
                mean += v / (double) values.length;
            }
            double second = 0;
            double fourth = 0;
            for (float v : values) {
                double square = (v - mean) * (v - mean);
                second += square / values.length;
                fourth += square * square / values.length;
            }
            return new Moments(mean, Math.sqrt(second), fourth / (second * second));
        }
    }

    private static float[] gaussian(int count, Random random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] product(float[] x, float[] w, int k) {
        float[] y = new float[ROWS * COLUMNS];
        for (int i = 0; i < ROWS; i++) {
            for (int inner = 0; inner < k; inner++) {
                float factor = x[i * k + inner];
                for (int j = 0; j < COLUMNS; j++) {
                    y[i * COLUMNS + j] += factor * w[inner * COLUMNS + j];
                }
            }
        }
        return y;
    }

    @Override
    public Section told(Result result, Words words) {
        Product lecture = result.products().stream()
                .filter(product -> product.k() == LECTURE_K)
                .findFirst()
                .orElseThrow();
        return Section.of(name(), words.text("matrix-product.title"), words.text("matrix-product.asked"))
                .answer(words.text(
                        "matrix-product.answer",
                        lecture.std().text(3),
                        lecture.std().count(),
                        fixed(Math.sqrt(LECTURE_K), 3),
                        lecture.scaledStd().text(3),
                        lecture.kurtosis().text(2)))
                .table(
                        words.text("matrix-product.products", lecture.std().count()),
                        List.of(
                                "k",
                                words.text("matrix-product.mean"),
                                "std",
                                "√k",
                                words.text("matrix-product.scaled-std"),
                                words.text("matrix-product.kurtosis"),
                                "3 + 6/k"),
                        result.products().stream().map(MatrixProduct::cells).toList())
                .figure(new Figure(
                        "product-spread",
                        words.text("product-spread.title"),
                        words.text("product-spread.caption"),
                        Plot.Curves.of(
                                Axis.linear(words.text("axis.value")),
                                Axis.linear(words.text("axis.density")).from(0),
                                Curve.density("x", result.x()),
                                Curve.density("y = x·w", result.y()),
                                Curve.density("y / √10", result.scaled()))))
                .text(words.text("matrix-product.exercise"))
                .text(words.text("matrix-product.text"))
                .build();
    }

    private static List<String> cells(Product product) {
        return List.of(
                String.valueOf(product.k()),
                product.mean().text(3),
                product.std().text(3),
                fixed(Math.sqrt(product.k()), 3),
                product.scaledStd().text(3),
                product.kurtosis().text(2),
                fixed(3 + 6.0 / product.k(), 2));
    }
}
