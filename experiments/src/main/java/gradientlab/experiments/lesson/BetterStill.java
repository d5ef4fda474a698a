package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.percent;

import gradientlab.activations.ActivationFunction;
import gradientlab.cli.Launch;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.model.InitialisationScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Step 1.3 of the lecture: "Shall we do better still?" */
public final class BetterStill implements Experiment<BetterStill.Result> {

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
    public String summary() {
        return "Shall we do better still? Other initialisations and ReLU, each over several seeds";
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
    public Section section(Result result) {
        Training torch = result.trainings().get(0);
        Training best = result.trainings().stream()
                .min(Comparator.comparingDouble(t -> t.mean(RunFigures::testLossFull)))
                .orElseThrow();
        return Section.of(
                        name(),
                        "Shall we do better still?",
                        "Is there an initialisation that beats torch.nn.Linear's in the same ten epochs?")
                .answer(answer(torch, best))
                .table(
                        "Mean ± std over " + torch.runs().size() + " seeds",
                        Training.COLUMNS,
                        Training.rows(result.trainings()))
                .figure(new Figure(
                        "test-loss-by-initialisation",
                        "Loss on all test examples after ten epochs",
                        "Mean over the seeds; the bars are ± one standard deviation.",
                        new Plot.Bars(
                                "", Axis.linear("test loss (nats)").from(0), labels(result), List.of(bars(result)))))
                .text(
                        "A better start saves steps, and in a net with one hidden layer that is nearly all it does: they all"
                                + " learn in the end. Look at the first epoch for the difference, at the last for how little of it"
                                + " is left. What the nonlinearity is matters more than the std of the weights.")
                .build();
    }

    private static String answer(Training torch, Training best) {
        MeanStd difference = difference(best, torch);
        if (best.equals(torch)) {
            return "No candidate has a lower loss over all test examples than torch-linear.";
        }
        return "The lowest loss over all test examples is that of " + best.label() + ": "
                + best.spread(RunFigures::testLossFull).text(4) + " against torch-linear's "
                + torch.spread(RunFigures::testLossFull).text(4) + ", a difference of "
                + String.format(Locale.ROOT, "%+.4f", difference.mean()) + " seed by seed"
                + (difference.count() > 1 ? String.format(Locale.ROOT, " (std %.4f)", difference.std()) : "")
                + "; accuracy " + percent(best.mean(RunFigures::testAccuracy), 2) + " against "
                + percent(torch.mean(RunFigures::testAccuracy), 2) + ".";
    }

    private static MeanStd difference(Training a, Training b) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < a.runs().size(); i++) {
            differences.add(a.runs().get(i).testLossFull() - b.runs().get(i).testLossFull());
        }
        return MeanStd.of(differences);
    }

    private static List<String> labels(Result result) {
        return result.trainings().stream().map(Training::label).toList();
    }

    private static Plot.Series bars(Result result) {
        List<MeanStd> spreads = result.trainings().stream()
                .map(t -> t.spread(RunFigures::testLossFull))
                .toList();
        boolean several = spreads.get(0).count() > 1;
        return new Plot.Series(
                "test loss",
                spreads.stream().map(MeanStd::mean).toList(),
                several ? spreads.stream().map(MeanStd::std).toList() : null);
    }
}
