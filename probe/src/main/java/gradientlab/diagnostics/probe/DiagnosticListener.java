package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.SnapshotOptions;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.Thinning;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.UnitLife;
import gradientlab.diagnostics.history.UnitLives;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.judge.Limit;
import gradientlab.diagnostics.judge.Limits;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.probe.DiagnosticState.Reported;
import gradientlab.diagnostics.probe.Observer.Seen;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
 * known exactly; {@value #EXTRA} times at most), and a batch of one in a network with batch norm. After the first value
 * that is not finite nothing is observed any more.
 *
 * <p>It never throws into the training: what it cannot do it says once, at WARN, and leaves out; after {@value #PATIENCE}
 * failures it steps aside. It follows one network. A second one on the same thread takes over: with the same layers and
 * the iteration that comes next it is the first one read back from a file, and its record goes on; otherwise a new record
 * begins. One on another thread, as in a {@code ParallelWrapper}, is left alone: give each worker a listener of its own.
 * What is no network, such as a layer that is pretrained, is left alone as well.
 */
public final class DiagnosticListener extends BaseTrainingListener {

    private static final Logger log = LoggerFactory.getLogger(DiagnosticListener.class);
    private static final int EXTRA = 20;
    private static final int EARLY = 50;
    private static final int PATIENCE = 3;

    private final Setup setup;
    private final Set<String> said = new HashSet<>();
    private final Set<Reported> reported = new HashSet<>();
    private RunLog run;
    private Thread thread;
    private int failures;
    private Observer observer;
    private RunFacts facts;
    private Batch current;
    private Seen pending;
    private boolean afterLargeStep;
    private int extra;
    private int judgedAt;

    /** @param sample the batch to observe on, or null for that of the step */
    private record Setup(
            Schedule schedule,
            Limits limits,
            Consumer<Finding> report,
            Batch sample,
            int kept,
            ObservationListener told,
            Probe.Maker probes) {

        Setup watching(Batch batch) {
            return new Setup(schedule, limits, report, batch, kept, told, probes);
        }

        Setup keeping(int observations) {
            return new Setup(schedule, limits, report, sample, observations, told, probes);
        }

        Setup telling(ObservationListener other) {
            return new Setup(schedule, limits, report, sample, kept, other, probes);
        }

        Setup probing(Probe.Maker others) {
            return new Setup(schedule, limits, report, sample, kept, told, others);
        }
    }

    private DiagnosticListener(Setup setup) {
        this.setup = setup;
        this.run = new RunLog(setup.kept);
    }

    /**
     * Observes at 0, 1, 2, 5, 10, 20 … on the batch of the step, and logs every finding once: faults and hints at WARN, what
     * the faults explain at INFO.
     */
    public static DiagnosticListener create() {
        return with(Schedule.logarithmic(), Limits.DEFAULT, DiagnosticListener::log);
    }

    private static void log(Finding finding) {
        if (finding.severity() == Severity.ALSO_SEEN) {
            log.info("Also seen: {}", finding.line());
        } else {
            log.warn("{}", finding.line());
        }
    }

    /**
     * The same with another schedule and other limits.
     *
     * @param report is given every finding once, on the thread that trains, and again when a later judgement takes it for
     *     the consequence of another, or the other way round
     */
    public static DiagnosticListener with(Schedule schedule, Limits limits, Consumer<Finding> report) {
        ObservationListener nobody = (observation, capture) -> {};
        return new DiagnosticListener(
                new Setup(schedule, limits, report, null, Integer.MAX_VALUE, nobody, NetworkProbe::of));
    }

    /** A new listener that observes on one and the same batch, so that the lives of units do not depend on the draw. */
    public DiagnosticListener watching(DataSet batch) {
        return new DiagnosticListener(setup.watching(Batch.of(batch)));
    }

    /** The same for a graph with several inputs or outputs. */
    public DiagnosticListener watching(MultiDataSet batch) {
        return new DiagnosticListener(setup.watching(Batch.of(batch)));
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
        return new DiagnosticListener(setup.keeping(observations));
    }

    /** A new listener that tells of every observation, the raw arrays included. */
    public DiagnosticListener telling(ObservationListener listener) {
        return new DiagnosticListener(setup.telling(listener));
    }

    /** A new listener whose captures of a {@code MultiLayerNetwork} are made by others than {@link NetworkProbe}. */
    public DiagnosticListener probing(Probe.Maker probes) {
        return new DiagnosticListener(setup.probing(probes));
    }

    /** What is wrong by what was seen so far; a finding of the start may be gone when the run has recovered. */
    public synchronized List<Finding> findings() {
        return Judge.judge(history(), setup.limits);
    }

    /**
     * Everything seen so far.
     *
     * @throws IllegalStateException before the first step
     */
    public synchronized History history() {
        Structure structure = heard().structure();
        return facts.complete(run.history(structure));
    }

    private Observer heard() {
        if (observer == null) {
            throw new IllegalStateException("A listener has a history from the first step on, but it heard of none.");
        }
        return observer;
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
        heard();
        return new DiagnosticState(
                facts.training(),
                run.state(),
                List.copyOf(reported),
                facts.judgements(),
                judgedAt,
                facts.penalty(),
                afterLargeStep,
                extra,
                failures);
    }

    /**
     * Goes on where another listener with the same settings stood: from here on it sees and says the same.
     *
     * @param model the network as it was then
     * @param batches those of every step so far, in their order; what is known of the data is gathered from them again
     */
    public synchronized void resume(DiagnosticState state, Model model, Iterator<? extends DataSet> batches) {
        begin(model);
        run = RunLog.of(state.steps(), setup.kept);
        reported.addAll(state.reported());
        facts = RunFacts.of(observer, state.training());
        facts.replay(state, batches);
        judgedAt = state.judgedAt();
        afterLargeStep = state.afterLargeStep();
        extra = state.extra();
        failures = state.failures();
    }

    /** What became of every hidden unit; throws {@link IllegalStateException} before the first step. */
    public synchronized List<UnitLife> unitLives() {
        return UnitLives.of(history());
    }

    /** Before the update, when the loss of the step is known. */
    @Override
    public synchronized void onBackwardPass(Model model) {
        guarded(() -> beforeUpdate(model));
    }

    private void beforeUpdate(Model model) {
        if (!follows(model)) {
            return;
        }
        pending = null;
        current = observer.currentBatch();
        facts.step(current);
        int iteration = IterationCount.of(model);
        boolean broken = !Double.isFinite(model.score()) || StepNorms.gradientNotFinite(model);
        if (!run.nonFinite() && (broken || due(iteration))) {
            Seen seen = observe(broken || setup.sample == null ? current : setup.sample, iteration);
            boolean lossAlone = !Double.isFinite(model.score())
                    && !seen.observation().nonFinite().exists();
            pending = lossAlone ? seen.withNonFinite(NonFinite.loss(model.score())) : seen;
        }
        afterLargeStep = false;
    }

    /** After the update. */
    @Override
    public synchronized void iterationDone(Model model, int iteration, int epoch) {
        guarded(() -> afterUpdate(model, iteration));
    }

    /** Whatever was found since the last judgement, so that nothing stays unsaid when training ends. */
    @Override
    public synchronized void onEpochEnd(Model model) {
        guarded(() -> {
            if (follows(model) && run.steps() > judgedAt) {
                reportNews();
            }
        });
    }

    private void afterUpdate(Model model, int iteration) {
        if (!follows(model)) {
            return;
        }
        double ratio = StepNorms.log10UpdateRatio(model);
        run.step(iteration, model.score(), ratio, facts.penalty());
        boolean observed = pending != null;
        if (observed) {
            add(pending.withUpdates(UpdateRatios.updates(model, SnapshotOptions.DEFAULT.bins())));
            pending = null;
        }
        if (!run.nonFinite() && current != null && StepNorms.parametersNotFinite(model)) {
            Seen after = observe(current, iteration + 1);
            if (after.observation().nonFinite().exists()) {
                add(after);
                observed = true;
            }
        }
        current = null;
        afterLargeStep = ratio > setup.limits.get(Limit.LOG10_UPDATE_RATIO_HIGH) && extra++ < EXTRA;
        if (observed && news()
                || run.steps() >= setup.limits.get(Limit.LOSS_ITERATIONS) && run.steps() >= 1.25 * judgedAt) {
            reportNews();
        }
    }

    private Seen observe(Batch batch, int iteration) {
        return observer.observe(batch, iteration).with(facts, batch);
    }

    private void add(Seen seen) {
        run.add(seen.observation());
        setup.told.observed(seen.observation(), seen.capture());
    }

    /** Judging takes as long as the record is: of many observations not every one is worth it. */
    private boolean news() {
        return run.observed() <= EARLY || run.nonFinite() || run.steps() >= 1.05 * judgedAt;
    }

    private boolean due(int iteration) {
        boolean single = observer.hasBatchNorm() && current.size() == 1 && extra++ < EXTRA;
        return setup.schedule.at(iteration) || afterLargeStep || single;
    }

    private boolean follows(Model model) {
        if (!Observer.understands(model)) {
            sayOnce("A {} is no network and is left alone.", model.getClass().getSimpleName());
            return false;
        }
        if (observer == null) {
            begin(model);
        } else if (observer.model() != model) {
            return takesOver(model);
        }
        return true;
    }

    private boolean takesOver(Model model) {
        if (Thread.currentThread() != thread) {
            sayOnce(
                    "A second network trains on {}; it is left alone. Each needs a listener of its own.",
                    "another thread");
            return false;
        }
        Observer next = Observer.of(model, setup.probes);
        if (next.structure().equals(observer.structure()) && IterationCount.of(model) == run.next()) {
            observer = next;
            facts = facts.continuedBy(next);
        } else {
            log.info("Another network trains; its record begins.");
            begin(model);
        }
        return true;
    }

    private void begin(Model model) {
        observer = Observer.of(model, setup.probes);
        facts = RunFacts.of(observer);
        thread = Thread.currentThread();
        run = new RunLog(setup.kept);
        reported.clear();
        current = null;
        pending = null;
        afterLargeStep = false;
        extra = 0;
        judgedAt = 0;
    }

    private void guarded(Runnable work) {
        if (failures >= PATIENCE) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            pending = null;
            current = null;
            failures++;
            log.warn(
                    "The diagnosis leaves out a step, because {}: {}{}",
                    e.getClass().getSimpleName(),
                    e.getMessage(),
                    failures < PATIENCE ? "" : ". It steps aside; training goes on.");
        }
    }

    private void sayOnce(String sentence, String what) {
        if (said.add(sentence)) {
            log.warn(sentence, what);
        }
    }

    private void reportNews() {
        judgedAt = run.steps();
        // Whether targets follow from features is asked when the course of the loss is.
        boolean relate = run.steps() >= setup.limits.get(Limit.LOSS_ITERATIONS);
        for (Finding finding : Judge.judge(facts.recent(run.history(structure()), relate), setup.limits)) {
            if (!reported.contains(new Reported(finding))) {
                reported.add(new Reported(finding));
                setup.report.accept(finding);
            }
        }
    }
}
