package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.language.Words;
import gradientlab.model.HiddenActivations;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Step 1.2 of the lecture: the activation functions and their derivatives. */
public final class ActivationFunctions implements LessonExperiment<ActivationFunctions.Result> {

    private static final double RANGE = 5;

    private static final List<ActivationFunction> BOUNDED =
            List.of(ActivationFunction.TANH, ActivationFunction.SIGMOID, ActivationFunction.SOFTSIGN);
    private static final List<ActivationFunction> UNBOUNDED = List.of(
            ActivationFunction.RELU,
            ActivationFunction.LEAKY_RELU,
            ActivationFunction.ELU,
            ActivationFunction.SELU,
            ActivationFunction.GELU,
            ActivationFunction.SWISH,
            ActivationFunction.SOFTPLUS);

    private static final double[] TANH_ACTIVATIONS = {0, 0.5, 0.9, 0.97, 0.99, 0.999};

    /**
     * What one function does to a gradient.
     *
     * @param largestSlope the largest |f′| on [−5, 5]
     * @param slopeAtZero f′(0)
     * @param slopeAtMinus3 f′(−3)
     * @param slopeAt3 f′(3)
     */
    public record Row(
            String label,
            String formula,
            double largestSlope,
            double slopeAtZero,
            double slopeAtMinus3,
            double slopeAt3) {}

    /**
     * What came out.
     *
     * @param rows one per function
     * @param tanhPasses the share of the gradient that tanh lets through at the activations 0, 0.5, 0.9, 0.97, 0.99, 0.999
     */
    public record Result(List<Row> rows, List<Double> tanhPasses) {}

    public static void main(String[] args) {
        Launch.main(new ActivationFunctions(), args);
    }

    @Override
    public String name() {
        return "activation-functions";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<Row> rows =
                HiddenActivations.ALL.stream().map(ActivationFunctions::row).toList();
        List<Double> passes = Arrays.stream(TANH_ACTIVATIONS)
                .map(a -> ActivationFunction.TANH.derivative(atanh(a)))
                .boxed()
                .toList();
        return new Result(rows, passes);
    }

    private static double atanh(double a) {
        return 0.5 * Math.log((1 + a) / (1 - a));
    }

    private static Row row(ActivationFunction f) {
        double largest = 0;
        for (double z = -RANGE; z <= RANGE; z += 1.0 / 64) {
            largest = Math.max(largest, Math.abs(f.derivative(z)));
        }
        return new Row(f.label(), f.formula(), largest, f.derivative(0), f.derivative(-3), f.derivative(3));
    }

    @Override
    public Section told(Result result, Words words) {
        return Section.of(name(), words.text("activation-functions.title"), words.text("activation-functions.asked"))
                .answer(words.text(
                        "activation-functions.answer",
                        percent(result.tanhPasses().get(3), 1),
                        percent(result.tanhPasses().get(4), 1),
                        percent(result.tanhPasses().get(5), 1)))
                .table(
                        words.text("activation-functions.slopes"),
                        List.of("", "f(z)", words.text("activation-functions.largest"), "f′(0)", "f′(−3)", "f′(3)"),
                        result.rows().stream().map(row -> cells(row, words)).toList())
                .figure(functions("bounded-functions", words, BOUNDED, true))
                .figure(functions("bounded-derivatives", words, BOUNDED, false))
                .figure(functions("unbounded-functions", words, UNBOUNDED, true))
                .figure(functions("unbounded-derivatives", words, UNBOUNDED, false))
                .text(words.text("activation-functions.text"))
                .build();
    }

    private static List<String> cells(Row row, Words words) {
        return List.of(
                row.label(),
                Labels.in(words, row.formula()),
                fixed(row.largestSlope(), 3),
                fixed(row.slopeAtZero(), 3),
                fixed(row.slopeAtMinus3(), 4),
                fixed(row.slopeAt3(), 4));
    }

    private static Figure functions(String name, Words words, List<ActivationFunction> which, boolean values) {
        ToDoubleBiFunction<ActivationFunction, Double> y =
                values ? ActivationFunction::value : ActivationFunction::derivative;
        List<Curve> curves = which.stream()
                .map(f -> Curve.function(f.label(), -RANGE, RANGE, z -> y.applyAsDouble(f, z)))
                .toList();
        String kind = values ? "functions" : "derivatives";
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text(kind + ".caption"),
                new Plot.Curves(Axis.linear(words.text("functions.x")), Axis.linear(words.text(kind + ".y")), curves));
    }
}
