package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
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
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.List;

/** Step 2 of the lecture: batch normalisation. */
public final class BatchNorm implements LessonExperiment<BatchNorm.Result> {

    private static final int BINS = 80;

    /**
     * What came out.
     *
     * @param trainings without, before and after tanh, for N(0, 1) and for torch-linear
     * @param h the pre-activations of the fresh N(0, 1) net
     * @param normalised the same after normalisation
     */
    public record Result(List<Training> trainings, Histogram h, Histogram normalised) {}

    public static void main(String[] args) {
        Launch.main(new BatchNorm(), args);
    }

    @Override
    public String name() {
        return "batch-norm";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<TrainingPlan> plans = new ArrayList<>();
        for (InitialisationScheme scheme :
                List.of(InitialisationScheme.STANDARD_NORMAL, InitialisationScheme.TORCH_LINEAR)) {
            plans.add(lab.plan(b -> b.initialisation(scheme)));
            for (NormPosition place : NormPosition.values()) {
                plans.add(lab.plan(b -> b.initialisation(scheme)
                        .normalisation(Normalisation.BATCH)
                        .normPosition(place)));
            }
        }
        var runs = lab.train(plans);
        List<Training> trainings = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            trainings.add(Training.of(PlanName.withoutSeed(plans.get(i).spec()), runs.get(i)));
        }
        MlpCapture inside = new MlpCapture(lab.fresh(plans.get(1), Trainer.INSIDE_EXAMPLES), ActivationFunction.TANH);
        return new Result(
                trainings,
                Histogram.of(inside.affine(1).activation().values(), -30, 30, BINS),
                Histogram.of(inside.nonlinearity(1).preActivation().values(), -30, 30, BINS));
    }

    @Override
    public Section told(Result result, Words words) {
        RunFigures bad = result.trainings().get(0).first();
        RunFigures badBefore = result.trainings().get(1).first();
        RunFigures badAfter = result.trainings().get(2).first();
        RunFigures good = result.trainings().get(3).first();
        RunFigures goodBefore = result.trainings().get(4).first();
        return Section.of(name(), words.text("batch-norm.title"), words.text("batch-norm.asked"))
                .answer(words.text(
                        "batch-norm.answer",
                        percent(bad.saturatedAtStart(), 1),
                        percent(badBefore.saturatedAtStart(), 1),
                        accuracy(bad),
                        accuracy(badBefore),
                        accuracy(badAfter),
                        accuracy(good),
                        accuracy(goodBefore)))
                .table(
                        words.text("batch-norm.trainings"),
                        Training.columns(words),
                        Training.rows(words, result.trainings()))
                .figure(new Figure(
                        "normalised-pre-activations",
                        words.text("normalised-pre-activations.title"),
                        words.text(
                                "normalised-pre-activations.caption", significant(badBefore.preActivationStdAtStart())),
                        Plot.Curves.of(
                                Axis.linear(words.text("axis.value")),
                                Axis.linear(words.text("axis.density")).from(0),
                                Curve.density("h", result.h()),
                                Curve.density(words.text("batch-norm.normalised"), result.normalised()))))
                .figure(Training.lossFigure("batch-norm-loss", words, result.trainings()))
                .text(words.text("batch-norm.text"))
                .build();
    }

    private static String accuracy(RunFigures run) {
        return fixed(100 * run.testAccuracy(), 1) + " %";
    }
}
