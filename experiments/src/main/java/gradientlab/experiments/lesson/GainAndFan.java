package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.activations.Gain;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.HiddenActivations;
import gradientlab.model.Initialisation;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Step 1.3 of the lecture: std = gain/√fan, for every nonlinearity and every initialisation, and what it does. */
public final class GainAndFan implements LessonExperiment<GainAndFan.Result> {

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
    public Section told(Result result, Words words) {
        RunFigures broken = result.trainings().get(0).first();
        RunFigures output = result.trainings().get(1).first();
        RunFigures scaled = result.trainings().get(2).first();
        return Section.of(name(), words.text("gain-and-fan.title"), words.text("gain-and-fan.asked"))
                .answer(words.text(
                        "gain-and-fan.answer",
                        percent(scaled.saturatedAtStart(), 2),
                        percent(broken.saturatedAtStart(), 1),
                        percent(broken.testAccuracy(), 1),
                        percent(output.testAccuracy(), 1),
                        percent(scaled.testAccuracy(), 1)))
                .table(
                        words.text("gain-and-fan.repaired"),
                        Training.columns(words),
                        Training.rows(words, result.trainings()))
                .table(
                        words.text("gain-and-fan.gains"),
                        List.of(
                                words.text("gain-and-fan.nonlinearity"),
                                words.text("gain-and-fan.used"),
                                "PyTorch",
                                "1/√E[f(z)²]"),
                        result.gains().stream().map(row -> cells(row, words)).toList())
                .table(
                        words.text("gain-and-fan.stds"),
                        List.of(
                                "",
                                words.text("gain-and-fan.rule"),
                                words.text("gain-and-fan.expected"),
                                words.text("gain-and-fan.measured"),
                                words.text("gain-and-fan.source")),
                        result.stds().stream().map(row -> cells(row, words)).toList())
                .figure(Training.lossFigure("repaired-step-by-step", words, result.trainings()))
                .figure(new Figure(
                        "signal-by-depth",
                        words.text("signal-by-depth.title"),
                        words.text("signal-by-depth.caption"),
                        new Plot.Curves(
                                Axis.linear(words.text("axis.hidden-layer")),
                                Axis.log(words.text("axis.activation-std"))
                                        .from(1e-4)
                                        .to(10),
                                result.depths().stream()
                                        .map(d -> Curve.counted(d.label(), 1, d.activationStd()))
                                        .toList())))
                .text(words.text("gain-and-fan.text", fixed(Gain.byQuadrature(ActivationFunction.TANH), 3)))
                .build();
    }

    private static List<String> cells(GainRow row, Words words) {
        return List.of(
                row.label(),
                fixed(row.gain(), 4),
                row.pytorch() == null ? words.text("gain-and-fan.none") : fixed(row.pytorch(), 4),
                fixed(row.quadrature(), 4));
    }

    private static List<String> cells(StdRow row, Words words) {
        return List.of(
                row.form(),
                Labels.in(words, row.formula()),
                significant(row.expected()),
                significant(row.measured()),
                Labels.in(words, row.source()));
    }
}
