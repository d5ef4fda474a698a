package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

import gradientlab.cli.Launch;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.model.MlpSpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Step 1.1 of the lecture: the loss of the fresh net, and how it falls. */
public final class InitialLoss implements LessonExperiment<InitialLoss.Result> {

    /**
     * What came out.
     *
     * @param expectedLoss the loss of equal probabilities, ln of the number of classes
     * @param clippedLoss what DL4J's clipped loss says of the first batch
     * @param firstSteps the losses of the steps of the first epoch
     */
    public record Result(RunFigures run, double expectedLoss, double clippedLoss, List<Double> firstSteps) {}

    public static void main(String[] args) {
        Launch.main(new InitialLoss(), args);
    }

    @Override
    public String name() {
        return "initial-loss";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        TrainingPlan plan = lab.plan(UnaryOperator.<MlpSpecBuilder>identity());
        TrainedRun run = lab.train(plan);
        List<Double> firstSteps = run.iterations().stream()
                .filter(step -> step.epoch() == 1)
                .map(Iteration::loss)
                .toList();
        return new Result(run.figures(), Math.log(plan.spec().classes()), clippedLoss(lab, plan), firstSteps);
    }

    private static double clippedLoss(Lab lab, TrainingPlan plan) {
        DataSet batch = lab.firstBatch(plan);
        float[] logits = lab.freshOnFirstBatch(plan).logits().values();
        INDArray z = Nd4j.createFromArray(logits)
                .reshape(batch.numExamples(), plan.spec().classes());
        return new LossMCXENT().computeScore(batch.getLabels(), z, new ActivationSoftmax(), null, true);
    }

    @Override
    public Section told(Result result, Words words) {
        RunFigures run = result.run();
        double expected = result.expectedLoss();
        return Section.of(name(), words.text("initial-loss.title"), words.text("initial-loss.asked"))
                .answer(words.text(
                        "initial-loss.answer",
                        fixed(run.initialLoss(), 2),
                        fixed(expected, 4),
                        fixed(run.epochLossLast(), 3),
                        fixed(run.testLoss(), 3),
                        percent(run.testAccuracy(), 1)))
                .table(words.text("initial-loss.epochs"), epochColumns(run, words), List.of(epochRow(run, words)))
                .figure(figure("loss-per-epoch", "axis.epoch", "axis.epoch-loss", 1, run.epochLoss(), expected, words))
                .figure(figure("first-steps", "axis.step", "axis.batch-loss", 0, result.firstSteps(), expected, words))
                .text(words.text("initial-loss.text"))
                .text(words.text("initial-loss.clipping", fixed(result.clippedLoss(), 2), fixed(run.initialLoss(), 2)))
                .build();
    }

    private static Figure figure(
            String name, String x, String y, int first, List<Double> losses, double expected, Words words) {
        return new Figure(
                name,
                words.text(name + ".title"),
                words.text(name + ".caption"),
                Plot.Curves.of(
                        Axis.linear(words.text(x)),
                        Axis.linear(words.text(y)).from(0),
                        Curve.counted(words.text("curve.training-loss"), first, losses),
                        Curve.reference("ln 10", first, expected, first + losses.size() - 1.0, expected)));
    }

    private static List<String> epochColumns(RunFigures run, Words words) {
        List<String> columns = new ArrayList<>(List.of("", words.text("initial-loss.fresh")));
        for (int epoch = 1; epoch <= run.epochLoss().size(); epoch++) {
            columns.add(String.valueOf(epoch));
        }
        columns.addAll(List.of(words.text("initial-loss.test"), words.text("training.accuracy")));
        return columns;
    }

    private static List<String> epochRow(RunFigures run, Words words) {
        List<String> row = new ArrayList<>(List.of(words.text("initial-loss.loss"), fixed(run.initialLoss(), 3)));
        run.epochLoss().forEach(loss -> row.add(fixed(loss, 3)));
        row.addAll(List.of(fixed(run.testLoss(), 3), fixed(run.testAccuracy(), 4)));
        return row;
    }
}
