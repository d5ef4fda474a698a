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
import gradientlab.lab.Experiment;
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
public final class GradientFlow implements Experiment<GradientFlow.Result> {

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
    public String summary() {
        return "Five hidden layers: signal, δ and weight gradient per layer, update:parameter ratio over time";
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
    public Section section(Result result) {
        Section.Builder section = Section.of(
                        name(),
                        "Five layers: signal, gradient and update",
                        "Where does a deeper net lose the signal, where the gradient, and do all layers learn at one"
                                + " pace?")
                .answer(answer(result.nets()))
                .table(
                        "Before the first step, hidden layer 1 (at the input) and 5 (at the output), on 1,000 examples",
                        List.of("", "std a₁", "std a₅", "std δ₁", "std δ₅", "δ₁ : δ₅", "saturated a₅", "test accuracy"),
                        result.nets().stream().map(GradientFlow::cells).toList())
                .figure(byLayer(
                        "activation-std", "Std of the activations", result, Layer::std, "std of the activations", true))
                .figure(byLayer(
                        "saturated-share",
                        "Share of saturated activations",
                        result,
                        Layer::saturated,
                        "share with |tanh| > 0.99",
                        false))
                .figure(byLayer(
                        "delta-std",
                        "Std of δ, the gradient with respect to the pre-activation",
                        result,
                        Layer::deltaStd,
                        "std of δ",
                        true))
                .figure(byLayer(
                        "weight-gradient-std",
                        "Std of the gradient with respect to the weights",
                        result,
                        Layer::gradientStd,
                        "std of the weight gradient",
                        true))
                .figure(byLayer(
                        "gradient-to-data",
                        "Gradient:data ratio",
                        result,
                        Layer::gradientToData,
                        "std of the gradient / std of the weights",
                        true));
        result.nets().stream()
                .filter(net ->
                        net.label().equals("kaiming-normal") || net.label().equals("N(0, 0.01²)"))
                .forEach(net -> section.figure(ratioFigure(net)));
        return section.text(
                        "A layer multiplies δ on its way back by its weights and by the slope of the nonlinearity. N(0, 1)"
                                + " weights make the product grow although most slopes are near 0: the gradient explodes. With std"
                                + " 0.01 it vanishes: the layers at the input get a gradient thousands of times smaller. The weight"
                                + " gradient mixes δ with the signal and can hide this, which is why δ is shown beside it (Glorot and"
                                + " Bengio 2010, section 4.2).")
                .text(
                        "The update:parameter ratio compares a step with what it changes. Around 10⁻³, the dashed line, is a rule"
                                + " of thumb for weights of a sensible size; alone it proves nothing. Batch normalisation makes the"
                                + " gradients nearly independent of the weights' scale, so even the std 0.01 trains.")
                .build();
    }

    private static String answer(List<Net> nets) {
        Net exploding = nets.get(0);
        Net vanishing = nets.get(1);
        Net kept = nets.get(3);
        Net normalised = nets.get(4);
        return "δ at the first layer is " + significant(backward(exploding)) + " times that at the fifth with N(0, 1), "
                + significant(backward(vanishing)) + " times with std 0.01, and " + significant(backward(kept))
                + " times with Kaiming's. The net with std 0.01 ends at the accuracy "
                + percent(vanishing.figures().testAccuracy(), 1) + ", the same weights with batch norm at "
                + percent(normalised.figures().testAccuracy(), 1) + ".";
    }

    private static double backward(Net net) {
        return net.layers().get(0).deltaStd() / net.layers().get(DEPTH - 1).deltaStd();
    }

    private static List<String> cells(Net net) {
        Layer first = net.layers().get(0);
        Layer last = net.layers().get(DEPTH - 1);
        return List.of(
                net.label(),
                significant(first.std()),
                significant(last.std()),
                significant(first.deltaStd()),
                significant(last.deltaStd()),
                significant(backward(net)),
                percent(last.saturated(), 1),
                fixed(net.figures().testAccuracy(), 4));
    }

    private static Figure byLayer(
            String name, String title, Result result, Function<Layer, Double> value, String unit, boolean log) {
        List<Curve> curves = result.nets().stream()
                .map(net -> Curve.counted(
                        net.label(), 1, net.layers().stream().map(value).toList()))
                .toList();
        return new Figure(
                "flow-" + name,
                title + ", layer by layer",
                "Hidden layer 1 is at the input. Fresh nets with five hidden layers of 128 tanh units, first 1,000 training"
                        + " examples.",
                new Plot.Curves(
                        Axis.linear("hidden layer"),
                        log ? Axis.log(unit) : Axis.linear(unit).from(0),
                        curves));
    }

    private static Figure ratioFigure(Net net) {
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
                "Update:parameter ratio over training, " + net.label(),
                "log10 of the std of the update over the std of the weights, means over " + SMOOTHING
                        + " steps. Layers whose lines lie far apart learn at different paces.",
                new Plot.Curves(Axis.linear("step"), Axis.linear("log10 update:parameter ratio"), curves));
    }
}
