package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.Gain;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Step 1.3 of the lecture: std = gain/√fan, for every nonlinearity and every initialisation, and what it does. */
public final class GainAndFan implements Experiment<GainAndFan.Result> {

    private static final int DEEP = 20;
    private static final int INPUTS = 784;
    private static final int UNITS = 128;

    /** A nonlinearity's gain: ours, PyTorch's (null where it has none) and 1/√E[f(z)²]. */
    public record GainRow(String label, double gain, Double pytorch, double quadrature) {}

    /** An initialisation's std of the hidden weights, 784 → 128 with tanh: by its formula, and measured. */
    public record StdRow(String form, String formula, String source, double expected, double measured) {}

    /** The std of the activations of each hidden layer of a deep fresh net. */
    public record Depth(String label, List<Double> activationStd) {}

    public record Result(List<GainRow> gains, List<StdRow> stds, List<Depth> depths, List<Training> trainings) {}

    public static void main(String[] args) {
        Launch.main(new GainAndFan(), args);
    }

    @Override
    public String name() {
        return "gain-and-fan";
    }

    @Override
    public String summary() {
        return "std = gain/√fan: the gains, every initialisation's std, and the net with scaled weights";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<GainRow> gains =
                HiddenActivations.ALL.stream().map(GainAndFan::gain).toList();
        // A std that the data decides has no formula to be held against.
        List<StdRow> stds = Arrays.stream(InitialisationScheme.values())
                .filter(scheme -> !scheme.needsData())
                .map(scheme -> std(lab, scheme))
                .toList();
        return new Result(gains, stds, depths(lab), trainings(lab));
    }

    private static GainRow gain(ActivationFunction f) {
        Double pytorch = f.pytorchGain().isPresent() ? (Double) f.pytorchGain().getAsDouble() : null;
        return new GainRow(f.label(), f.gain(), pytorch, Gain.byQuadrature(f));
    }

    private static StdRow std(Lab lab, InitialisationScheme scheme) {
        Initialisation row = example(scheme);
        TrainingPlan plan = lab.plan(b -> b.initialisation(row));
        float[] weights = new MlpCapture(lab.fresh(plan, 1), ActivationFunction.TANH)
                .affine(1)
                .parameters()
                .get(0)
                .values();
        double gain = ActivationFunction.TANH.gain();
        return new StdRow(
                row.toString(),
                scheme.formula(),
                scheme.source(),
                row.hiddenWeights().expectedStd(INPUTS, UNITS, gain),
                MlpCapture.std(weights));
    }

    private static Initialisation example(InitialisationScheme scheme) {
        return switch (scheme) {
            case CONSTANT -> Initialisation.constant(0.01);
            case NORMAL -> Initialisation.normal(0.01);
            case SCALED -> Initialisation.scaled(0.5, 0.01);
            default -> Initialisation.of(scheme);
        };
    }

    private static List<Depth> depths(Lab lab) {
        return List.of(
                depth(lab, "tanh, gain 5/3", ActivationFunction.TANH, InitialisationScheme.KAIMING_NORMAL),
                depth(lab, "tanh, gain 1", ActivationFunction.TANH, InitialisationScheme.LECUN_NORMAL),
                depth(lab, "ReLU, gain √2", ActivationFunction.RELU, InitialisationScheme.KAIMING_NORMAL),
                depth(lab, "ReLU, gain 1", ActivationFunction.RELU, InitialisationScheme.LECUN_NORMAL),
                depth(lab, "SELU, gain 1", ActivationFunction.SELU, InitialisationScheme.LECUN_NORMAL));
    }

    private static Depth depth(Lab lab, String label, ActivationFunction f, InitialisationScheme scheme) {
        TrainingPlan plan = lab.plan(b -> b.hidden(DEEP, UNITS).activation(f).initialisation(scheme));
        Capture capture = lab.fresh(plan, Trainer.INSIDE_EXAMPLES);
        MlpCapture inside = new MlpCapture(capture, f);
        List<Double> stds = new ArrayList<>();
        for (int layer = 1; layer <= DEEP; layer++) {
            stds.add(MlpCapture.std(inside.nonlinearity(layer).activation().values()));
        }
        return new Depth(label, stds);
    }

