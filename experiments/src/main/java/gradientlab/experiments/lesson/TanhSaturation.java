package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.LectureSaturation;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Matrix;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Saturation;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Step 1.2 of the lecture: the values inside the net, and where tanh destroys the gradient. */
public final class TanhSaturation implements LessonExperiment<TanhSaturation.Result> {

    private static final int BATCH = 32;
    private static final int BINS = 80;

    /**
     * The hidden layer of one fresh net.
     *
     * @param h histogram of the pre-activations of 1,000 examples
     * @param activation histogram of the activations of the same examples
     * @param preActivationStd std of the pre-activations
     * @param saturatedShare share of the activations of 1,000 examples with |tanh| above 0.99
     * @param passed mean of 1 − tanh²: what is left of a gradient on the average
     * @param map examples × units of one batch; marked where |tanh| is above 0.99
     * @param deadInBatch units saturated on every example of the batch
     * @param deadInThousand units saturated on every one of 1,000 examples
     */
    public record Hidden(
            String label,
            Histogram h,
            Histogram activation,
            double preActivationStd,
            double saturatedShare,
            double passed,
            List<String> map,
            int deadInBatch,
            int deadInThousand) {}

    public record Result(Hidden broken, Hidden scaled) {}

    public static void main(String[] args) {
        Launch.main(new TanhSaturation(), args);
    }

    @Override
    public String name() {
        return "tanh-saturation";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        return new Result(
                hidden("N(0, 1)", lab, InitialisationScheme.STANDARD_NORMAL),
                hidden("scaled by (5/3)/√fan-in", lab, InitialisationScheme.STANDARD_NORMAL_SCALED));
    }

    private static Hidden hidden(String label, Lab lab, InitialisationScheme scheme) {
        TrainingPlan plan = lab.plan(b -> b.initialisation(scheme));
        Capture capture = lab.fresh(plan, Trainer.INSIDE_EXAMPLES);
        MlpCapture inside = new MlpCapture(capture, ActivationFunction.TANH);
        Matrix z = inside.nonlinearity(1).preActivation();
        Matrix a = inside.nonlinearity(1).activation();
        Matrix batch = new MlpCapture(lab.freshOnFirstBatch(plan), ActivationFunction.TANH)
                .nonlinearity(1)
                .preActivation();
        return new Hidden(
                label,
                Histogram.of(z.values(), -30, 30, BINS),
                Histogram.of(a.values(), -1, 1, BINS),
                MlpCapture.std(z.values()),
                inside.saturatedShare(),
                meanSlope(a),
                map(batch),
                Saturation.deadUnits(ActivationFunction.TANH, batch),
                Saturation.deadUnits(ActivationFunction.TANH, z));
    }

    private static double meanSlope(Matrix activation) {
        double sum = 0;
        for (float a : activation.values()) {
            sum += 1 - (double) a * a;
        }
        return sum / activation.values().length;
    }

    private static List<String> map(Matrix z) {
        List<String> rows = new ArrayList<>();
        for (int example = 0; example < Math.min(BATCH, z.rows()); example++) {
            StringBuilder row = new StringBuilder();
            for (int unit = 0; unit < z.columns(); unit++) {
                boolean saturated = LectureSaturation.of(ActivationFunction.TANH, z.at(example, unit));
                row.append(saturated ? Plot.Cells.MARKED : Plot.Cells.UNMARKED);
            }
            rows.add(row.toString());
        }
        return rows;
    }

    @Override
    public Section told(Result result, Words words) {
        Hidden broken = result.broken();
        Hidden scaled = result.scaled();
        return Section.of(name(), words.text("tanh-saturation.title"), words.text("tanh-saturation.asked"))
                .answer(words.text(
                        "tanh-saturation.answer",
                        percent(broken.saturatedShare(), 1),
                        percent(broken.passed(), 1),
                        columns(broken, words),
                        percent(scaled.saturatedShare(), 2),
                        percent(scaled.passed(), 1)))
                .table(
                        words.text("tanh-saturation.before"),
                        List.of(
                                "",
                                words.text("tanh-saturation.std"),
                                "|tanh h| > 0.99",
                                words.text("tanh-saturation.passed"),
                                words.text("tanh-saturation.dead-in-batch"),
                                words.text("tanh-saturation.dead-in-thousand")),
                        List.of(cells(broken, words), cells(scaled, words)))
                .figure(densities("pre-activations", "axis.pre-activation", result, Hidden::h, words))
                .figure(densities("activations", "activations.x", result, Hidden::activation, words))
                .figure(map("saturation-map", broken, words))
                .figure(map("saturation-map-scaled", scaled, words))
                .text(words.text("tanh-saturation.text"))
                .build();
    }

    private static Figure densities(
            String name, String x, Result result, Function<Hidden, Histogram> values, Words words) {
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text(name + ".caption"),
                Plot.Curves.of(
                        Axis.linear(words.text(x)),
                        Axis.linear(words.text("axis.density")).from(0),
                        density(result.broken(), values, words),
                        density(result.scaled(), values, words)));
    }

    private static Curve density(Hidden hidden, Function<Hidden, Histogram> values, Words words) {
        return Curve.density(Labels.in(words, hidden.label()), values.apply(hidden));
    }

    private static String columns(Hidden hidden, Words words) {
        return words.text(
                "tanh-saturation.columns", hidden.map().size(), hidden.deadInBatch(), hidden.deadInThousand());
    }

    private static List<String> cells(Hidden hidden, Words words) {
        return List.of(
                Labels.in(words, hidden.label()),
                significant(hidden.preActivationStd()),
                percent(hidden.saturatedShare(), 2),
                percent(hidden.passed(), 1),
                String.valueOf(hidden.deadInBatch()),
                String.valueOf(hidden.deadInThousand()));
    }

    private static Figure map(String name, Hidden hidden, Words words) {
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text(name + ".caption", columns(hidden, words)),
                new Plot.Cells(words.text("saturation-map.x"), words.text("saturation-map.y"), hidden.map()));
    }
}
