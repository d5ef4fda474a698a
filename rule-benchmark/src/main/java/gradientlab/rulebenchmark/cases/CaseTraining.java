package gradientlab.rulebenchmark.cases;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.lab.run.Interruption;
import gradientlab.mnist.MnistDataset;
import gradientlab.rulebenchmark.Check;
import gradientlab.rulebenchmark.RunTrace;
import gradientlab.rulebenchmark.Sample;
import gradientlab.rulebenchmark.UpdateRecorder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Trains one program with one seed and records what rules may look at. */
final class CaseTraining {

    /** Steps after which a training that is no longer finite is ended. */
    private static final int LEAST_STEPS = 20;

    private static final int EPOCH = 40;
    private static final int ROWS_AT_ONCE = 100;
    private static final int SAMPLING = 20;
    private static final Set<Integer> BEGINNING = Set.of(0, 1, 5, 9);

    private final Spec program;
    private final CaseData data;
    private final INDArray test;
    private final MultiLayerNetwork network;
    private final NetworkProbe probe;
    private final DiagnosticListener listener =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {});
    private final UpdateRecorder updates = new UpdateRecorder();
    private final List<Double> losses = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();

    private CaseTraining(Spec program, MnistDataset mnist, long seed) {
        this.program = program;
        this.data = CaseData.of(program, mnist);
        this.test = features(data.testX());
        this.network = CaseNet.of(program, seed);
        network.setListeners(listener, updates);
        if (program.has("clipping")) {
            network.addListeners(new GlobalClipping(program.child("clipping").number("norm")));
        }
        this.probe = NetworkProbe.of(network);
    }

    /** @throws Interruption.Interrupted if asked to stop */
    static CaseRun of(Spec program, MnistDataset mnist, long seed, Interruption interruption) {
        CaseRun run = new CaseTraining(program, mnist, seed).train(seed, interruption);
        // ND4J gives memory outside of the heap back when its Java objects are collected, and few of them fill no heap.
        System.gc();
        return run;
    }

    private CaseRun train(long seed, Interruption interruption) {
        int size = Math.min(program.whole("batch"), data.size());
        Random random = new Random(seed);
        int[] order = Recipes.shuffle(random, data.size());
        int at = 0;
        DataSet batch = null;
        float[] first = null;
        for (int step = 0; step < program.whole("steps"); step++) {
            interruption.check();
            if (at + size > data.size()) {
                order = Recipes.shuffle(random, data.size());
                at = 0;
            }
            batch = batch(Arrays.copyOfRange(order, at, at + size));
            first = first == null ? batch.getFeatures().dup('c').data().asFloat() : first;
            at += size;
            step(batch, step);
            if (!Double.isFinite(network.score()) && step > LEAST_STEPS) {
                break;
            }
        }
        samples.add(new Sample(probe.capture(batch, losses.size()), Map.of(), Map.of()));
        return finished(first);
    }

    private void step(DataSet batch, int step) {
        if (BEGINNING.contains(step) || step % SAMPLING == 0) {
            Capture capture = probe.capture(batch, step);
            updates.record();
            network.fit(batch);
            samples.add(new Sample(capture, updates.log10Ratios(), updates.means()));
        } else {
            network.fit(batch);
        }
        losses.add(network.score());
        if ((step + 1) % EPOCH == 0) {
            checks.add(new Check(step + 1, metric(), Double.NaN));
        }
    }

    private double metric() {
        return Metric.of(program.child("data"), data, output());
    }

    /** Of the test rows, a few at a time: the feature maps of all of them at once take gigabytes. */
    private INDArray output() {
        List<INDArray> parts = new ArrayList<>();
        for (int from = 0; from < test.rows(); from += ROWS_AT_ONCE) {
            int to = Math.min(test.rows(), from + ROWS_AT_ONCE);
            parts.add(network.output(test.get(NDArrayIndex.interval(from, to), NDArrayIndex.all())));
        }
        return Nd4j.vstack(parts);
    }

    private CaseRun finished(float[] first) {
        INDArray output = output();
        boolean finite =
                Double.isFinite(output.sumNumber().doubleValue()) && Double.isFinite(losses.get(losses.size() - 1));
        int tail = Math.max(1, losses.size() / 20);
        double lastLoss = losses.subList(losses.size() - tail, losses.size()).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : first) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        double metric = Metric.of(program.child("data"), data, output);
        if (checks.isEmpty()) {
            checks.add(new Check(losses.size(), metric, Double.NaN));
        }
        RunTrace trace = new RunTrace(
                program.child("optimizer").number("lr", 1),
                min,
                max,
                losses.size(),
                losses,
                checks,
                samples,
                listener.history());
        List<Finding> verdict = listener.findings();
        return new CaseRun(
                CaseJudge.of(trace, verdict),
                verdict.stream()
                        .map(finding -> finding.severity() + " " + finding.line())
                        .toList(),
                metric,
                Metric.baseline(program.child("data"), data),
                losses.get(0),
                lastLoss,
                finite);
    }

    private DataSet batch(int[] rows) {
        float[][] x = new float[rows.length][];
        float[][] y = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            x[i] = data.x()[rows[i]];
            y[i] = data.y()[rows[i]].clone();
        }
        if (data.meanOfBatch()) {
            for (int k = 0; k < y[0].length; k++) {
                float sum = 0;
                for (float[] row : y) {
                    sum += row[k];
                }
                for (float[] row : y) {
                    row[k] = sum / y.length;
                }
            }
        }
        return new DataSet(features(x), Nd4j.create(y));
    }

    private static INDArray features(float[][] rows) {
        return Nd4j.create(rows);
    }
}
