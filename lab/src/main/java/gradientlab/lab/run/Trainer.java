package gradientlab.lab.run;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.probe.Probe;
import gradientlab.engine.Engine;
import gradientlab.engine.EngineChoice;
import gradientlab.engine.StepEngine;
import gradientlab.engine.probe.Probes;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.mnist.MnistDataset;
import gradientlab.model.Forward;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Trains plans on one data set by the lecture's protocol. */
public final class Trainer {

    /** Examples on which the inside of a network is measured. */
    public static final int INSIDE_EXAMPLES = 1_000;

    private final MnistDataset data;
    private final Watch watch;
    private final Engine engine;

    /** Trains with the engine {@link Engine#AUTO}. */
    public Trainer(MnistDataset data, Watch watch) {
        this(data, watch, Engine.AUTO);
    }

    /** @param engine what takes the steps */
    public Trainer(MnistDataset data, Watch watch, Engine engine) {
        this.data = data;
        this.watch = watch;
        this.engine = engine;
    }

    /**
     * Trains the first repetition of a plan.
     *
     * @param name what to call it on the dashboard and in the progress
     * @throws Interruption.Interrupted if the watch asks to stop
     * @throws IllegalArgumentException if a batch is larger than the training set, or the engine cannot train the net
     */
    public TrainedRun train(String name, TrainingPlan plan) {
        return train(name, plan, Checkpoints.NONE);
    }

    /** The same from the last checkpoint on, and with others on the way: the bits do not depend on them. */
    public TrainedRun train(String name, TrainingPlan plan, Checkpoints checkpoints) {
        try (Progress.Task task = watch.progress().begin(name, steps(plan))) {
            return train(name, plan, task, checkpoints);
        }
    }

    /**
     * Checks what a plan asks for against the data and the memory there are.
     *
     * @throws SettingException if a batch of the plan is larger than the training set, its images are not of the network's
     *     size, it needs more memory than there is, or its initialisation cannot work with the data
     */
    public void check(TrainingPlan plan) {
        int examples = data.train().size();
        if (plan.batchSize() > examples) {
            throw new SettingException(
                    Setting.BATCH_SIZE.key(),
                    " must be at most the " + examples + " training examples, not " + plan.batchSize());
        }
        if (data.train().pixels() != plan.spec().inputs()) {
            throw new SettingException(
                    Setting.DATA.key(),
                    " must hold images of " + plan.spec().inputs()
                            + " pixels, one for each input of the network, not of "
                            + data.train().rows() + " x " + data.train().columns());
        }
        MemoryNeed.require(plan, examples);
        checkEngine(plan);
        checkInitialisation(plan);
    }

    private void checkEngine(TrainingPlan plan) {
        if (engine == Engine.DL4J) {
            Dl4jLimit.require(plan, Math.max(plan.batchSize(), insideExamples().numExamples()));
        }
    }

    private void checkInitialisation(TrainingPlan plan) {
        if (plan.spec().initialisation().scheme().needsData()) {
            try {
                plan.spec().toNetwork(firstBatch(plan).getFeatures());
            } catch (IllegalArgumentException e) {
                throw new SettingException(Setting.INIT.key(), ": " + e.getMessage(), e);
            }
        }
    }

    /** How many steps a plan takes. */
    public long steps(TrainingPlan plan) {
        return (long) plan.epochs() * stepsPerEpoch(plan);
    }

    private int stepsPerEpoch(TrainingPlan plan) {
        return batches(plan).batchesPerEpoch();
    }

    /** The batches of a plan from its first epoch on. */
    public ImageIterator batches(TrainingPlan plan) {
        return ImageIterator.shuffled(
                        data.train(), plan.batchSize(), plan.spec().seed())
                .cappedAt(plan.batchesPerEpoch());
    }

    /** The same for training, whose listeners keep no array of a batch beyond its step. */
    private ImageIterator overwriting(TrainingPlan plan) {
        return batches(plan).overwriting();
    }

    /** The batch of a plan's first step. */
    public DataSet firstBatch(TrainingPlan plan) {
        return batches(plan).next();
    }

