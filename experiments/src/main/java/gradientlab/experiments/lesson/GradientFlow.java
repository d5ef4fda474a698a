package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.LayerCapture;
import gradientlab.diagnostics.Matrix;
import gradientlab.diagnostics.Statistics;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.Saturation;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpecBuilder;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The pictures of a deeper net that the lecture builds on: signal and gradient layer by layer, and the sizes of updates.
 *
 * <p>Source of the pictures: Karpathy, "makemore part 3: activations and gradients, BatchNorm".
 */
public final class GradientFlow implements LessonExperiment<GradientFlow.Result> {

    private static final int DEPTH = 5;
    private static final int UNITS = 128;

    /** Each point of the ratio's curve is the mean over a number of steps. */
    private static final int SMOOTHING = 10;

    /**
     * One hidden layer before the first step.
     *
     * @param mean mean of the activations
     * @param std std of the activations
     * @param saturated share of the activations with |tanh| above 0.99
     * @param deltaStd std of δ, the gradient with respect to the pre-activation
     * @param gradientStd std of the gradient with respect to the weights
     * @param gradientToData std of that gradient over std of the weights
     */
    public record Layer(
            double mean, double std, double saturated, double deltaStd, double gradientStd, double gradientToData) {}

    /** One net: its hidden layers from the input on, log10 update:parameter ratios over time by weights, its figures. */
    public record Net(String label, List<Layer> layers, Map<String, List<Double>> logRatios, RunFigures figures) {}

    public record Result(List<Net> nets) {}

    public static void main(String[] args) {
        Launch.main(new GradientFlow(), args);
    }

    @Override
    public String name() {
        return "gradient-flow";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        Map<String, UnaryOperator<MlpSpecBuilder>> changes = new LinkedHashMap<>();
        changes.put("N(0, 1)", b -> b);
        changes.put("N(0, 0.01²)", b -> b.initialisation(Initialisation.normal(0.01)));
        changes.put("torch-linear", b -> b.initialisation(InitialisationScheme.TORCH_LINEAR));
        changes.put("kaiming-normal", b -> b.initialisation(InitialisationScheme.KAIMING_NORMAL));
        changes.put(
                "N(0, 0.01²), batch norm",
                b -> b.initialisation(Initialisation.normal(0.01)).normalisation(Normalisation.BATCH));
        List<TrainingPlan> plans = changes.values().stream()
                .map(change -> lab.plan(b -> change.apply(b.hidden(DEPTH, UNITS))))
                .toList();
        List<TrainedRun> runs = lab.train(plans);
        List<Net> nets = new ArrayList<>();
        for (String label : changes.keySet()) {
            nets.add(net(label, lab, runs.get(nets.size())));
        }
        return new Result(nets);
    }

    private static Net net(String label, Lab lab, TrainedRun run) {
        Capture capture = lab.fresh(run.plan(), Trainer.INSIDE_EXAMPLES);
        MlpCapture inside = new MlpCapture(capture, ActivationFunction.TANH);
        List<Layer> layers = new ArrayList<>();
        for (int number = 1; number <= DEPTH; number++) {
            layers.add(layer(inside.affine(number), inside.nonlinearity(number)));
        }
        return new Net(label, layers, ratios(run), run.figures());
    }

    private static Layer layer(LayerCapture affine, LayerCapture nonlinearity) {
        Statistics activation = Statistics.of(nonlinearity.activation().values());
        Matrix z = nonlinearity.preActivation();
        double gradient = MlpCapture.weightGradientStd(affine);
        double weights = MlpCapture.std(affine.parameters().get(0).values());
        return new Layer(
                activation.mean(),
                activation.std(),
                (double) Saturation.count(ActivationFunction.TANH, z) / z.values().length,
                MlpCapture.std(nonlinearity.delta().values()),
                gradient,
                gradient / weights);
    }

    private static Map<String, List<Double>> ratios(TrainedRun run) {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        // A training that is shorter is one point: a figure without any cannot be drawn.
        int window = Math.min(SMOOTHING, run.iterations().size());
        for (String weights : run.iterations().get(0).logRatios().keySet()) {
            List<Double> means = new ArrayList<>();
            for (int from = 0; from + window <= run.iterations().size(); from += window) {
                List<Iteration> steps = run.iterations().subList(from, from + window);
                means.add(steps.stream()
                        .mapToDouble(step -> step.logRatios().get(weights))
                        .average()
                        .orElse(Double.NaN));
            }
            ratios.put(weights, means);
        }
        return ratios;
    }

