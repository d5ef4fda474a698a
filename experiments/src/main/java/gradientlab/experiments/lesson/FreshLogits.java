package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Logits;
import gradientlab.diagnostics.Matrix;
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
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Step 1.1 of the lecture: the logits and classes of the fresh net, and the same with the output layer scaled. */
public final class FreshLogits implements Experiment<FreshLogits.Result> {

    private static final int BINS = 60;

    /**
     * One net before training, on 1,000 examples.
     *
     * @param predicted how many examples each class is predicted for
     * @param confidence the mean over the examples of the largest probability
     */
    public record Fresh(String label, double logitStd, double confidence, List<Long> predicted, Histogram logits) {}

    public record Result(Fresh wide, Fresh scaled, RunFigures wideRun, RunFigures scaledRun) {
        private List<Training> trainings() {
            return List.of(new Training(wide.label, List.of(wideRun)), new Training(scaled.label, List.of(scaledRun)));
        }
    }

    public static void main(String[] args) {
        Launch.main(new FreshLogits(), args);
    }

    @Override
    public String name() {
        return "fresh-logits";
    }

    @Override
    public String summary() {
        return "Logits and classes at the start; the output layer scaled; the easy part of training removed";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        TrainingPlan wide = lab.plan(b -> b.initialisation(InitialisationScheme.STANDARD_NORMAL));
        TrainingPlan scaled = lab.plan(b -> b.initialisation(InitialisationScheme.STANDARD_NORMAL_SMALL_OUTPUT));
        var runs = lab.train(List.of(wide, scaled));
        return new Result(
                fresh("N(0, 1)", lab.fresh(wide, Trainer.INSIDE_EXAMPLES)),
                fresh("output × 0.01", lab.fresh(scaled, Trainer.INSIDE_EXAMPLES)),
                runs.get(0).figures(),
                runs.get(1).figures());
    }

    private static Fresh fresh(String label, Capture capture) {
        Matrix z = capture.logits();
        double confidence = 0;
        for (int row = 0; row < z.rows(); row++) {
            confidence += largestProbability(z, row) / z.rows();
        }
        List<Long> predicted = LongStream.of(Logits.predictions(z)).boxed().toList();
        return new Fresh(
                label, MlpCapture.std(z.values()), confidence, predicted, Histogram.of(z.values(), -40, 40, BINS));
    }

    /** The softmax of the largest logit: 1/Σ e^(z − largest). */
    private static double largestProbability(Matrix z, int row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < z.columns(); c++) {
            largest = Math.max(largest, z.at(row, c));
        }
        double sum = 0;
        for (int c = 0; c < z.columns(); c++) {
            sum += Math.exp(z.at(row, c) - largest);
        }
        return 1 / sum;
    }

    @Override
    public Section section(Result result) {
        int epochs = epochsToCatchUp(result.wideRun(), result.scaledRun());
        String caughtUp = epochs > 0
                ? "the unscaled net needs " + epochs + " epochs to come as low"
                : "the unscaled net does not come as low in "
                        + result.wideRun().epochLoss().size() + " epochs";
        return Section.of(
                        name(),
                        "Logits near zero remove the easy part",
                        "Which logits and classes does the fresh net give, how are they brought near zero, and what"
                                + " changes in training?")
                .answer("Scaling the output layer takes the first loss from "
                        + fixed(result.wideRun().initialLoss(), 2) + " to "
                        + fixed(result.scaledRun().initialLoss(), 3)
                        + ". After one epoch the scaled net's mean loss is "
                        + fixed(result.scaledRun().epochLossFirst(), 3) + "; " + caughtUp
                        + ". Accuracy after training: "
                        + percent(result.wideRun().testAccuracy(), 1) + " against "
                        + percent(result.scaledRun().testAccuracy(), 1) + ".")
                .table(
                        "Before the first step, on 1,000 examples",
                        List.of("", "std of the logits", "mean of the largest probability", "most predicted class"),
                        List.of(freshRow(result.wide()), freshRow(result.scaled())))
                .table("Training", Training.COLUMNS, Training.rows(result.trainings()))
                .figure(new Figure(
                        "logits-at-the-start",
                        "Logits of the fresh net, N(0, 1) everywhere",
                        "Logits of 1,000 examples. A softmax of numbers so far apart is sure of one class, and it does not"
                                + " matter which.",
                        Plot.Curves.of(
                                Axis.linear("logit"),
                                Axis.linear("density").from(0),
                                Curve.density(
                                        result.wide().label(), result.wide().logits()))))
                .figure(new Figure(
                        "classes-at-the-start",
                        "Classes that the fresh nets predict",
                        "A fresh net knows nothing, and still prefers some classes by far. Even logits near zero have a"
                                + " largest one; but now the probability behind it is near 1/10.",
                        new Plot.Bars(
                                "class",
                                Axis.linear("examples of 1,000").from(0),
                                IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                                List.of(bars(result.wide()), bars(result.scaled())))))
                .figure(Training.lossFigure(
                        "easy-part-removed",
                        "The loss per epoch with and without wide logits",
                        "The scaled net begins where the other arrives after its first epochs.",
                        result.trainings()))
                .figure(new Figure(
                        "logit-std-over-training",
                        "The std of the logits over training",
                        "What the first epochs of the unscaled net are spent on: its logits shrink. The scaled net's grow"
                                + " to the size it needs.",
                        Plot.Curves.of(
                                Axis.linear("epoch"),
                                Axis.linear("std of the logits").from(0),
                                Curve.counted(
                                        result.wide().label(),
                                        0,
                                        result.wideRun().epochLogitStd()),
                                Curve.counted(
                                        result.scaled().label(),
                                        0,
                                        result.scaledRun().epochLogitStd()))))
                .text(
                        "The hidden layer of both nets is the same, number for number; only the output layer's weights are"
                                + " times 0.01 and its biases zero. So the gain comes from the logits alone.")
                .build();
    }

    /** The first epoch in which the wide net's loss is at most the scaled net's first; 0 for never. */
    private static int epochsToCatchUp(RunFigures wide, RunFigures scaled) {
        return IntStream.rangeClosed(1, wide.epochLoss().size())
                .filter(epoch -> wide.epochLoss().get(epoch - 1) <= scaled.epochLossFirst())
                .findFirst()
                .orElse(0);
    }

    private static List<String> freshRow(Fresh fresh) {
        long most = Collections.max(fresh.predicted());
        return List.of(
                fresh.label(),
                significant(fresh.logitStd()),
                percent(fresh.confidence(), 1),
                fresh.predicted().indexOf(most) + " (" + most + " of 1,000)");
    }

    private static Plot.Series bars(Fresh fresh) {
        List<Double> counts = fresh.predicted().stream().map(Long::doubleValue).toList();
        return new Plot.Series(fresh.label(), counts, null);
    }
}
