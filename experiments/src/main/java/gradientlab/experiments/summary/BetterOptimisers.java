package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.lab.Cell;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.language.Words;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.model.Initialisation;
import gradientlab.model.MlpSpec;
import gradientlab.model.Optimiser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** "Better optimisers": SGD, Nesterov momentum, RMSProp and Adam on good and bad initialisations. */
public final class BetterOptimisers implements SummaryExperiment<BetterOptimisers.Result> {

    private static final int BATCH = 32;

    private static final List<String> INITIALISATIONS =
            List.of("standard-normal", "normal:0.01", "torch-linear", "kaiming-normal");

    /** Each around the rate it is usually given, so that none is judged by a rate that suits another. */
    private static final Map<Optimiser, List<Double>> RATES = Map.of(
            Optimiser.SGD, List.of(0.03, 0.1, 0.3),
            Optimiser.NESTEROV, List.of(0.003, 0.01, 0.03),
            Optimiser.RMSPROP, List.of(0.0003, 0.001, 0.003),
            Optimiser.ADAM, List.of(0.0003, 0.001, 0.003));

    /**
     * One training.
     *
     * @param endLoss the mean loss of the last training batches; NaN if the net diverged
     * @param accuracy on all test examples; NaN if the net diverged
     */
    public record Run(
            String optimiser, double rate, String initialisation, long seed, double endLoss, double accuracy) {}

    /**
     * What came out.
     *
     * @param steps steps of each training
     */
    public record Result(int steps, List<Run> runs) {

        List<Run> of(Optimiser optimiser, double rate, String initialisation) {
            return runs.stream()
                    .filter(run -> Optimiser.parse(run.optimiser()) == optimiser && run.rate() == rate)
                    .filter(run -> run.initialisation().equals(initialisation))
                    .toList();
        }

        /** The rate at which the loss of the training batches is lowest at the end; the test set has no say. */
        double bestRate(Optimiser optimiser, String initialisation) {
            return RATES.get(optimiser).stream()
                    .filter(rate -> !of(optimiser, rate, initialisation).isEmpty())
                    .min(Comparator.comparingDouble(rate -> lossOrInfinity(of(optimiser, rate, initialisation))))
                    .orElseThrow();
        }

        private static double lossOrInfinity(List<Run> runs) {
            double loss = Seeds.mean(runs, Run::endLoss);
            return Double.isFinite(loss) ? loss : Double.POSITIVE_INFINITY;
        }

        List<Run> best(Optimiser optimiser, String initialisation) {
            return of(optimiser, bestRate(optimiser, initialisation), initialisation);
        }
    }

    public static void main(String[] args) {
        Launch.main(new BetterOptimisers(), args);
    }

    @Override
    public String name() {
        return "better-optimisers";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int steps = lab.scale().of(60, 303, 1_010);
        List<Cell<Run>> cells = new ArrayList<>();
        for (Optimiser optimiser : Optimiser.values()) {
            for (double rate : rates(lab, optimiser)) {
                for (String initialisation : INITIALISATIONS) {
                    for (long seed : Seeds.of(lab)) {
                        cells.add(cell(lab, optimiser, rate, initialisation, seed, steps));
                    }
                }
            }
        }
        return new Result(steps, lab.cells(name(), Run.class, cells));
    }

    private static List<Double> rates(Lab lab, Optimiser optimiser) {
        List<Double> all = RATES.get(optimiser);
        return lab.scale().of(all.subList(1, 2), all, all);
    }

    private static Cell<Run> cell(
            Lab lab, Optimiser optimiser, double rate, String initialisation, long seed, int steps) {
        String name = optimiser + " " + rate + ", " + initialisation + ", seed " + seed;
        MlpSpec spec = MlpSpec.lecture()
                .optimiser(optimiser)
                .learningRate(rate)
                .initialisation(Initialisation.parse(initialisation))
                .seed(seed)
                .build();
        return new Cell<>(name + ", " + steps + " steps", steps, task -> one(lab, spec, name, steps, task));
    }

