package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MlpCapture;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.NormPosition;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.List;

/** Step 2 of the lecture: batch normalisation. */
public final class BatchNorm implements Experiment<BatchNorm.Result> {

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
    public String summary() {
        return "Batch normalisation before and after the nonlinearity, on a bad and on a good initialisation";
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
    public Section section(Result result) {
        Training bad = result.trainings().get(0);
        Training badBefore = result.trainings().get(1);
        Training badAfter = result.trainings().get(2);
        Training good = result.trainings().get(3);
        Training goodBefore = result.trainings().get(4);
        return Section.of(
                        name(),
                        "Batch normalisation",
                        "If activations should be near standard normal, why not make them so? What does it cost, and where"
                                + " does it belong?")
                .answer("Before tanh it takes the saturated share of the N(0, 1) net from "
                        + percent(bad.first().saturatedAtStart(), 1) + " to "
                        + percent(badBefore.first().saturatedAtStart(), 1) + " and its accuracy from " + accuracy(bad)
                        + " to " + accuracy(badBefore) + "; after tanh, where the damage is done, it ends at "
                        + accuracy(badAfter) + ". With torch-linear the accuracy goes from " + accuracy(good) + " to "
                        + accuracy(goodBefore) + ".")
                .table(
                        "Ten epochs with and without batch normalisation",
                        Training.COLUMNS,
                        Training.rows(result.trainings()))
                .figure(new Figure(
                        "normalised-pre-activations",
                        "Pre-activations of the N(0, 1) net before and after normalisation",
                        "Each unit's pre-activations less their mean over the batch, divided by their std over the batch:"
                                + " std " + significant(badBefore.first().preActivationStdAtStart()) + " becomes 1.",
                        Plot.Curves.of(
                                Axis.linear("value"),
                                Axis.linear("density").from(0),
                                Curve.density("h", result.h()),
                                Curve.density("normalised", result.normalised()))))
                .figure(Training.lossFigure(
                        "batch-norm-loss",
                        "The loss per epoch with and without batch normalisation",
                        "The output layer of the N(0, 1) net stays too wide; batch normalisation of the hidden layer cannot"
                                + " repair that.",
                        result.trainings()))
                .text(
                        "In training each unit's value z becomes gamma·(z − mean)/√(variance + ε) + beta, with mean and variance"
                                + " over the batch (Ioffe and Szegedy 2015). gamma and beta are learnt, so the layer can undo what"
                                + " was done to it. The price: what an example gives depends on the others of its batch, which are"
                                + " drawn at random. That turns out not so bad: the net learns to stand small variations. A bias"
                                + " before the normalisation is subtracted with the mean; the hidden layer has none here.")
                .build();
    }

    private static String accuracy(Training training) {
        return fixed(100 * training.first().testAccuracy(), 1) + " %";
    }
}