    @Override
    public Section told(Result result, Words words) {
        Section.Builder section = Section.of(
                        name(), words.text("gradient-flow.title"), words.text("gradient-flow.asked"))
                .answer(answer(result.nets(), words))
                .table(
                        words.text("gradient-flow.before"),
                        List.of(
                                "",
                                "std a₁",
                                "std a₅",
                                "std δ₁",
                                "std δ₅",
                                "δ₁ : δ₅",
                                words.text("gradient-flow.saturated"),
                                words.text("gradient-flow.accuracy")),
                        result.nets().stream().map(net -> cells(net, words)).toList())
                .figure(byLayer("flow-activation-std", result, Layer::std, true, words))
                .figure(byLayer("flow-saturated-share", result, Layer::saturated, false, words))
                .figure(byLayer("flow-delta-std", result, Layer::deltaStd, true, words))
                .figure(byLayer("flow-weight-gradient-std", result, Layer::gradientStd, true, words))
                .figure(byLayer("flow-gradient-to-data", result, Layer::gradientToData, true, words));
        result.nets().stream()
                .filter(net ->
                        net.label().equals("kaiming-normal") || net.label().equals("N(0, 0.01²)"))
                .forEach(net -> section.figure(ratioFigure(net, words)));
        return section.text(words.text("gradient-flow.text"))
                .text(words.text("gradient-flow.ratio"))
                .build();
    }

    private static String answer(List<Net> nets, Words words) {
        Net vanishing = nets.get(1);
        Net normalised = nets.get(4);
        return words.text(
                "gradient-flow.answer",
                significant(backward(nets.get(0))),
                significant(backward(vanishing)),
                significant(backward(nets.get(3))),
                percent(vanishing.figures().testAccuracy(), 1),
                percent(normalised.figures().testAccuracy(), 1));
    }

    private static double backward(Net net) {
        return net.layers().get(0).deltaStd() / net.layers().get(DEPTH - 1).deltaStd();
    }

    private static List<String> cells(Net net, Words words) {
        Layer first = net.layers().get(0);
        Layer last = net.layers().get(DEPTH - 1);
        return List.of(
                Labels.in(words, net.label()),
                significant(first.std()),
                significant(last.std()),
                significant(first.deltaStd()),
                significant(last.deltaStd()),
                significant(backward(net)),
                percent(last.saturated(), 1),
                fixed(net.figures().testAccuracy(), 4));
    }

    private static Figure byLayer(String name, Result result, Function<Layer, Double> value, boolean log, Words words) {
        List<Curve> curves = result.nets().stream()
                .map(net -> Curve.counted(
                        Labels.in(words, net.label()),
                        1,
                        net.layers().stream().map(value).toList()))
                .toList();
        String unit = words.text(name + ".y");
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text("gradient-flow.caption"),
                new Plot.Curves(
                        Axis.linear(words.text("axis.hidden-layer")),
                        log ? Axis.log(unit) : Axis.linear(unit).from(0),
                        curves));
    }

    private static Figure ratioFigure(Net net, Words words) {
        List<Curve> curves = new ArrayList<>();
        int points = 0;
        for (Map.Entry<String, List<Double>> entry : net.logRatios().entrySet()) {
            points = entry.getValue().size();
            double[] x = new double[points];
            double[] y = new double[points];
            for (int i = 0; i < points; i++) {
                x[i] = i * SMOOTHING;
                y[i] = entry.getValue().get(i);
            }
            curves.add(Curve.line(entry.getKey(), x, y));
        }
        curves.add(Curve.reference("10⁻³", 0, -3, Math.max(1, (points - 1) * SMOOTHING), -3));
        String slug = net.label().startsWith("N") ? "std-0.01" : "kaiming";
        return new Figure(
                "update-ratio-" + slug,
                words.text("update-ratio.title", net.label()),
                words.text("update-ratio.caption", SMOOTHING),
                new Plot.Curves(
                        Axis.linear(words.text("axis.step")), Axis.linear(words.text("update-ratio.y")), curves));
    }
}
