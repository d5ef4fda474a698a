package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;

import gradientlab.cli.Launch;
import gradientlab.lab.Experiment;
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
import gradientlab.model.MlpSpecBuilder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** Step 1.1 of the lecture: the loss of the fresh net, and how it falls. */
public final class InitialLoss implements Experiment<InitialLoss.Result> {

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
    public String summary() {
        return "The loss of the fresh net, ten epochs, and the test loss";
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
    public Section section(Result result) {
        RunFigures run = result.run();
        return Section.of(
                        name(),
                        "The loss at the start",
                        "What is the loss of the fresh net, what should it be, and what do ten epochs make of it?")
                .answer("The fresh net's loss is " + fixed(run.initialLoss(), 2)
                        + ", where a net that knows nothing has ln 10 = "
                        + fixed(result.expectedLoss(), 4) + ". It ends at " + fixed(run.epochLossLast(), 3)
                        + ", with test loss " + fixed(run.testLoss(), 3) + " and accuracy "
                        + percent(run.testAccuracy(), 1) + ".")
                .table(
                        "The lecture's net, weights and biases from N(0, 1), loss per epoch",
                        epochColumns(run),
                        List.of(epochRow(run)))
                .figure(new Figure(
                        "loss-per-epoch",
                        "The loss per epoch, N(0, 1) everywhere",
                        "Most of the early fall only undoes the start: the dashed line is the loss of equal"
                                + " probabilities, where a well set up net begins.",
                        Plot.Curves.of(
                                Axis.linear("epoch"),
                                Axis.linear("mean loss of the epoch's batches (nats)")
                                        .from(0),
                                Curve.counted("training loss", 1, run.epochLoss()),
                                Curve.reference(
                                        "ln 10",
                                        1,
                                        result.expectedLoss(),
                                        run.epochLoss().size(),
                                        result.expectedLoss()))))
                .figure(new Figure(
                        "first-steps",
                        "The loss of every step of the first epoch",
                        "The first steps fall steeply although the net has hardly learnt anything yet.",
                        Plot.Curves.of(
                                Axis.linear("step"),
                                Axis.linear("loss of the batch (nats)").from(0),
                                Curve.counted("training loss", 0, result.firstSteps()),
                                Curve.reference(
                                        "ln 10",
                                        0,
                                        result.expectedLoss(),
                                        result.firstSteps().size() - 1.0,
                                        result.expectedLoss()))))
                .text(
                        "A net that gives each of ten classes the probability 1/10 has the cross entropy −ln(1/10) = 2.3026."
                                + " The formula for ten classes is −Σ yᵢ ln ŷᵢ; the one with ln(1 − ŷ) is for two. A loss far above"
                                + " it says that the net is confident, and wrong: its logits are large numbers that mean nothing.")
                .text(
                        "The loss is computed by log-sum-exp without clipping. A loss that clips probabilities at 1e-10, as"
                                + " DL4J's own does, caps every example at 23.03 and would call the same start "
                                + fixed(result.clippedLoss(), 2) + " instead of " + fixed(run.initialLoss(), 2) + ".")
                .build();
    }

    private static List<String> epochColumns(RunFigures run) {
        List<String> columns = new java.util.ArrayList<>(List.of("", "fresh"));
        for (int epoch = 1; epoch <= run.epochLoss().size(); epoch++) {
            columns.add(String.valueOf(epoch));
        }
        columns.addAll(List.of("test", "accuracy"));
        return columns;
    }

    private static List<String> epochRow(RunFigures run) {
        List<String> row = new java.util.ArrayList<>(List.of("loss", fixed(run.initialLoss(), 3)));
        run.epochLoss().forEach(loss -> row.add(fixed(loss, 3)));
        row.addAll(List.of(fixed(run.testLoss(), 3), fixed(run.testAccuracy(), 4)));
        return row;
    }
}