    private static Run one(Lab lab, MlpSpec spec, String name, int steps, Progress.Task task) {
        Net net = Net.of(spec.toNetwork());
        List<Double> losses = lab.stepTrainer()
                .train(net, name, ImageIterator.shuffled(lab.data().train(), BATCH, spec.seed()), steps, task);
        double end = DeepRun.endLoss(losses);
        LabelledImages test = lab.data().test();
        double accuracy = Double.isFinite(end)
                ? Evaluation.of(net, test, lab.testExamples(test.size())).accuracy()
                : Double.NaN;
        return new Run(
                spec.optimiser().label(),
                spec.learningRate(),
                spec.initialisation().toString(),
                spec.seed(),
                end,
                accuracy);
    }

    @Override
    public Section told(Result result, Words words) {
        return Section.of(name(), words.text("better-optimisers.title"), words.text("better-optimisers.asked"))
                .answer(answer(result, words))
                .table(
                        words.text("better-optimisers.best", result.steps()),
                        List.of(
                                "",
                                words.text("better-optimisers.optimiser"),
                                words.text("better-optimisers.rate"),
                                words.text("better-optimisers.loss"),
                                words.text("cell.test-accuracy"),
                                words.text("better-optimisers.against-sgd")),
                        rows(result))
                .figure(new Figure(
                        "optimisers-by-initialisation",
                        words.text("optimisers-by-initialisation.title", result.steps()),
                        words.text("optimisers-by-initialisation.caption"),
                        bars(result, words)))
                .text(words.text("better-optimisers.text"))
                .build();
    }

    private static String answer(Result result, Words words) {
        List<String> clauses = new ArrayList<>();
        for (String initialisation : INITIALISATIONS) {
            List<String> numbers = new ArrayList<>();
            for (Optimiser optimiser : Optimiser.values()) {
                if (optimiser != Optimiser.SGD) {
                    numbers.add(optimiser + " "
                            + difference(result, optimiser, initialisation).text(1));
                }
            }
            clauses.add(initialisation + ": " + String.join(", ", numbers));
        }
        return words.text("better-optimisers.answer", result.steps(), String.join("; ", clauses));
    }

    /** Points of accuracy, seed by seed. */
    static MeanStd difference(Result result, Optimiser optimiser, String initialisation) {
        List<Run> ours = result.best(optimiser, initialisation);
        List<Run> sgd = result.best(Optimiser.SGD, initialisation);
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            differences.add(100 * (ours.get(i).accuracy() - sgd.get(i).accuracy()));
        }
        return MeanStd.of(differences);
    }

    private static List<List<String>> rows(Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (String initialisation : INITIALISATIONS) {
            for (Optimiser optimiser : Optimiser.values()) {
                List<Run> runs = result.best(optimiser, initialisation);
                rows.add(List.of(
                        initialisation,
                        optimiser.label(),
                        significant(result.bestRate(optimiser, initialisation)),
                        Seeds.spread(runs, Run::endLoss).text(3),
                        Seeds.spread(runs, Run::accuracy).text(4),
                        optimiser == Optimiser.SGD
                                ? "–"
                                : difference(result, optimiser, initialisation).text(1)));
            }
        }
        return rows;
    }

    private static Plot.Bars bars(Result result, Words words) {
        List<Plot.Series> series = new ArrayList<>();
        for (Optimiser optimiser : Optimiser.values()) {
            series.add(Bars.of(
                    optimiser.label(),
                    INITIALISATIONS.stream()
                            .map(each -> Seeds.spread(result.best(optimiser, each), Run::accuracy))
                            .toList()));
        }
        return new Plot.Bars(
                "", Axis.linear(words.text("axis.test-accuracy")).from(0).to(1), INITIALISATIONS, series);
    }
}
