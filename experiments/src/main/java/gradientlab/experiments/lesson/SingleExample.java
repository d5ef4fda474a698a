package gradientlab.experiments.lesson;

import static gradientlab.lab.report.Numbers.fixed;
import static gradientlab.lab.report.Numbers.percent;
import static gradientlab.lab.report.Numbers.significant;

import gradientlab.cli.Launch;
import gradientlab.diagnostics.Histogram;
import gradientlab.lab.Lab;
import gradientlab.lab.figure.Axis;
import gradientlab.lab.figure.Curve;
import gradientlab.lab.figure.Figure;
import gradientlab.lab.figure.Plot;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.language.Words;
import gradientlab.mnist.LabelledImages;
import gradientlab.model.Forward;
import gradientlab.model.InitialisationScheme;
import gradientlab.model.Normalisation;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The open question of step 2 of the lecture: how is one isolated example predicted? */
public final class SingleExample implements LessonExperiment<SingleExample.Result> {

    private static final int COMPANION_BATCHES = 200;
    private static final int BATCH = 32;
    private static final int BINS = 40;

    /**
     * What came out.
     *
     * @param logitStd std of all logits of the test set's first 1,000 examples, in inference
     * @param aloneAgainstBatch the largest difference, in inference, between an example's logits alone and in a batch
     * @param companionStd std of one example's logits over batches of other companions in training mode
     * @param otherClass share of the test examples whose class in training mode differs from that in inference
     * @param accuracyRunning accuracy on running statistics
     * @param accuracyBatch accuracy on the statistics of each batch of 32
     * @param aloneInTraining the largest difference between the logits of two different examples, each alone in a batch
     *     in training mode
     * @param logit the label's logit of one example over the companion batches
     * @param logitInInference the same logit in inference
     */
    public record Result(
            double logitStd,
            double aloneAgainstBatch,
            double companionStd,
            double otherClass,
            double accuracyRunning,
            double accuracyBatch,
            double aloneInTraining,
            Histogram logit,
            double logitInInference) {}

    public static void main(String[] args) {
        Launch.main(new SingleExample(), args);
    }

    @Override
    public String name() {
        return "single-example";
    }

    @Override
    public Class<Result> resultType() {
        return Result.class;
    }

    @Override
    public Result run(Lab lab) {
        TrainingPlan plan = lab.plan(
                b -> b.initialisation(InitialisationScheme.TORCH_LINEAR).normalisation(Normalisation.BATCH));
        TrainedRun run = lab.train(plan);
        MultiLayerNetwork network = run.network();
        LabelledImages test = lab.data().test();
        int thousand = Math.min(1_000, test.size());
        INDArray inference =
                Forward.inference(network, test.first(thousand).getFeatures()).logits();
        INDArray companions = companions(network, test);
        ByBatch byBatch = ByBatch.of(network, test);
        float[] labelLogit = companions.getColumn(test.label(0)).dup().data().asFloat();
        return new Result(
                inference.stdNumber().doubleValue(),
                aloneAgainstBatch(network, test, inference),
                companions.std(0).meanNumber().doubleValue(),
                byBatch.otherClass,
                Evaluation.of(network, test, test.size()).accuracy(),
                byBatch.accuracy,
                aloneInTraining(network, test),
                Histogram.spanning(labelLogit, BINS),
                inference.getDouble(0, test.label(0)));
    }

    private static double aloneAgainstBatch(MultiLayerNetwork network, LabelledImages test, INDArray batch) {
        double largest = 0;
        for (int i = 0; i < 50; i++) {
            INDArray alone = Forward.inference(network, test.range(i, i + 1).getFeatures())
                    .logits();
            largest = Math.max(
                    largest, alone.getRow(0).sub(batch.getRow(i)).amaxNumber().doubleValue());
        }
        return largest;
    }

    /** The logits [200, 10] of the first test example, each time among other companions, in training mode. */
    private static INDArray companions(MultiLayerNetwork network, LabelledImages test) {
        Random random = new Random(1);
        INDArray logits = Nd4j.create(COMPANION_BATCHES, test.classes());
        for (int draw = 0; draw < COMPANION_BATCHES; draw++) {
            INDArray batch = Nd4j.create(BATCH, test.pixels());
            batch.putRow(0, test.range(0, 1).getFeatures());
            for (int i = 1; i < BATCH; i++) {
                int other = 1 + random.nextInt(test.size() - 1);
                batch.putRow(i, test.range(other, other + 1).getFeatures());
            }
            logits.putRow(draw, Forward.training(network, batch).logits().getRow(0));
        }
        return logits;
    }

    private record ByBatch(double accuracy, double otherClass) {
        static ByBatch of(MultiLayerNetwork network, LabelledImages test) {
            int right = 0;
            int other = 0;
            int count = 0;
            for (int from = 0; from + BATCH <= test.size(); from += BATCH) {
                INDArray x = test.range(from, from + BATCH).getFeatures();
                INDArray training = Forward.training(network, x).logits().argMax(1);
                INDArray inference = Forward.inference(network, x).logits().argMax(1);
                for (int i = 0; i < BATCH; i++) {
                    right += training.getInt(i) == test.label(from + i) ? 1 : 0;
                    other += training.getInt(i) != inference.getInt(i) ? 1 : 0;
                    count++;
                }
            }
            return new ByBatch((double) right / count, (double) other / count);
        }
    }

    private static double aloneInTraining(MultiLayerNetwork network, LabelledImages test) {
        INDArray first =
                Forward.training(network, test.range(0, 1).getFeatures()).logits();
        INDArray second =
                Forward.training(network, test.range(1, 2).getFeatures()).logits();
        return first.sub(second).amaxNumber().doubleValue();
    }

    @Override
    public Section told(Result result, Words words) {
        String alone = significant(result.aloneInTraining());
        return Section.of(name(), words.text("single-example.title"), words.text("single-example.asked"))
                .answer(words.text(
                        "single-example.answer",
                        significant(result.aloneAgainstBatch()),
                        fixed(result.companionStd(), 2),
                        fixed(result.logitStd(), 2),
                        percent(result.otherClass(), 1),
                        percent(result.accuracyRunning(), 2),
                        percent(result.accuracyBatch(), 2),
                        BATCH))
                .table(
                        words.text("single-example.trained"),
                        List.of("", words.text("axis.value")),
                        List.of(
                                List.of(words.text("single-example.alone"), significant(result.aloneAgainstBatch())),
                                List.of(words.text("single-example.companions"), fixed(result.companionStd(), 3)),
                                List.of(words.text("logit-scale.std"), fixed(result.logitStd(), 3)),
                                List.of(words.text("single-example.other-class"), percent(result.otherClass(), 2)),
                                List.of(words.text("single-example.running"), fixed(result.accuracyRunning(), 4)),
                                List.of(words.text("single-example.batch"), fixed(result.accuracyBatch(), 4)),
                                List.of(words.text("single-example.both-alone"), alone)))
                .figure(new Figure(
                        "companions",
                        words.text("companions.title"),
                        words.text("companions.caption", fixed(result.logitInInference(), 2)),
                        Plot.Curves.of(
                                Axis.linear(words.text("companions.x")),
                                Axis.linear(words.text("axis.density")).from(0),
                                Curve.density(words.text("companions.curve"), result.logit()))))
                .text(words.text("single-example.text", alone))
                .build();
    }
}
