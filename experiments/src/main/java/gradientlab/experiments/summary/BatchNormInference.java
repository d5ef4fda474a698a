package gradientlab.experiments.summary;

import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.lab.Cell;
import gradientlab.lab.Lab;
import gradientlab.lab.LecturePart;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.language.Words;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.model.BatchNormFolding;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.MlpSpec;
import gradientlab.model.Normalisation;
import gradientlab.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** The lecture's last question: how does a net with batch norm predict a single example, and what is left of the norm? */
public final class BatchNormInference implements SummaryExperiment<BatchNormInference.Result> {

    private static final int BATCH = 32;
    private static final int EXAMPLES = 1_000;
    private static final List<Integer> MOMENTS = List.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 300);

    /**
     * One seed.
     *
     * @param runningLoss the test loss in inference, by {@link Result#moments}
     * @param batchLoss the loss on the same 1,000 test examples by their own statistics
     * @param alone the largest difference of a logit between an example alone and in company, in inference
     * @param foldedDifference the largest difference of a logit, over all test examples, between the net in inference and
     *     the net with its norms folded away
     * @param largestLogit the largest logit in size, to compare that with
     * @param foldedOtherClass test examples to which the two give different classes
     * @param accuracy of the net in inference
     * @param foldedAccuracy of the folded net
     * @param refusal what training mode says to a single example
     */
    public record Run(
            long seed,
            List<Double> runningLoss,
            List<Double> batchLoss,
            double alone,
            double foldedDifference,
            double largestLogit,
            int foldedOtherClass,
            double accuracy,
            double foldedAccuracy,
            String refusal) {}

    /**
     * What came out.
     *
     * @param moments numbers of steps after which the losses were measured
     */
    public record Result(List<Integer> moments, List<Run> runs) {}

    public static void main(String[] args) {
        Launch.main(new BatchNormInference(), args);
    }

    @Override
    public String name() {
        return "batch-norm-inference";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        int last = lab.scale().of(50, 300, 300);
        List<Integer> moments = MOMENTS.stream().filter(step -> step <= last).toList();
        List<Cell<Run>> cells = Seeds.of(lab).stream()
                .map(seed -> new Cell<>(
                        "seed " + seed + ", " + last + " steps", last, task -> one(lab, seed, moments, task)))
                .toList();
        return new Result(moments, lab.cells(name(), Run.class, cells));
    }

    private static Run one(Lab lab, long seed, List<Integer> moments, Progress.Task task) {
        MlpSpec spec = MlpSpec.lecture()
                .initialisation(InitialisationScheme.TORCH_LINEAR)
                .normalisation(Normalisation.BATCH)
                .seed(seed)
                .build();
        MultiLayerNetwork network = spec.toNetwork();
        Net net = Net.of(network);
        ImageIterator batches = ImageIterator.shuffled(lab.data().train(), BATCH, seed);
        LabelledImages test = lab.data().test();
        DataSet examples = test.first(Math.min(EXAMPLES, test.size()));
        List<Double> running = new ArrayList<>();
        List<Double> batch = new ArrayList<>();
        int done = 0;
        for (int moment : moments) {
            String name = "batch norm, first steps, seed " + seed;
            lab.stepTrainer().train(net, name, batches, moment - done, task);
            done = moment;
            running.add(network.score(examples, false));
            batch.add(network.score(examples, true));
        }
        return finished(seed, spec, network, test, running, batch);
    }

    private static Run finished(
            long seed,
            MlpSpec spec,
            MultiLayerNetwork network,
            LabelledImages test,
            List<Double> running,
            List<Double> batch) {
        MultiLayerNetwork folded = BatchNormFolding.fold(spec, network);
        INDArray all = test.range(0, test.size()).getFeatures();
        INDArray logits = Prediction.inference(network, all);
        INDArray foldedLogits = Prediction.inference(folded, all);
        return new Run(
                seed,
                running,
                batch,
                alone(network, test, logits),
                logits.sub(foldedLogits).amaxNumber().doubleValue(),
                logits.amaxNumber().doubleValue(),
                logits.argMax(1)
                        .neq(foldedLogits.argMax(1))
                        .castTo(logits.dataType())
                        .sumNumber()
                        .intValue(),
                Evaluation.of(network, test, test.size()).accuracy(),
                Evaluation.of(folded, test, test.size()).accuracy(),
                refusal(network, test));
    }

    private static double alone(MultiLayerNetwork network, LabelledImages test, INDArray logits) {
        double largest = 0;
        for (int i = 0; i < Math.min(100, test.size()); i++) {
            INDArray one = Prediction.inference(network, test.range(i, i + 1).getFeatures());
            largest = Math.max(
                    largest, one.getRow(0).sub(logits.getRow(i)).amaxNumber().doubleValue());
        }
        return largest;
    }

    /** What training mode says to a single example; empty if it did not refuse. */
    private static String refusal(MultiLayerNetwork network, LabelledImages test) {
        try {
            Prediction.training(network, test.first(1).getFeatures());
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Override
    public LecturePart part() {
        return LecturePart.NORMALISATION;
    }

    @Override
    public Section told(Result result, Words words) {
        Run first = result.runs().get(0);
        return Section.of(name(), words.text("batch-norm-inference.title"), words.text("batch-norm-inference.asked"))
                .answer(words.text(
                        "batch-norm-inference.answer",
                        significant(largest(result, Run::alone)),
                        significant(largest(result, Run::foldedDifference)),
                        significant(largest(result, Run::largestLogit)),
                        Math.round(largest(result, Run::foldedOtherClass))))
                .table(
                        words.text("batch-norm-inference.nets", last(result)),
                        List.of(
                                "",
                                words.text("batch-norm-inference.alone"),
                                words.text("batch-norm-inference.folded"),
                                words.text("batch-norm-inference.other-classes"),
                                words.text("cell.accuracy"),
                                words.text("batch-norm-inference.accuracy-folded")),
                        result.runs().stream().map(BatchNormInference::row).toList())
                .figure(figure(result, words))
                .text(words.text("batch-norm-inference.refusal", words.retoldSentence(first.refusal(), "told.")))
                .text(words.text("batch-norm-inference.text"))
                .build();
    }

    private static int last(Result result) {
        return result.moments().get(result.moments().size() - 1);
    }

    private static double largest(Result result, ToDoubleFunction<Run> figure) {
        return result.runs().stream().mapToDouble(figure).max().orElseThrow();
    }

    private static List<String> row(Run run) {
        return List.of(
                "seed " + run.seed(),
                significant(run.alone()),
                significant(run.foldedDifference()),
                String.valueOf(run.foldedOtherClass()),
                percent(run.accuracy(), 2),
                percent(run.foldedAccuracy(), 2));
    }

    private static Figure figure(Result result, Words words) {
        double[] x = result.moments().stream().mapToDouble(step -> step).toArray();
        return new Figure(
                "running-against-batch-statistics",
                words.text("running-against-batch-statistics.title"),
                words.text("running-against-batch-statistics.caption"),
                Plot.Curves.of(
                        Axis.linear(words.text("axis.step")),
                        Axis.linear(words.text("axis.loss")).from(0),
                        Curve.line(words.text("batch-norm-inference.running"), x, means(result, Run::runningLoss)),
                        Curve.line(words.text("batch-norm-inference.batch"), x, means(result, Run::batchLoss))));
    }

    private static double[] means(Result result, Function<Run, List<Double>> losses) {
        double[] means = new double[result.moments().size()];
        for (int i = 0; i < means.length; i++) {
            int moment = i;
            means[i] = Seeds.mean(result.runs(), run -> losses.apply(run).get(moment));
        }
        return means;
    }
}