    /** Like {@link #train(String, TrainingPlan)}, telling the steps to a task that is under way. */
    public TrainedRun train(String name, TrainingPlan plan, Progress.Task task) {
        return train(name, plan, task, Checkpoints.NONE);
    }

    private TrainedRun train(String name, TrainingPlan plan, Progress.Task task, Checkpoints checkpoints) {
        MultiLayerNetwork network = plan.spec().toNetwork(firstBatch(plan).getFeatures());
        Before before = before(network, plan);
        Optional<Checkpoint> last = checkpoints.last();
        IterationRecorder recorder = new IterationRecorder(
                stepsPerEpoch(plan), last.map(Checkpoint::iterations).orElse(List.of()));
        List<TrainingListener> listeners = new ArrayList<>(watch.listeners().apply(name));
        listeners.add(recorder);
        network.setListeners(listeners);
        ImageIterator batches = last.map(checkpoint -> checkpoint.restore(network, () -> overwriting(plan)))
                .orElseGet(() -> overwriting(plan));
        StepEngine steps = engine.on(network);
        TestLoss testLoss = TestLoss.toldTo(listeners, data.test());
        List<Double> logitStd = new EpochLoop(network, steps, recorder, checkpoints, watch.interruption(), task)
                .run(plan.epochs(), batches, between(network, testLoss), last);
        network.setListeners(List.of());
        return result(plan, steps.choice(), network, before, recorder.iterations(), logitStd);
    }

    /** What is done between two epochs: measures the std of the logits. */
    private DoubleSupplier between(MultiLayerNetwork network, TestLoss testLoss) {
        INDArray inside = insideExamples().getFeatures();
        return () -> {
            testLoss.at(network);
            return Forward.inference(network, inside).logits().stdNumber().doubleValue();
        };
    }

    private record Before(Capture inside, Capture gradients) {}

    private Before before(MultiLayerNetwork network, TrainingPlan plan) {
        Probe probe = Probes.under(engine).of(network);
        return new Before(probe.capture(insideExamples(), 0), probe.capture(firstBatch(plan), 0));
    }

    private DataSet insideExamples() {
        return data.train().first(Math.min(INSIDE_EXAMPLES, data.train().size()));
    }

    private TrainedRun result(
            TrainingPlan plan,
            EngineChoice chosen,
            MultiLayerNetwork network,
            Before before,
            List<Iteration> iterations,
            List<Double> logitStd) {
        Capture end = Probes.under(engine).of(network).capture(insideExamples(), network.getIterationCount());
        LabelledImages test = data.test();
        Answers answers = Answers.of(Net.of(network), test, test.size());
        Evaluation first3232 = answers.first(Math.min(Evaluation.LECTURE_TEST_EXAMPLES, test.size()));
        Evaluation all = answers.first(test.size());
        MlpCapture started = new MlpCapture(before.inside, plan.spec().activation());
        MlpCapture first = new MlpCapture(before.gradients, plan.spec().activation());
        MlpCapture ended = new MlpCapture(end, plan.spec().activation());
        RunFigures figures = new RunFigures(
                plan.spec().seed(),
                iterations.get(0).loss(),
                epochLosses(iterations, plan.epochs()),
                logitStd,
                first3232.loss(),
                all.loss(),
                all.accuracy(),
                started.saturatedShare(),
                ended.saturatedShare(),
                started.deadUnits(),
                ended.deadUnits(),
                MlpCapture.std(started.affine(1).activation().values()),
                MlpCapture.std(started.nonlinearity(1).activation().values()),
                MlpCapture.std(started.output().preActivation().values()),
                MlpCapture.weightGradientStd(first.affine(1)),
                MlpCapture.weightGradientStd(first.output()),
                MlpCapture.std(first.affine(1).delta().values()));
        return new TrainedRun(plan, chosen, figures, iterations, Snapshot.of(before.inside), Snapshot.of(end), network);
    }

    private static List<Double> epochLosses(List<Iteration> iterations, int epochs) {
        List<Double> losses = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            int wanted = epoch;
            losses.add(iterations.stream()
                    .filter(step -> step.epoch() == wanted)
                    .mapToDouble(Iteration::loss)
                    .average()
                    .orElseThrow());
        }
        return List.copyOf(losses);
    }
}
