package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.lab.Cell;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.MeanStd;
import gradientlab.model.Normalisation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** "Normalisation layers": batch, layer and group norm at batch sizes from 1 to 256. */
public final class NormalisationLayers implements SummaryExperiment<NormalisationLayers.Result> {

    private static final List<Integer> BATCH_SIZES = List.of(1, 2, 8, 32, 256);

    /**
     * What came out.
     *
     * @param examples how many examples each net has seen, whatever the batch size
     */
    public record Result(int examples, List<NormRun> runs) {

        List<NormRun> of(Normalisation norm, int batchSize) {
            return runs.stream()
                    .filter(run -> run.normalisation().equals(norm.label()) && run.batchSize() == batchSize)
                    .toList();
        }

        List<Integer> batchSizes() {
            return runs.stream().map(NormRun::batchSize).distinct().toList();
        }
    }

    public static void main(String[] args) {
        Launch.main(new NormalisationLayers(), args);
    }

    @Override
    public String name() {
        return "normalisation-layers";
    }

    @Override
    public String summary() {
        return "Batch, layer and group norm at batch sizes 1 to 256: where batch norm breaks, and the noise of the batch";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int examples = lab.scale().of(512, 3_232, 32_320);
        List<Integer> sizes = lab.scale().of(List.of(1, 2, 32), BATCH_SIZES, BATCH_SIZES);
        List<Cell<NormRun>> cells = new ArrayList<>();
        for (Normalisation norm : Normalisation.values()) {
            for (int size : sizes) {
                for (long seed : Seeds.of(lab)) {
                    int steps = (examples + size - 1) / size;
                    cells.add(new Cell<>(
                            norm + " norm, batches of " + size + ", seed " + seed + ", " + steps + " steps",
                            steps,
                            task -> new NormTrial(lab, norm, size, seed).run(steps, task)));
                }
            }
        }
        return new Result(examples, lab.cells(name(), NormRun.class, cells));
    }

    @Override
    public Section section(Result result) {
        return Section.of(
                        name(),
                        "Normalisation layers and the size of the batch",
                        "Where does batch norm break, and what do layer and group norm do there?")
                .answer(answer(result))
                .table(
                        "tanh, torch-linear, the norm before tanh; every net has seen " + result.examples()
                                + " examples, at learning rate 0.1 · batch size / 32; mean ± std over "
                                + result.of(
                                                Normalisation.NONE,
                                                result.batchSizes().get(0))
                                        .size() + " seeds",
                        List.of(
                                "",
                                "batch size",
                                "accuracy, inference",
                                "accuracy, training mode",
                                "noise of the batch",
                                "alone: training against inference"),
                        rows(result))
                .figure(new Figure(
                        "accuracy-by-batch-size",
                        "Test accuracy in inference by batch size",
                        "Mean over the seeds after " + result.examples() + " examples.",
                        curves(
                                result,
                                NormRun::accuracy,
                                Axis.linear("test accuracy").from(0).to(1))))
                .figure(new Figure(
                        "noise-by-batch-size",
                        "The noise that the batch adds to an example's logits",
                        "std of one example's logits over batches of other companions in training mode, over the std of"
                                + " all logits in inference; 0, and so not drawn, for norms that look at one example alone.",
                        curves(
                                result,
                                NormRun::noise,
                                Axis.log("noise of the batch").from(0.01).to(1))))
                .text(
                        "Batch norm's mean and variance are estimates from the batch: of 256 examples good ones, of 2 a coin"
                                + " toss (each unit is ±1 up to its ε, whatever the size of what came in), of 1 nothing at all: the"
                                + " example is its own mean, every unit becomes β, no gradient reaches the weights below, and the"
                                + " running variance goes to 0. Layer and group norm take mean and variance over an example's own"
                                + " units: the size of the batch is nothing to them, an example alone is predicted in training"
                                + " mode as in inference, and there are no running statistics to be wrong. (With the largest batches few"
                                + " steps are left, at a high rate: "
                                + (result.examples() + largest(result) - 1) / largest(result) + " of "
                                + largest(result) + " examples at " + significant(0.1 * largest(result) / 32) + ".)")
                .build();
    }

    private static int largest(Result result) {
        return result.batchSizes().get(result.batchSizes().size() - 1);
    }

    private static String answer(Result result) {
        List<String> clauses = new ArrayList<>();
        for (int size : result.batchSizes()) {
            if (size <= 2) {
                clauses.add("with batches of " + size + " batch norm ends at an accuracy of "
                        + accuracy(result, Normalisation.BATCH, size) + ", layer norm at "
                        + accuracy(result, Normalisation.LAYER, size) + ", group norm at "
                        + accuracy(result, Normalisation.GROUP, size) + " and no norm at "
                        + accuracy(result, Normalisation.NONE, size));
            }
        }
        int usual = 32;
        String text = String.join("; ", clauses) + "; with batches of " + usual + " at "
                + accuracy(result, Normalisation.BATCH, usual) + ", " + accuracy(result, Normalisation.LAYER, usual)
                + ", " + accuracy(result, Normalisation.GROUP, usual) + " and "
                + accuracy(result, Normalisation.NONE, usual) + ". The batch's noise on a logit is "
                + noise(result, 2) + " of the logits' own spread with batches of 2 and " + noise(result, usual)
                + " with batches of " + usual + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String accuracy(Result result, Normalisation norm, int size) {
        return percent(Seeds.mean(result.of(norm, size), NormRun::accuracy), 1);
    }

    private static String noise(Result result, int size) {
        return percent(Seeds.mean(result.of(Normalisation.BATCH, size), NormRun::noise), 0);
    }

    private static List<List<String>> rows(Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (Normalisation norm : Normalisation.values()) {
            for (int size : result.batchSizes()) {
                List<NormRun> runs = result.of(norm, size);
                rows.add(List.of(
                        norm + (norm == Normalisation.NONE ? "" : " norm"),
                        String.valueOf(size),
                        Seeds.spread(runs, NormRun::accuracy).text(3),
                        Seeds.spread(runs, NormRun::accuracyTraining).text(3),
                        noiseText(Seeds.spread(runs, NormRun::noise)),
                        significant(Seeds.mean(runs, NormRun::aloneDifference))));
            }
        }
        return rows;
    }

    /** A batch of one has no companions. */
    private static String noiseText(MeanStd noise) {
        return Double.isNaN(noise.mean()) ? "–" : noise.text(3);
    }

    private static Plot.Curves curves(Result result, ToDoubleFunction<NormRun> figure, Axis y) {
        double[] x = result.batchSizes().stream().mapToDouble(size -> size).toArray();
        List<Curve> curves = Arrays.stream(Normalisation.values())
                .map(norm -> Curve.line(
                        norm + (norm == Normalisation.NONE ? "" : " norm"),
                        x,
                        result.batchSizes().stream()
                                .mapToDouble(size -> Seeds.mean(result.of(norm, size), figure))
                                .toArray()))
                .filter(curve -> Arrays.stream(curve.y()).anyMatch(value -> value > 0))
                .toList();
        return new Plot.Curves(Axis.log("batch size"), y, curves);
    }
}
