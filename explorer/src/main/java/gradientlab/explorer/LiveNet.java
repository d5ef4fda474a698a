package gradientlab.explorer;

import gradientlab.diagnostics.Capture;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.run.Evaluation;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Net;
import gradientlab.lab.run.Progress;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.mnist.ImageIterator;
import gradientlab.mnist.LabelledImages;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardListener;
import gradientlab.ui.explorer.TrainingState;
import gradientlab.ui.explorer.TrainingState.Hindrance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/**
 * A network that is trained step by step from its first weights on.
 *
 * <p>One thread trains it; any thread may ask for its {@link #state}.
 */
final class LiveNet {

    private static final int TEST_EXAMPLES = 1_000;
    private static final int REPORTS = 60;
    private static final TrainingState.Saved NOT_SAVED = new TrainingState.Saved(0, "", Hindrance.NONE);

    private final ExploredNet asked;
    private final String name;
    private final BatchOrder order;
    private final Dashboard dashboard;
    private final LabelledImages test;

    private Model model;
    private Net net;
    private ImageIterator batches;
    private DataSet sample;

    // what others may ask for, guarded by this
    private final List<Double> losses = new ArrayList<>();
    private final List<Integer> testedAt = new ArrayList<>();
    private final List<Double> accuracies = new ArrayList<>();
    private final DyingUnits dead = new DyingUnits();
    private Looked looked;
    private double learningRate;
    private final SortedMap<Integer, Double> rates = new TreeMap<>();
    private String session = "";
    private TrainingState.Saved saved = NOT_SAVED;

    /** @param name on the dashboard */
    LiveNet(ExploredNet asked, String name, BatchOrder order, Dashboard dashboard) {
        this.asked = asked;
        this.name = name;
        this.order = order;
        this.dashboard = dashboard;
        this.test = order.data().testImages(asked, TEST_EXAMPLES);
        rewind();
    }

    /** Goes back to the first weights and the first batch. */
    void rewind() {
        batches = order.batches(asked);
        sample = order.batches(asked).next();
        model = FreshNet.build(asked, sample);
        net = net(model);
        synchronized (this) {
            losses.clear();
            testedAt.clear();
            accuracies.clear();
            dead.clear();
            learningRate = asked.spec().learningRate();
            rates.clear();
            session = "";
            saved = NOT_SAVED;
        }
        observe();
        test();
    }

    private static Net net(Model model) {
        return model instanceof ComputationGraph graph ? Net.of(graph) : Net.of((MultiLayerNetwork) model);
    }

    /** Takes one step; a network whose loss is not finite has no gradient to follow, and stays as it is. */
    void step() {
        if (diverged()) {
            addLoss(losses.get(losses.size() - 1));
            return;
        }
        addLoss(net.fit(BatchOrder.next(batches), Engine.AUTO));
    }

    private synchronized void addLoss(double loss) {
        losses.add(loss);
    }

    private synchronized boolean diverged() {
        return !losses.isEmpty() && !Double.isFinite(losses.get(losses.size() - 1));
    }

    /** Trains with another learning rate from the next step on. */
    void rate(double other) {
        net = withRate(model, other);
        synchronized (this) {
            learningRate = other;
            rates.put(losses.size(), other);
        }
    }

    private static Net withRate(Model model, double rate) {
        if (model instanceof ComputationGraph graph) {
            graph.setLearningRate(rate);
        } else {
            ((MultiLayerNetwork) model).setLearningRate(rate);
        }
        // The engine reads the settings of the updater when it is made.
        return net(model);
    }

    /**
     * Takes the steps taken once more, watched by the dashboard.
     *
     * <p>Not while they are taken: a listener at every step would make live training twice as slow.
     */
    void record() {
        int steps = losses.size();
        if (steps == 0 || !session.isEmpty()) {
            return;
        }
        DashboardListener watching = watching();
        Model again = FreshNet.build(asked, sample);
        again.setListeners(watching);
        Net steppedAgain = net(again);
        ImageIterator sameBatches = order.batches(asked);
        for (int step = 0; step < steps; step++) {
            steppedAgain = rates.containsKey(step) ? withRate(again, rates.get(step)) : steppedAgain;
            steppedAgain.fit(BatchOrder.next(sameBatches), Engine.AUTO);
        }
        recorded(watching);
    }

