package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.percent;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Step 1.3 of the lecture: "Shall we do better still?" */
public final class BetterStill implements LessonExperiment<BetterStill.Result> {

    /**
     * What came out.
     *
     * @param trainings the repetitions of each candidate, torch-linear first
     */
    public record Result(List<Training> trainings) {}

    public static void main(String[] args) {
        Launch.main(new BetterStill(), args);
    }

    @Override
    public String name() {
        return "better-still";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        List<TrainingPlan> plans = List.of(
                lab.plan(b -> b.initialisation(InitialisationScheme.TORCH_LINEAR)),
                lab.plan(b -> b.initialisation(InitialisationScheme.LECUN_NORMAL)),
                lab.plan(b -> b.initialisation(InitialisationScheme.XAVIER_UNIFORM)),
                lab.plan(b -> b.initialisation(InitialisationScheme.KAIMING_NORMAL)),
                lab.plan(b -> b.initialisation(InitialisationScheme.ORTHOGONAL)),
                lab.plan(b ->
                        b.initialisation(InitialisationScheme.KAIMING_NORMAL).activation(ActivationFunction.RELU)));
        var runs = lab.trainRepeated(plans);
        List<Training> trainings = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            trainings.add(Training.of(PlanName.withoutSeed(plans.get(i).spec()), runs.get(i)));
        }
        return new Result(trainings);
    }

    @Override
    public Section told(Result result, Words words) {
        Training torch = result.trainings().get(0);
        Training best = result.trainings().stream()
                .min(Comparator.comparingDouble(t -> t.mean(RunFigures::testLossFull)))
                .orElseThrow();
        return Section.of(name(), words.text("better-still.title"), words.text("better-still.asked"))
                .answer(answer(torch, best, words))
                .table(
                        words.text("better-still.seeds", torch.runs().size()),
                        Training.columns(words),
                        Training.rows(words, result.trainings()))
                .figure(new Figure(
                        "test-loss-by-initialisation",
                        words.text("test-loss-by-initialisation.title"),
                        words.text("test-loss-by-initialisation.caption"),
                        new Plot.Bars(
                                "",
                                Axis.linear(words.text("test-loss-by-initialisation.y"))
                                        .from(0),
                                labels(result, words),
                                List.of(bars(result, words)))))
                .text(words.text("better-still.text"))
                .build();
    }

    private static String answer(Training torch, Training best, Words words) {
        if (best.equals(torch)) {
            return words.text("better-still.none");
        }
        MeanStd difference = difference(best, torch);
        return words.text(
                "better-still.answer",
                Labels.in(words, best.label()),
                best.spread(RunFigures::testLossFull).text(4),
                torch.spread(RunFigures::testLossFull).text(4),
                String.format(Locale.ROOT, "%+.4f", difference.mean()),
                difference.count() > 1
                        ? words.text("better-still.std", String.format(Locale.ROOT, "%.4f", difference.std()))
                        : "",
                percent(best.mean(RunFigures::testAccuracy), 2),
                percent(torch.mean(RunFigures::testAccuracy), 2));
    }

    private static MeanStd difference(Training a, Training b) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < a.runs().size(); i++) {
            differences.add(a.runs().get(i).testLossFull() - b.runs().get(i).testLossFull());
        }
        return MeanStd.of(differences);
    }

    private static List<String> labels(Result result, Words words) {
        return result.trainings().stream()
                .map(training -> Labels.in(words, training.label()))
                .toList();
    }

    private static Plot.Series bars(Result result, Words words) {
        List<MeanStd> spreads = result.trainings().stream()
                .map(t -> t.spread(RunFigures::testLossFull))
                .toList();
        boolean several = spreads.get(0).count() > 1;
        return new Plot.Series(
                words.text("training.test-loss"),
                spreads.stream().map(MeanStd::mean).toList(),
                several ? spreads.stream().map(MeanStd::std).toList() : null);
    }
}
