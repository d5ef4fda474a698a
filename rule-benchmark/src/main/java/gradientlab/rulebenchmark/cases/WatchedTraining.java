package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.lab.run.Interruption;
import gradientlab.rulebenchmark.Check;
import gradientlab.rulebenchmark.RunTrace;
import gradientlab.rulebenchmark.StepSample;
import gradientlab.rulebenchmark.UpdateRecorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Trains any DL4J network with our listener attached as users attach it, and records what rules may look at. */
public final class WatchedTraining {

    /** Steps after which a training that is no longer finite is ended. */
    private static final int LEAST_STEPS = 20;

    private static final int EPOCH = 40;
    private static final long ROWS_AT_ONCE = 100;
    private static final int SAMPLING = 20;
    private static final Set<Integer> BEGINNING = Set.of(0, 1, 5, 9);

    private final Trainee network;
    private final Plan plan;
    private final DiagnosticListener listener;
    private final UpdateRecorder updates = new UpdateRecorder();
    private final List<Double> losses = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<StepSample> samples = new ArrayList<>();
    private Statistics input;

    /**
     * What to train with.
     *
     * @param steps updates
     * @param learningRate as configured
     * @param batches the batch of each step, asked for once and in order
     * @param heldOut held-out rows
     * @param told whether our listener gets the held-out rows too
     * @param metric of the output on these: 1 is perfect
     * @param baseline what guessing scores
     */
    public record Plan(
            int steps,
            double learningRate,
            IntFunction<MultiDataSet> batches,
            MultiDataSet heldOut,
            boolean told,
            ToDoubleFunction<INDArray> metric,
            double baseline) {}

    private WatchedTraining(Trainee network, Plan plan) {
        this.network = network;
        this.plan = plan;
        DiagnosticListener alone = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {});
        this.listener = plan.told ? alone.holdingOut(plan.heldOut) : alone;
        network.listen(listener, updates);
    }

    /**
     * Trains to the end, or until the loss is no longer finite.
     *
     * @throws Interruption.Interrupted if asked to stop
     */
    public static CaseRun of(Trainee network, Plan plan, Interruption interruption) {
        return new WatchedTraining(network, plan).train(interruption);
    }

    private CaseRun train(Interruption interruption) {
        MultiDataSet batch = null;
        for (int step = 0; step < plan.steps; step++) {
            interruption.check();
            batch = plan.batches.apply(step);
            input = input == null
                    ? Statistics.of(batch.getFeatures(0).dup('c').data().asFloat())
                    : input;
            step(batch, step);
            if (!Double.isFinite(network.score()) && step > LEAST_STEPS) {
                break;
            }
        }
        samples.add(new StepSample(network.capture(batch, losses.size()), Map.of(), Map.of()));
        return finished();
    }

    private void step(MultiDataSet batch, int step) {
        if (BEGINNING.contains(step) || step % SAMPLING == 0) {
            Capture capture = network.capture(batch, step);
            updates.record();
            network.fit(batch);
            samples.add(new StepSample(capture, updates.log10Ratios(), updates.means()));
        } else {
            network.fit(batch);
        }
        losses.add(network.score());
        if ((step + 1) % EPOCH == 0) {
            checks.add(new Check(step + 1, metric(), Double.NaN));
        }
    }

    private double metric() {
        return plan.metric.applyAsDouble(output());
    }

    /** Of the held-out rows, a few at a time: the feature maps of all of them at once take gigabytes. */
    private INDArray output() {
        long rows = plan.heldOut.getFeatures(0).size(0);
        List<INDArray> parts = new ArrayList<>();
        for (long from = 0; from < rows; from += ROWS_AT_ONCE) {
            INDArrayIndex some = NDArrayIndex.interval(from, Math.min(rows, from + ROWS_AT_ONCE));
            parts.add(network.output(
                    some(plan.heldOut.getFeatures(), some), some(plan.heldOut.getFeaturesMaskArrays(), some)));
        }
        return parts.size() == 1 ? parts.get(0) : Nd4j.concat(0, parts.toArray(new INDArray[0]));
    }

    private static INDArray[] some(INDArray[] arrays, INDArrayIndex rows) {
        return arrays == null
                ? null
                : Arrays.stream(arrays)
                        .map(array -> array == null ? null : array.get(rows))
                        .toArray(INDArray[]::new);
    }

    private CaseRun finished() {
        INDArray output = output();
        boolean finite =
                Double.isFinite(output.sumNumber().doubleValue()) && Double.isFinite(losses.get(losses.size() - 1));
        if (checks.isEmpty()) {
            checks.add(new Check(losses.size(), metric(), Double.NaN));
        }
        List<Finding> verdict = listener.findings();
        return new CaseRun(
                CaseJudge.of(trace(), verdict),
                verdict.stream()
                        .map(finding -> finding.severity() + " " + finding.line())
                        .toList(),
                verdict.stream()
                        .filter(finding -> finding.severity() == Severity.FAULT)
                        .toList(),
                metric(),
                plan.baseline,
                losses.get(0),
                lastLoss(),
                finite);
    }

    private double lastLoss() {
        int tail = Math.max(1, losses.size() / 20);
        return losses.subList(losses.size() - tail, losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private RunTrace trace() {
        return new RunTrace(
                plan.learningRate,
                input.min(),
                input.max(),
                losses.size(),
                losses,
                checks,
                samples,
                listener.history());
    }
}
