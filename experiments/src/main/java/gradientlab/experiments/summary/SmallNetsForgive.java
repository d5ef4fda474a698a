package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** "In small models the initialisation is not so critical: they learn in the end." */
public final class SmallNetsForgive implements SummaryExperiment<SmallNetsForgive.Result> {

    private static final int BATCH = 32;
    private static final int LONGER = 10;

    /** Several standard deviations over the seeds of nets that do equally well. */
    private static final double HALF_A_POINT = 0.005;

    /** Every row of the table; the rows with an argument at what the lecture or the depth experiment uses. */
    private static final List<String> INITIALISATIONS = List.of(
            "standard-normal",
            "standard-normal-small-output",
            "standard-normal-scaled",
            "torch-linear",
            "lecun-normal",
            "lecun-uniform",
            "xavier-normal",
            "xavier-uniform",
            "kaiming-normal",
            "kaiming-uniform",
            "orthogonal",
            "lsuv",
            "normal:0.01",
            "zeros",
            "constant:0.5");

    /** One seed, after the short and after the long training, on all test examples. */
    public record Run(
            String initialisation,
            long seed,
            double shortLoss,
            double shortAccuracy,
            double longLoss,
            double longAccuracy) {}

    /**
     * What came out.
     *
     * @param steps of the short training; the long one takes ten times as many
     */
    public record Result(int steps, List<Run> runs) {

        List<Run> of(String initialisation) {
            return runs.stream()
                    .filter(run -> run.initialisation().equals(initialisation))
                    .toList();
        }

        List<String> initialisations() {
            return runs.stream().map(Run::initialisation).distinct().toList();
        }

        double mean(String initialisation, ToDoubleFunction<Run> figure) {
            return Seeds.mean(of(initialisation), figure);
        }

        /** The best of all initialisations after the short training. */
        String best() {
            return initialisations().stream()
                    .max(Comparator.comparingDouble(each -> mean(each, Run::shortAccuracy)))
                    .orElseThrow();
        }

        /** By how much an initialisation is behind the one that is best after the short training. */
        double gap(String initialisation, ToDoubleFunction<Run> accuracy) {
            return mean(best(), accuracy) - mean(initialisation, accuracy);
        }
    }

    public static void main(String[] args) {
        Launch.main(new SmallNetsForgive(), args);
    }

    @Override
    public String name() {
        return "small-nets-forgive";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int steps = lab.scale().of(50, 1_010, 1_010);
        List<String> rows =
                lab.scale().of(List.of("standard-normal", "torch-linear", "zeros"), INITIALISATIONS, INITIALISATIONS);
        List<Cell<Run>> cells = new ArrayList<>();
        for (String row : rows) {
            for (long seed : Seeds.of(lab)) {
                cells.add(new Cell<>(
                        row + ", seed " + seed + ", " + steps + " steps",
                        (long) LONGER * steps,
                        task -> one(lab, row, seed, steps, task)));
            }
        }
        return new Result(steps, lab.cells(name(), Run.class, cells));
    }

    private static Run one(Lab lab, String initialisation, long seed, int steps, Progress.Task task) {
        ImageIterator batches = ImageIterator.shuffled(lab.data().train(), BATCH, seed);
        MlpSpec spec = MlpSpec.lecture()
                .initialisation(Initialisation.parse(initialisation))
                .seed(seed)
                .build();
        Net net = Net.of(spec.toNetwork(
                ImageIterator.shuffled(lab.data().train(), BATCH, seed).next().getFeatures()));
        String name = initialisation + ", ten times longer, seed " + seed;
        LabelledImages test = lab.data().test();
        lab.stepTrainer().train(net, name, batches, steps, task);
        Evaluation early = Evaluation.of(net, test, lab.testExamples(test.size()));
        lab.stepTrainer().train(net, name, batches, (LONGER - 1) * steps, task);
        Evaluation late = Evaluation.of(net, test, lab.testExamples(test.size()));
        return new Run(initialisation, seed, early.loss(), early.accuracy(), late.loss(), late.accuracy());
    }

