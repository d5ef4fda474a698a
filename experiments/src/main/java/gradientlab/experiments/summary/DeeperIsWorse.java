package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.experiments.summary.DepthGrid.Point;
import gradientlab.lab.Cell;
import gradientlab.lab.DepthReference;
import gradientlab.lab.Lab;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.lab.run.Net;
import gradientlab.language.Words;
import gradientlab.model.HiddenActivations;
import gradientlab.model.MlpSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** "Deeper is worse": depth, nonlinearity, initialisation and normalisation. */
public final class DeeperIsWorse implements SummaryExperiment<DeeperIsWorse.Result> {

    /** One point of the grid with its repetitions. */
    public record Measured(Point point, List<DeepRun> runs) {

        MeanStd endLoss() {
            return Seeds.spread(runs, DeepRun::endLoss);
        }

        long diverged() {
            return runs.stream().filter(DeepRun::diverged).count();
        }
    }

    /**
     * What came out.
     *
     * @param steps steps of training at learning rate 0.1
     * @param meanSquareInput E[x²] over the first 1,000 training examples, for the theory
     * @param reference our means beside PyTorch's, where it has measured the same
     */
    public record Result(
            int steps, double meanSquareInput, List<Measured> grid, List<DepthReference.Comparison> reference) {

        List<Measured> where(String activation, String normalisation) {
            return grid.stream()
                    .filter(each -> each.point().activation().equals(activation))
                    .filter(each -> each.point().normalisation().equals(normalisation))
                    .toList();
        }

        List<Integer> depths() {
            return grid.stream()
                    .map(each -> each.point().depth())
                    .distinct()
                    .sorted()
                    .toList();
        }

        Measured at(Point point) {
            return grid.stream()
                    .filter(each -> each.point().equals(point))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static void main(String[] args) {
        Launch.main(new DeeperIsWorse(), args);
    }

    @Override
    public String name() {
        return "deeper-is-worse";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int steps = DepthGrid.steps(lab.scale());
        List<Point> points = DepthGrid.points(lab.scale());
        List<Long> seeds = Seeds.of(lab);
        List<Cell<DeepRun>> cells = new ArrayList<>();
        for (Point point : points) {
            seeds.forEach(seed -> cells.add(cell(lab, point, seed, steps)));
        }
        List<DeepRun> runs = lab.cells(name(), DeepRun.class, cells);
        List<Measured> grid = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            grid.add(new Measured(points.get(i), runs.subList(i * seeds.size(), (i + 1) * seeds.size())));
        }
        return new Result(steps, lab.meanSquareInput(), grid, DepthComparisons.of(grid, steps));
    }

    static Cell<DeepRun> cell(Lab lab, Point point, long seed, int steps) {
        String name = point + ", seed " + seed;
        MlpSpec spec = point.spec(seed);
        DeepRun.Maker maker = new DeepRun.Maker(
                name,
                point.depth(),
                HiddenActivations.parse(point.activation()),
                first -> Net.of(spec.toNetwork(first.getFeatures())),
                k -> "hidden-" + k);
        return new Cell<>(name + ", " + steps + " steps", steps, task -> DeepRun.of(lab, maker, seed, steps, task));
    }

    @Override
    public Section told(Result result, Words words) {
        Section.Builder section = Section.of(
                        name(), words.text("deeper-is-worse.title"), words.text("deeper-is-worse.asked"))
                .answer(answer(result, words));
        DepthFigures figures = new DepthFigures(result, words);
        for (String activation : activations(result)) {
            section.figure(figures.lossMap(activation));
            section.figure(figures.deltaMap(activation));
            section.figure(figures.signal(activation));
            section.figure(figures.delta(activation));
        }
        section.table(
                words.text(
                        "deeper-is-worse.deepest",
                        deepest(result),
                        result.grid().get(0).runs().size()),
                List.of(
                        "",
                        words.text("cell.first-z"),
                        words.text("cell.last"),
                        words.text("deeper-is-worse.last-a"),
                        words.text("cell.delta"),
                        words.text("deeper-is-worse.per-layer"),
                        words.text("cell.loss-at-end"),
                        words.text("deeper-is-worse.diverged")),
                result.grid().stream()
                        .filter(each -> each.point().depth() == deepest(result))
                        .map(each -> row(each, words))
                        .toList());
        return section.text(DepthComparisons.sentence(result.reference(), words))
                .text(words.text("deeper-is-worse.text", DeepRun.window(result.steps()), result.steps()))
                .build();
    }

    private static int deepest(Result result) {
        return result.depths().get(result.depths().size() - 1);
    }

    static List<String> activations(Result result) {
        return result.grid().stream()
                .map(each -> each.point().activation())
                .distinct()
                .toList();
    }

    /** The best of the shallowest and of the deepest nets without normalisation and with it, and the worst. */
    private static String answer(Result result, Words words) {
        List<String> sentences = new ArrayList<>();
        for (String activation : activations(result)) {
            Measured best = extreme(result, activation, false);
            Measured worst = extreme(result, activation, true);
            Measured normed = bestNormed(result, activation);
            sentences.add(words.text(
                    "deeper-is-worse.answer",
                    activation,
                    deepest(result),
                    loss(best, words),
                    best.point().initialisation(),
                    loss(worst, words),
                    worst.point().initialisation(),
                    loss(shallowBest(result, activation), words),
                    loss(normed, words),
                    words.retold(normed.point().row(), "label.")));
        }
        return String.join(" ", sentences);
    }

    private static String loss(Measured measured, Words words) {
        return measured.diverged() > 0
                ? words.text("deeper-is-worse.infinity")
                : fixed(measured.endLoss().mean(), 2);
    }

    private static double rank(Measured measured) {
        return measured.diverged() > 0
                ? Double.POSITIVE_INFINITY
                : measured.endLoss().mean();
    }

    private static Measured extreme(Result result, String activation, boolean worst) {
        Comparator<Measured> byLoss = Comparator.comparingDouble(DeeperIsWorse::rank);
        return result.where(activation, "none").stream()
                .filter(each -> each.point().depth() == deepest(result))
                .min(worst ? byLoss.reversed() : byLoss)
                .orElseThrow();
    }

    private static Measured shallowBest(Result result, String activation) {
        return result.where(activation, "none").stream()
                .filter(each -> each.point().depth() == result.depths().get(0))
                .min(Comparator.comparingDouble(DeeperIsWorse::rank))
                .orElseThrow();
    }

    private static Measured bestNormed(Result result, String activation) {
        return result.grid().stream()
                .filter(each -> each.point().activation().equals(activation))
                .filter(each -> !each.point().normalisation().equals("none"))
                .filter(each -> each.point().depth() == deepest(result))
                .min(Comparator.comparingDouble(DeeperIsWorse::rank))
                .orElseThrow();
    }

    private static List<String> row(Measured measured, Words words) {
        List<DeepRun> runs = measured.runs();
        int last = measured.point().depth() - 1;
        return List.of(
                measured.point().activation() + ", "
                        + words.retold(measured.point().row(), "label."),
                significant(Seeds.mean(runs, run -> run.zStd().get(0))),
                significant(Seeds.mean(runs, run -> run.zStd().get(last))),
                significant(Seeds.mean(runs, run -> run.aStd().get(last))),
                significant(Seeds.mean(
                        runs, run -> run.deltaStd().get(0) / run.deltaStd().get(last))),
                significant(Seeds.mean(runs, DeepRun::backwardFactor)),
                measured.diverged() > 0 ? "–" : measured.endLoss().text(3),
                words.text("deeper-is-worse.of", measured.diverged(), runs.size()));
    }
}
