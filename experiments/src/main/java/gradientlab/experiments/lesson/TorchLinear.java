package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
import gradientlab.lab.Experiment;
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
import gradientlab.model.InitialisationScheme;
import java.util.List;

/** Step 1.3 of the lecture: what torch.nn.Linear does by default. */
public final class TorchLinear implements Experiment<TorchLinear.Result> {

    private static final int BINS = 80;

    public record Result(Training torch, Training scaled, Histogram torchH, Histogram scaledH) {}

    public static void main(String[] args) {
        Launch.main(new TorchLinear(), args);
    }

    @Override
    public String name() {
        return "torch-linear";
    }

    @Override
    public String summary() {
        return "torch.nn.Linear's default initialisation under the same protocol";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        TrainingPlan torch = lab.plan(b -> b.initialisation(InitialisationScheme.TORCH_LINEAR));
        TrainingPlan scaled = lab.plan(b -> b.initialisation(InitialisationScheme.STANDARD_NORMAL_SCALED));
        var runs = lab.train(List.of(torch, scaled));
        return new Result(
                Training.of("torch-linear", runs.get(0)),
                Training.of("N(0, 1), output and hidden scaled", runs.get(1)),
                h(lab, torch),
                h(lab, scaled));
    }

    private static Histogram h(Lab lab, TrainingPlan plan) {
        float[] values = new MlpCapture(lab.fresh(plan, Trainer.INSIDE_EXAMPLES), ActivationFunction.TANH)
                .affine(1)
                .activation()
                .values();
        return Histogram.of(values, -3, 3, BINS);
    }

    @Override
    public Section section(Result result) {
        RunFigures torch = result.torch().first();
        RunFigures scaled = result.scaled().first();
        return Section.of(
                        name(),
                        "torch.nn.Linear's default",
                        "What does a library that people rely on do, and is anything the matter with it?")
                .answer("Weights and biases from U(±1/√fan-in) start at the loss " + fixed(torch.initialLoss(), 3)
                        + ", saturate "
                        + percent(torch.saturatedAtStart(), 1) + " of the activations, and reach the test loss "
                        + fixed(torch.testLoss(), 3) + " and the accuracy " + percent(torch.testAccuracy(), 1)
                        + ": no evident problem, and nearly what the repaired N(0, 1) reaches ("
                        + fixed(scaled.testLoss(), 3) + ", " + percent(scaled.testAccuracy(), 1) + ").")
                .table(
                        "The same protocol, seed " + torch.seed(),
                        Training.COLUMNS,
                        Training.rows(List.of(result.torch(), result.scaled())))
                .figure(new Figure(
                        "torch-linear-pre-activations",
                        "Pre-activations of the fresh nets",
                        "torch.nn.Linear begins with a std of " + significant(torch.preActivationStdAtStart())
                                + ", in the middle of tanh, where it is nearly linear; the repaired net with "
                                + significant(scaled.preActivationStdAtStart()) + ".",
                        Plot.Curves.of(
                                Axis.linear("pre-activation h"),
                                Axis.linear("density").from(0),
                                Curve.density(result.torch().label(), result.torchH()),
                                Curve.density(result.scaled().label(), result.scaledH()))))
                .figure(new Figure(
                        "torch-linear-loss",
                        "The loss per epoch",
                        "Nearly a tie.",
                        Plot.Curves.of(
                                Axis.linear("epoch"),
                                Axis.linear("mean loss of the epoch's batches (nats)")
                                        .from(0),
                                Curve.counted(result.torch().label(), 1, torch.epochLoss()),
                                Curve.counted(result.scaled().label(), 1, scaled.epochLoss()))))
                .text(
                        "U(±1/√fan-in) has the std 1/√(3·fan-in): the gain is 1/√3 = 0.577, about a third of what is recommended"
                                + " for tanh. In a net with one hidden layer nothing comes of it. In a deep one the signal shrinks"
                                + " by about 0.57 in every layer, as the section on depth shows.")
                .build();
    }
}
