package gradientlab.rulebenchmark;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Interruption;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Trains one run of the suite, with its fault, and records its trace. */
final class TracedTraining {

    /** Updates of a run. */
    static final int STEPS = 200;

    /** Updates between two looks at held-out examples: what stands for an epoch in rules that count in epochs. */
    static final int EPOCH = 40;

    static final int BATCH = 32;

    /** The first test images, by count. */
    static final int HELD_OUT = 500;

    /** Samples of the beginning, for rules about the first ten steps that wait for five. */
    private static final Set<Integer> BEGINNING = Set.of(0, 1, 5, 9);

    private static final int SAMPLING = 20;

    private final LabelledRun run;
    private final int steps;
    private final MnistDataset data;
    private final Interruption interruption;
    private final MultiLayerNetwork network;
    private final NetworkProbe probe;
    private final DiagnosticListener listener =
            DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {});
    private final UpdateRecorder updates = new UpdateRecorder();
    private final List<Double> losses = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<StepSample> samples = new ArrayList<>();
    private final LabelledImages heldOut;
    private Statistics input;

    private TracedTraining(LabelledRun run, MnistDataset data, int steps, Interruption interruption) {
        this.run = run;
        this.steps = steps;
        this.data = data;
        this.interruption = interruption;
        this.network = run.spec().toNetwork();
        run.injection().start().accept(network);
        network.setListeners(listener, updates);
        this.probe = NetworkProbe.of(network);
        this.heldOut = scaled(data.test(), run.injection().inputFactor());
    }

    /** @throws Interruption.Interrupted if asked to stop */
    static RunTrace of(LabelledRun run, MnistDataset data, Interruption interruption) {
        return of(run, data, STEPS, interruption);
    }

    /** The same for another number of updates. */
    static RunTrace of(LabelledRun run, MnistDataset data, int steps, Interruption interruption) {
        return new TracedTraining(run, data, steps, interruption).train();
    }

    private RunTrace train() {
        ImageIterator batches =
                ImageIterator.shuffled(data.train(), BATCH, run.base().seed()).overwriting();
        DataSet batch = null;
        for (int step = 0; step < steps; step++) {
            interruption.check();
            batch = spoilt(batches.next(), step);
            input = input == null ? Statistics.of(batch.getFeatures().data().asFloat()) : input;
            step(batch, step);
        }
        samples.add(new StepSample(probe.capture(batch, steps), Map.of(), Map.of()));
        return new RunTrace(
                run.spec().learningRate(),
                input.min(),
                input.max(),
                steps,
                losses,
                checks,
                samples,
                listener.history());
    }

    private void step(DataSet batch, int step) {
        if (BEGINNING.contains(step) || step % SAMPLING == 0) {
            var capture = probe.capture(batch, step);
            updates.record();
            fit(batch, step);
            samples.add(new StepSample(capture, updates.log10Ratios(), updates.means()));
        } else {
            fit(batch, step);
        }
        losses.add(network.score());
        if ((step + 1) % EPOCH == 0) {
            Evaluation evaluation = Evaluation.of(network, heldOut, heldOut.size());
            checks.add(new Check(step + 1, evaluation.accuracy(), evaluation.loss()));
        }
    }

    private void fit(DataSet batch, int step) {
        if (step == run.injection().bigStep()) {
            network.setLearningRate(run.injection().bigRate());
            network.fit(batch);
            network.setLearningRate(run.spec().learningRate());
        } else {
            network.fit(batch);
        }
    }

    private DataSet spoilt(DataSet batch, int step) {
        INDArray features = batch.getFeatures();
        if (run.injection().inputFactor() != 1) {
            features.muli(run.injection().inputFactor());
        }
        if (step == run.injection().nanStep()) {
            features.putScalar(0, features.size(1) / 2, Double.NaN);
        }
        return batch;
    }

    private static LabelledImages scaled(LabelledImages images, double factor) {
        int count = Math.min(HELD_OUT, images.size());
        float[] pixels = Arrays.copyOf(images.pixelValues(), count * images.pixels());
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = images.label(i);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] *= (float) factor;
        }
        return LabelledImages.of(images.rows(), images.columns(), pixels, labels);
    }
}
