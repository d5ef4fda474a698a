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
import gradientlab.language.Words;
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
    public Section told(Result result, Words words) {
        int largest = largest(result);
        return Section.of(name(), words.text("normalisation-layers.title"), words.text("normalisation-layers.asked"))
                .answer(answer(result, words))
                .table(
                        words.text(
                                "normalisation-layers.nets",
                                result.examples(),
                                result.of(
                                                Normalisation.NONE,
                                                result.batchSizes().get(0))
                                        .size()),
                        List.of(
                                "",
                                words.text("axis.batch-size"),
                                words.text("normalisation-layers.inference"),
                                words.text("normalisation-layers.training"),
                                words.text("noise-by-batch-size.y"),
                                words.text("normalisation-layers.alone")),
                        rows(result, words))
                .figure(new Figure(
                        "accuracy-by-batch-size",
                        words.text("accuracy-by-batch-size.title"),
                        words.text("accuracy-by-batch-size.caption", result.examples()),
                        curves(
                                result,
                                NormRun::accuracy,
                                Axis.linear(words.text("axis.test-accuracy"))
                                        .from(0)
                                        .to(1),
                                words)))
                .figure(new Figure(
                        "noise-by-batch-size",
                        words.text("noise-by-batch-size.title"),
                        words.text("noise-by-batch-size.caption"),
                        curves(
                                result,
                                NormRun::noise,
                                Axis.log(words.text("noise-by-batch-size.y"))
                                        .from(0.01)
                                        .to(1),
                                words)))
                .text(words.text(
                        "normalisation-layers.text",
                        (result.examples() + largest - 1) / largest,
                        largest,
                        significant(0.1 * largest / 32)))
                .build();
    }

    private static int largest(Result result) {
        return result.batchSizes().get(result.batchSizes().size() - 1);
    }

    private static String answer(Result result, Words words) {
        List<String> clauses = new ArrayList<>();
        for (int size : result.batchSizes()) {
            if (size <= 2) {
                clauses.add(words.text(
                        "normalisation-layers.small",
                        size,
                        accuracy(result, Normalisation.BATCH, size),
                        accuracy(result, Normalisation.LAYER, size),
                        accuracy(result, Normalisation.GROUP, size),
                        accuracy(result, Normalisation.NONE, size)));
            }
        }
        int usual = 32;
        String text = words.text(
                "normalisation-layers.answer",
                String.join("; ", clauses),
                usual,
                accuracy(result, Normalisation.BATCH, usual),
                accuracy(result, Normalisation.LAYER, usual),
                accuracy(result, Normalisation.GROUP, usual),
                accuracy(result, Normalisation.NONE, usual),
                noise(result, 2),
                noise(result, usual));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String told(Normalisation norm, Words words) {
        return words.text("norm." + norm.label());
    }

    private static String accuracy(Result result, Normalisation norm, int size) {
        return percent(Seeds.mean(result.of(norm, size), NormRun::accuracy), 1);
    }

    private static String noise(Result result, int size) {
        return percent(Seeds.mean(result.of(Normalisation.BATCH, size), NormRun::noise), 0);
    }

    private static List<List<String>> rows(Result result, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Normalisation norm : Normalisation.values()) {
            for (int size : result.batchSizes()) {
                List<NormRun> runs = result.of(norm, size);
                rows.add(List.of(
                        told(norm, words),
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

    private static Plot.Curves curves(Result result, ToDoubleFunction<NormRun> figure, Axis y, Words words) {
        double[] x = result.batchSizes().stream().mapToDouble(size -> size).toArray();
        List<Curve> curves = Arrays.stream(Normalisation.values())
                .map(norm -> Curve.line(
                        told(norm, words),
                        x,
                        result.batchSizes().stream()
                                .mapToDouble(size -> Seeds.mean(result.of(norm, size), figure))
                                .toArray()))
                .filter(curve -> Arrays.stream(curve.y()).anyMatch(value -> value > 0))
                .toList();
        return new Plot.Curves(Axis.log(words.text("axis.batch-size")), y, curves);
    }
}
