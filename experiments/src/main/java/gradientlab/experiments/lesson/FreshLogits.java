package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Histogram;
import gradientlab.diagnostics.Logits;
import gradientlab.diagnostics.Matrix;
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
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Step 1.1 of the lecture: the logits and classes of the fresh net, and the same with the output layer scaled. */
public final class FreshLogits implements LessonExperiment<FreshLogits.Result> {

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
    public Section told(Result result, Words words) {
        RunFigures wide = result.wideRun();
        RunFigures scaled = result.scaledRun();
        return Section.of(name(), words.text("fresh-logits.title"), words.text("fresh-logits.asked"))
                .answer(words.text(
                        "fresh-logits.answer",
                        fixed(wide.initialLoss(), 2),
                        fixed(scaled.initialLoss(), 3),
                        fixed(scaled.epochLossFirst(), 3),
                        caughtUp(wide, scaled, words),
                        percent(wide.testAccuracy(), 1),
                        percent(scaled.testAccuracy(), 1)))
                .table(
                        words.text("fresh-logits.before"),
                        List.of(
                                "",
                                words.text("logit-scale.std"),
                                words.text("fresh-logits.largest"),
                                words.text("fresh-logits.most")),
                        List.of(freshRow(result.wide(), words), freshRow(result.scaled(), words)))
                .table(
                        words.text("fresh-logits.training"),
                        Training.columns(words),
                        Training.rows(words, result.trainings()))
                .figure(new Figure(
                        "logits-at-the-start",
                        words.text("logits-at-the-start.title"),
                        words.text("logits-at-the-start.caption"),
                        Plot.Curves.of(
                                Axis.linear(words.text("axis.logit")),
                                Axis.linear(words.text("axis.density")).from(0),
                                Curve.density(
                                        result.wide().label(), result.wide().logits()))))
                .figure(new Figure(
                        "classes-at-the-start",
                        words.text("classes-at-the-start.title"),
                        words.text("classes-at-the-start.caption"),
                        new Plot.Bars(
                                words.text("classes-at-the-start.x"),
                                Axis.linear(words.text("classes-at-the-start.y"))
                                        .from(0),
                                IntStream.range(0, 10).mapToObj(String::valueOf).toList(),
                                List.of(bars(result.wide(), words), bars(result.scaled(), words)))))
                .figure(Training.lossFigure("easy-part-removed", words, result.trainings()))
                .figure(logitStds(result, words))
                .text(words.text("fresh-logits.text"))
                .build();
    }

    private static String caughtUp(RunFigures wide, RunFigures scaled, Words words) {
        int epochs = epochsToCatchUp(wide, scaled);
        return epochs > 0
                ? words.text("fresh-logits.caught-up", epochs)
                : words.text("fresh-logits.not-caught-up", wide.epochLoss().size());
    }

    /** The caption says where each curve goes: the logits of the unscaled net do not shrink throughout. */
    private static Figure logitStds(Result result, Words words) {
        List<Double> wide = result.wideRun().epochLogitStd();
        List<Double> scaled = result.scaledRun().epochLogitStd();
        return new Figure(
                "logit-std-over-training",
                words.text("logit-std-over-training.title"),
                words.text(
                        "logit-std-over-training.caption",
                        significant(wide.get(0)),
                        significant(Collections.min(wide)),
                        significant(wide.get(wide.size() - 1)),
                        significant(scaled.get(0)),
                        significant(scaled.get(scaled.size() - 1))),
                Plot.Curves.of(
                        Axis.linear(words.text("axis.epoch")),
                        Axis.linear(words.text("logit-scale.std")).from(0),
                        Curve.counted(Labels.in(words, result.wide().label()), 0, wide),
                        Curve.counted(Labels.in(words, result.scaled().label()), 0, scaled)));
    }

    /** The first epoch in which the wide net's loss is at most the scaled net's first; 0 for never. */
    private static int epochsToCatchUp(RunFigures wide, RunFigures scaled) {
        return IntStream.rangeClosed(1, wide.epochLoss().size())
                .filter(epoch -> wide.epochLoss().get(epoch - 1) <= scaled.epochLossFirst())
                .findFirst()
                .orElse(0);
    }

    private static List<String> freshRow(Fresh fresh, Words words) {
        long most = Collections.max(fresh.predicted());
        return List.of(
                Labels.in(words, fresh.label()),
                significant(fresh.logitStd()),
                percent(fresh.confidence(), 1),
                words.text("fresh-logits.most-cell", fresh.predicted().indexOf(most), most));
    }

    private static Plot.Series bars(Fresh fresh, Words words) {
        List<Double> counts = fresh.predicted().stream().map(Long::doubleValue).toList();
        return new Plot.Series(Labels.in(words, fresh.label()), counts, null);
    }
}
