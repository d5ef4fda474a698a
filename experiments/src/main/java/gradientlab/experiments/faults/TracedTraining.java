package gradientlab.experiments.faults;

import gradientlab.diagnostics.Statistics;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.experiments.run.Evaluation;
import gradientlab.experiments.run.Interruption;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Trains one run of the suite, with its fault, and records its trace. */
final class TracedTraining {

    /** Updates of a run. */
    static final int STEPS = 100;

    /** Updates between two looks at held-out examples: what stands for an epoch in rules that count in epochs. */
    static final int EPOCH = 20;

    static final int BATCH = 32;

    /** The first so many test images. */
    static final int HELD_OUT = 500;

    /** The beginning is sampled at each step, for rules about the first ten. */
    private static final int DENSE = 10;

    private static final int SPARSE = 10;

    private final LabelledRun run;
    private final MnistDataset data;
    private final Interruption interruption;
    private final MultiLayerNetwork network;
    private final NetworkProbe probe;
    private final UpdateRecorder updates = new UpdateRecorder();
    private final List<Double> losses = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final LabelledImages heldOut;
    private Statistics input;

    private TracedTraining(LabelledRun run, MnistDataset data, Interruption interruption) {
        this.run = run;
        this.data = data;
        this.interruption = interruption;
        this.network = run.spec().toNetwork();
        run.injection().start().accept(network);
        network.setListeners(updates);
        this.probe = NetworkProbe.of(network);
        this.heldOut = scaled(data.test(), run.injection().inputFactor());
    }

    /** @throws Interruption.Interrupted if asked to stop */
    static RunTrace of(LabelledRun run, MnistDataset data, Interruption interruption) {
        return new TracedTraining(run, data, interruption).train();
    }

    private RunTrace train() {
        ImageIterator batches =
                ImageIterator.shuffled(data.train(), BATCH, run.base().seed());
        DataSet batch = null;
        for (int step = 0; step < STEPS; step++) {
            interruption.check();
            batch = spoilt(batches.next(), step);
            input = input == null ? Statistics.of(batch.getFeatures().data().asFloat()) : input;
            step(batch, step);
        }
        samples.add(new Sample(probe.capture(batch, STEPS), java.util.Map.of(), java.util.Map.of()));
        return new RunTrace(run.spec().learningRate(), input.min(), input.max(), STEPS, losses, checks, samples);
    }

    private void step(DataSet batch, int step) {
        if (step <= DENSE || step % SPARSE == 0) {
            var capture = probe.capture(batch, step);
            updates.record();
            fit(batch, step);
            samples.add(new Sample(capture, updates.log10Ratios(), updates.means()));
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
        float[] pixels = java.util.Arrays.copyOf(images.pixelValues(), count * images.pixels());
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