    private static List<Training> trainings(Lab lab) {
        List<InitialisationScheme> schemes = List.of(
                InitialisationScheme.STANDARD_NORMAL,
                InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT,
                InitialisationScheme.STANDARD_NORMAL_SCALED);
        var runs = lab.train(schemes.stream()
                .map(scheme -> lab.plan(b -> b.initialisation(scheme)))
                .toList());
        List<String> labels = List.of("N(0, 1)", "output × 0.01", "and hidden × (5/3)/√784");
        List<Training> trainings = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            trainings.add(Training.of(labels.get(i), runs.get(i)));
        }
        return trainings;
    }

    @Override
    public Section section(Result result) {
        Training broken = result.trainings().get(0);
        Training output = result.trainings().get(1);
        Training scaled = result.trainings().get(2);
        return Section.of(
                        name(),
                        "Gain and fan: weights of the right size",
                        "How large should weights be? And what becomes of the lecture's net when they are?")
                .answer("With the hidden weights times (5/3)/√784 as well, "
                        + percent(scaled.first().saturatedAtStart(), 2)
                        + " of the activations start saturated instead of "
                        + percent(broken.first().saturatedAtStart(), 1)
                        + ", and the accuracy after ten epochs goes from "
                        + percent(broken.first().testAccuracy(), 1) + " by way of "
                        + percent(output.first().testAccuracy(), 1) + " (output alone) to "
                        + percent(scaled.first().testAccuracy(), 1) + ".")
                .table("The lecture's net, repaired step by step", Training.COLUMNS, Training.rows(result.trainings()))
                .table(
                        "Gains: PyTorch's where it has one, 1/√E[f(z)²] with z ~ N(0, 1) elsewhere",
                        List.of("nonlinearity", "gain used", "PyTorch", "1/√E[f(z)²]"),
                        result.gains().stream().map(GainAndFan::cells).toList())
                .table(
                        "Initialisations: std of the hidden weights, 784 → 128, tanh",
                        List.of("", "formula", "std by formula", "measured", "source"),
                        result.stds().stream().map(GainAndFan::cells).toList())
                .figure(Training.lossFigure(
                        "repaired-step-by-step",
                        "The loss per epoch, repaired step by step",
                        "Scaling the output removes the easy part; scaling the hidden layer lets the gradient through.",
                        result.trainings()))
                .figure(new Figure(
                        "signal-by-depth",
                        "The size of the signal, layer by layer",
                        "Std of the activations of 20 fresh hidden layers of 128 units. The right gain keeps the signal;"
                                + " with ReLU and gain 1 it halves its square in every layer.",
                        new Plot.Curves(
                                Axis.linear("hidden layer"),
                                Axis.log("std of the activations").from(1e-4).to(10),
                                result.depths().stream()
                                        .map(d -> Curve.counted(d.label(), 1, d.activationStd()))
                                        .toList())))
                .text(
                        "In general std = gain/√fan. With fan-in the forward signal keeps its size, with fan-out the gradient on"
                                + " its way back (He et al. 2015). The gain makes up for the nonlinearity: ReLU throws away half of"
                                + " the square, so the gain is √2; tanh squeezes, so it is above 1. PyTorch recommends 5/3 for tanh"
                                + " and 3/4 for SELU, which are rules of thumb: the second moment alone would say "
                                + fixed(Gain.byQuadrature(ActivationFunction.TANH), 3) + " and 1.")
                .build();
    }

    private static List<String> cells(GainRow row) {
        return List.of(
                row.label(),
                fixed(row.gain(), 4),
                row.pytorch() == null ? "none" : fixed(row.pytorch(), 4),
                fixed(row.quadrature(), 4));
    }

    private static List<String> cells(StdRow row) {
        return List.of(
                row.form(), row.formula(), significant(row.expected()), significant(row.measured()), row.source());
    }
}