    @Override
    public Section told(Result result, Words words) {
        return Section.of(name(), words.text("small-nets-forgive.title"), words.text("small-nets-forgive.asked"))
                .answer(answer(result, words))
                .table(
                        words.text(
                                "small-nets-forgive.gaps",
                                result.steps(),
                                LONGER * result.steps(),
                                result.of(result.best()).size(),
                                result.best()),
                        List.of(
                                "",
                                words.text("cell.accuracy"),
                                words.text("small-nets-forgive.longer"),
                                words.text("small-nets-forgive.gap"),
                                words.text("small-nets-forgive.longer"),
                                words.text("small-nets-forgive.closed"),
                                words.text("small-nets-forgive.loss"),
                                words.text("small-nets-forgive.later")),
                        result.initialisations().stream()
                                .map(each -> row(result, each))
                                .toList())
                .figure(new Figure(
                        "ten-times-longer",
                        words.text("ten-times-longer.title", result.steps()),
                        words.text("seeds-and-bars"),
                        bars(result, words)))
                .text(words.text(
                        "small-nets-forgive.text",
                        near(result),
                        result.initialisations().size()))
                .build();
    }

    private static String answer(Result result, Words words) {
        String wide = "standard-normal";
        String stuck = result.initialisations().stream()
                .min(Comparator.comparingDouble(each -> result.mean(each, Run::longAccuracy)))
                .orElseThrow();
        return words.text(
                "small-nets-forgive.answer",
                points(result.gap(wide, Run::shortAccuracy)),
                result.best(),
                result.steps(),
                points(result.gap(wide, Run::longAccuracy)),
                percent(closed(result, wide), 0),
                stuck,
                percent(result.mean(stuck, Run::longAccuracy), 1));
    }

    /** How many end within half a point of the best. */
    private static long near(Result result) {
        double best = result.initialisations().stream()
                .mapToDouble(each -> result.mean(each, Run::longAccuracy))
                .max()
                .orElseThrow();
        return result.initialisations().stream()
                .filter(each -> result.mean(each, Run::longAccuracy) >= best - HALF_A_POINT)
                .count();
    }

    private static String points(double gap) {
        return fixed(100 * gap, 1);
    }

    private static double closed(Result result, String initialisation) {
        return 1 - result.gap(initialisation, Run::longAccuracy) / result.gap(initialisation, Run::shortAccuracy);
    }

    private static List<String> row(Result result, String each) {
        List<Run> runs = result.of(each);
        boolean best = each.equals(result.best());
        return List.of(
                each,
                Seeds.spread(runs, Run::shortAccuracy).text(4),
                Seeds.spread(runs, Run::longAccuracy).text(4),
                best ? "–" : points(result.gap(each, Run::shortAccuracy)),
                best ? "–" : points(result.gap(each, Run::longAccuracy)),
                best ? "–" : percent(closed(result, each), 0),
                Seeds.spread(runs, Run::shortLoss).text(3),
                Seeds.spread(runs, Run::longLoss).text(3));
    }

    private static Plot.Bars bars(Result result, Words words) {
        return new Plot.Bars(
                "",
                Axis.linear(words.text("axis.test-accuracy")).from(0).to(1),
                result.initialisations(),
                List.of(
                        Bars.of(
                                words.text("ten-times-longer.steps", result.steps()),
                                spreads(result, Run::shortAccuracy)),
                        Bars.of(
                                words.text("ten-times-longer.steps", LONGER * result.steps()),
                                spreads(result, Run::longAccuracy))));
    }

    private static List<MeanStd> spreads(Result result, ToDoubleFunction<Run> figure) {
        return result.initialisations().stream()
                .map(each -> Seeds.spread(result.of(each), figure))
                .toList();
    }
}
