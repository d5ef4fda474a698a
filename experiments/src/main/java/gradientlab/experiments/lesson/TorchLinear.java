package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
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
import gradientlab.model.InitialisationScheme;
import java.util.List;

/** Step 1.3 of the lecture: what torch.nn.Linear does by default. */
public final class TorchLinear implements LessonExperiment<TorchLinear.Result> {

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
    public Section told(Result result, Words words) {
        RunFigures torch = result.torch().first();
        RunFigures scaled = result.scaled().first();
        String repaired = Labels.in(words, result.scaled().label());
        return Section.of(name(), words.text("torch-linear.title"), words.text("torch-linear.asked"))
                .answer(words.text(
                        "torch-linear.answer",
                        fixed(torch.initialLoss(), 3),
                        percent(torch.saturatedAtStart(), 1),
                        fixed(torch.testLoss(), 3),
                        percent(torch.testAccuracy(), 1),
                        fixed(scaled.testLoss(), 3),
                        percent(scaled.testAccuracy(), 1)))
                .table(
                        words.text("torch-linear.protocol", torch.seed()),
                        Training.columns(words),
                        Training.rows(words, List.of(result.torch(), result.scaled())))
                .figure(new Figure(
                        "torch-linear-pre-activations",
                        words.text("pre-activations.title"),
                        words.text(
                                "torch-linear-pre-activations.caption",
                                significant(torch.preActivationStdAtStart()),
                                significant(scaled.preActivationStdAtStart())),
                        Plot.Curves.of(
                                Axis.linear(words.text("axis.pre-activation")),
                                Axis.linear(words.text("axis.density")).from(0),
                                Curve.density(result.torch().label(), result.torchH()),
                                Curve.density(repaired, result.scaledH()))))
                .figure(new Figure(
                        "torch-linear-loss",
                        words.text("torch-linear-loss.title"),
                        words.text("torch-linear-loss.caption"),
                        Plot.Curves.of(
                                Axis.linear(words.text("axis.epoch")),
                                Axis.linear(words.text("axis.epoch-loss")).from(0),
                                Curve.counted(result.torch().label(), 1, torch.epochLoss()),
                                Curve.counted(repaired, 1, scaled.epochLoss()))))
                .text(words.text("torch-linear.text"))
                .build();
    }
}