    private DashboardListener watching() {
        return dashboard.listener(name, Math.max(1, losses.size() / REPORTS), Probes::of);
    }

    private void recorded(DashboardListener watching) {
        dashboard.recording(watching);
        synchronized (this) {
            session = watching.session();
        }
    }

    /**
     * Takes the steps taken once more into a run folder, watched by the dashboard where it has not been yet; not where they
     * are in one, or there is a {@link TrainingState.Hindrance}.
     *
     * @throws IOException if the folder cannot be written; the message names it
     */
    void save(RunFolders folders, Interruption interruption) throws IOException {
        int steps = losses.size();
        if (hindrance() != Hindrance.NONE || saved.step() == steps) {
            return;
        }
        List<DashboardListener> watching = session.isEmpty() ? List.of(watching()) : List.of();
        Watch watch = new Watch(any -> List.copyOf(watching), Progress.NONE, interruption);
        Path folder = folders.train(name, plan().orElseThrow(), order.data().images(), watch);
        watching.forEach(this::recorded);
        synchronized (this) {
            saved = new TrainingState.Saved(steps, folder.toString(), Hindrance.NONE);
        }
        RunFolders.report(folder);
    }

    /** Measures the network on the batch of its first step. */
    void observe() {
        Capture capture = net.capture(sample, Probes::of);
        synchronized (this) {
            looked = Looked.at(asked, losses.size(), capture);
            dead.look(asked, capture, losses.size());
        }
    }

    /** As it was last measured. */
    synchronized Looked looked() {
        return looked;
    }

    /** Measures its accuracy on test examples. */
    void test() {
        double accuracy = Evaluation.of(net, test, test.size()).accuracy();
        synchronized (this) {
            if (testedAt.isEmpty() || testedAt.get(testedAt.size() - 1) < losses.size()) {
                testedAt.add(losses.size());
                accuracies.add(accuracy);
            }
        }
    }

    synchronized TrainingState.Net state(int since) {
        int from = Math.min(Math.max(0, since), losses.size());
        return new TrainingState.Net(
                NetTitle.of(asked),
                session,
                learningRate,
                new TrainingState.Losses(from, List.copyOf(losses.subList(from, losses.size()))),
                new TrainingState.Accuracies(List.copyOf(testedAt), List.copyOf(accuracies)),
                looked.step(),
                looked.layers(),
                dead.died(),
                divergence(),
                command(),
                new TrainingState.Saved(saved.step(), saved.folder(), hindrance()));
    }

    /** The plan that takes the steps taken; empty where they end within an epoch behind the first. */
    private Optional<TrainingPlan> plan() {
        return order.epoch().plan(asked.plan(), losses.size());
    }

    private String command() {
        return hindrance() == Hindrance.NONE ? CommandLineText.ofTraining(plan().orElseThrow()) : "";
    }

    /** Why no plan of {@code train} takes the steps taken. */
    private synchronized Hindrance hindrance() {
        if (losses.isEmpty()) {
            return Hindrance.NO_STEP;
        }
        if (asked.skip() != Skip.NONE) {
            return Hindrance.SKIP;
        }
        if (asked.input() != InputScaling.UNIT) {
            return Hindrance.PIXELS;
        }
        if (!rates.isEmpty()) {
            return Hindrance.RATE;
        }
        if (asked.spec().seed() != order.seed()) {
            return Hindrance.ORDER;
        }
        return plan().isEmpty() ? Hindrance.EPOCH : Hindrance.NONE;
    }

    private String divergence() {
        for (int step = 0; step < losses.size(); step++) {
            if (!Double.isFinite(losses.get(step))) {
                return "The loss of step " + (step + 1) + " is " + losses.get(step) + ": training stands still.";
            }
        }
        return "";
    }
}
