package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.Thinning;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.language.Language;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.api.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a training and says what is wrong with it as soon as it shows; training ends in the same bits as without.
 *
 * <p>In every iteration the loss, the size of the update and whether everything is finite; at the iterations of a
 * schedule, before the update, the whole network. Iteration 0 is before the first update. Besides the schedule it
 * observes where something is not finite, right after an update out of proportion (so that a step that kills units is
 * known exactly; {@value WatchedRun#EXTRA} times at most), and a batch of one in a network with batch norm. After the first value
 * that is not finite nothing is observed any more.
 *
 * <p>It never throws into the training: what it cannot do it says once, at WARN, and leaves out; after {@value HostGuard#PATIENCE}
 * failures it steps aside. It follows one network. A second one on the same thread takes over: with the same layers and
 * the iteration that comes next it is the first one read back from a file, and its record goes on; otherwise a new record
 * begins. One on another thread, as in a {@code ParallelWrapper}, is left alone: give each worker a listener of its own.
 * What is no network, such as a layer that is pretrained, is left alone as well.
 */
public final class DiagnosticListener extends BaseTrainingListener {

    private static final Logger log = LoggerFactory.getLogger(DiagnosticListener.class);

    private final ListenerSettings settings;
    private final HostGuard guard = new HostGuard();
    private WatchedRun run;

    private DiagnosticListener(ListenerSettings settings) {
        this.settings = settings;
    }

    /**
     * Observes at 0, 1, 2, 5, 10, 20 … on the batch of the step, and logs every finding once: faults and hints at WARN, what
     * the faults explain at INFO. Remedies are tried, as {@link #trying} says.
     */
    public static DiagnosticListener create() {
        return create(Language.ENGLISH);
    }

    /** The same in a language. */
    public static DiagnosticListener create(Language language) {
        return with(Schedule.logarithmic(), Limits.DEFAULT, finding -> log(finding, language))
                .trying();
    }

    private static void log(Finding finding, Language language) {
        if (finding.severity() == Severity.ALSO_SEEN) {
            log.info("{}", finding.headedLine(language));
        } else {
            log.warn("{}", finding.line(language));
        }
    }

    /**
     * The same with another schedule and other limits.
     *
     * @param report is given every finding once, on the thread that trains, and again when a later judgement takes it for
     *     the consequence of another, or the other way round
     */
    public static DiagnosticListener with(Schedule schedule, Limits limits, Consumer<Finding> report) {
        return new DiagnosticListener(new ListenerSettings(schedule, limits, report));
    }

    /** A new listener that observes on one and the same batch, so that the lives of units do not depend on the draw. */
    public DiagnosticListener watching(DataSet batch) {
        return new DiagnosticListener(settings.watching(Batch.of(batch)));
    }

    /** The same for a graph with several inputs or outputs. */
    public DiagnosticListener watching(MultiDataSet batch) {
        return new DiagnosticListener(settings.watching(Batch.of(batch)));
    }

    /**
     * A new listener that measures the loss of examples that are not trained on as well, whenever it observes: at most a few
     * hundred, since each time takes as long as a step on them.
     */
    public DiagnosticListener holdingOut(DataSet examples) {
        return new DiagnosticListener(settings.holdingOut(Batch.of(examples)));
    }

    /** The same for a graph with several inputs or outputs. */
    public DiagnosticListener holdingOut(MultiDataSet examples) {
        return new DiagnosticListener(settings.holdingOut(Batch.of(examples)));
    }

    /**
     * A new listener that keeps at most this number of observations, thinned by {@link Thinning}, and so judges by these.
     *
     * @throws IllegalArgumentException when they are fewer than 3
     */
    public DiagnosticListener keeping(int observations) {
        if (observations < 3) {
            throw new IllegalArgumentException(
                    "A listener keeps at least 3 observations, the first and the last among them, not " + observations
                            + ".");
        }
        return new DiagnosticListener(settings.keeping(observations));
    }

    /** A new listener that tells of every observation, the raw arrays included. */
    public DiagnosticListener telling(ObservationListener listener) {
        return new DiagnosticListener(settings.telling(listener));
    }

    /** A new listener whose captures of a {@code MultiLayerNetwork} are made by others than {@link NetworkProbe}. */
    public DiagnosticListener probing(Probe.Maker probes) {
        return new DiagnosticListener(settings.probing(probes));
    }

    /**
     * A new listener that observes every step, keeps the last of them, and hands them over when a fault is found.
     *
     * <p>Each step is observed on its own batch, which takes about as long as the step itself. The rules see what they see
     * without: the observations of the schedule.
     *
     * @param receiver is given the last steps on the thread that trains, once for each fault that is reported
     * @throws IllegalArgumentException when the steps are fewer than 1
     */
    public DiagnosticListener remembering(int steps, Consumer<LastSteps> receiver) {
        if (steps < 1) {
            throw new IllegalArgumentException("A listener remembers at least 1 step, not " + steps + ".");
        }
        return new DiagnosticListener(settings.remembering(steps, receiver));
    }

    /**
     * A new listener that tries remedies about the updates before it reports them.
     *
     * <p>Two copies, one with the remedy, make the same 20 to 40 steps, from the start of the training and from around its
     * largest and its last steps; a remedy that does not help where it would have to is not given as advice. Training waits
     * meanwhile, once for each remedy, and is not touched. Where copies are not cheap, nothing is tried. It keeps the last
     * steps in memory, which a {@link DiagnosticState} does not have.
     */
    public DiagnosticListener trying() {
        return new DiagnosticListener(settings.tryingRemedies());
    }

    /** What is wrong by what was seen so far; a finding of the start may be gone when the run has recovered. */
    public synchronized List<Finding> findings() {
        List<Finding> judged = Judge.judge(history(), settings.limits());
        return run.told(judged);
    }

    /**
     * Everything seen so far.
     *
     * @throws IllegalStateException before the first step
     */
    public synchronized History history() {
        return heard().history();
    }

    private WatchedRun heard() {
        if (run == null) {
            throw new IllegalStateException("A listener has a history from the first step on, but it heard of none.");
        }
        return run;
    }

    /**
     * How the network is built.
     *
     * @throws IllegalStateException before the first step
     */
    public synchronized Structure structure() {
        return heard().structure();
    }

    /**
     * Where it stands between two steps, to be gone on with by {@link #resume}.
     *
     * @throws IllegalStateException before the first step
     */
    public synchronized DiagnosticState state() {
        return heard().state(guard.failures());
    }

    /**
     * Goes on where another listener with the same settings stood: from here on it sees and says the same.
     *
     * @param model the network as it was then
     * @param batches those of every step so far, in their order; what is known of the data is gathered from them again
     */
    public synchronized void resume(DiagnosticState state, Model model, Iterator<? extends DataSet> batches) {
        run = WatchedRun.of(model, settings, state, batches);
        guard.failures(state.failures());
    }

    /** What became of every hidden unit; throws {@link IllegalStateException} before the first step. */
    public synchronized List<UnitLife> unitLives() {
        return UnitLives.of(history());
    }

    /** Before the update, when the loss of the step is known. */
    @Override
    public synchronized void onBackwardPass(Model model) {
        following(model, () -> run.beforeUpdate(model));
    }

    /** After the update. */
    @Override
    public synchronized void iterationDone(Model model, int iteration, int epoch) {
        following(model, () -> run.afterUpdate(model, iteration));
    }

    /** Whatever was found since the last judgement, so that nothing stays unsaid when training ends. */
    @Override
    public synchronized void onEpochEnd(Model model) {
        following(model, () -> run.epochEnded());
    }

    private void following(Model model, Runnable work) {
        guard.run(
                () -> {
                    if (follows(model)) {
                        work.run();
                    }
                },
                () -> {
                    if (run != null) {
                        run.abandonStep();
                    }
                });
    }

    private boolean follows(Model model) {
        if (!Observer.understands(model)) {
            guard.sayOnce(
                    "A {} is no network and is left alone.", model.getClass().getSimpleName());
            return false;
        }
        if (run == null) {
            run = WatchedRun.of(model, settings);
            return true;
        }
        return run.watches(model) || takesOver(model);
    }

    private boolean takesOver(Model model) {
        if (!run.onItsThread()) {
            guard.sayOnce(
                    "A second network trains on {}; it is left alone. Each needs a listener of its own.",
                    "another thread");
            return false;
        }
        if (!run.continuedBy(model)) {
            log.info("Another network trains; its record begins.");
            run = WatchedRun.of(model, settings);
        }
        return true;
    }
}
