package gradientlab.diagnostics.probe;

import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.SnapshotOptions;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Judge;
import gradientlab.diagnostics.limits.Limit;
import gradientlab.diagnostics.probe.Observer.Seen;
import gradientlab.diagnostics.remedy.Batch;
import gradientlab.diagnostics.remedy.IterationCount;
import gradientlab.diagnostics.remedy.StepWindows;
import gradientlab.diagnostics.remedy.UpdateTrials;
import java.util.Iterator;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.dataset.api.DataSet;

/** The record of one network's training: what is observed, when, and what is found. */
final class WatchedRun {

    /** Observations besides the schedule. */
    static final int EXTRA = 20;

    private final ListenerSettings settings;
    private final Thread thread = Thread.currentThread();
    private final RunLog log;
    private final FindingNews news;
    private final StepMemory memory;
    private final UpdateTrials trials;
    private final StepWindows windows = new StepWindows();
    private Observer observer;
    private RunFacts facts;
    private Batch current;
    private Seen pending;
    private boolean scheduled;
    private boolean afterLargeStep;
    private int extra;

    private WatchedRun(ListenerSettings settings, Observer observer, RunFacts facts, RunLog log) {
        this.settings = settings;
        this.observer = observer;
        this.facts = facts;
        this.log = log;
        this.news = new FindingNews(settings);
        this.memory = new StepMemory(settings.remembered());
        this.trials = new UpdateTrials(copy -> WatchedCopy.of(copy, settings.limits()));
        if (!settings.trying()) {
            windows.stop();
        }
    }

    /** A record that begins with the next step. */
    static WatchedRun of(Model model, ListenerSettings settings) {
        Observer observer = Observer.of(model, settings.probes());
        return new WatchedRun(settings, observer, RunFacts.of(observer), new RunLog(settings.kept()));
    }

    /** A record that goes on where another one stood; what is known of the data is gathered from the batches again. */
    static WatchedRun of(
            Model model, ListenerSettings settings, DiagnosticState state, Iterator<? extends DataSet> batches) {
        Observer observer = Observer.of(model, settings.probes());
        WatchedRun run = new WatchedRun(
                settings, observer, RunFacts.of(observer, state.training()), RunLog.of(state.steps(), settings.kept()));
        run.facts.replay(state, batches);
        run.news.resume(state);
        run.afterLargeStep = state.afterLargeStep();
        run.extra = state.extra();
        return run;
    }

    /** Where it stands between two steps. */
    DiagnosticState state(int failures) {
        return new DiagnosticState(
                facts.training(),
                log.state(),
                news.reported(),
                facts.judgements(),
                news.judgedAt(),
                facts.penalty(),
                afterLargeStep,
                extra,
                failures);
    }

    Structure structure() {
        return observer.structure();
    }

    History history() {
        return facts.complete(log.history(structure()));
    }

    boolean watches(Model model) {
        return observer.model() == model;
    }

    /** Whether this is the thread that trains. */
    boolean onItsThread() {
        return Thread.currentThread() == thread;
    }

    /** Goes on with a network that has the same layers and makes the next step; false for any other. */
    boolean continuedBy(Model model) {
        Observer next = Observer.of(model, settings.probes());
        if (!next.structure().equals(structure()) || IterationCount.of(model) != log.next()) {
            return false;
        }
        observer = next;
        facts = facts.continuedBy(next);
        return true;
    }

    /** Lets go of a step of which something failed. */
    void abandonStep() {
        pending = null;
        current = null;
    }

    void beforeUpdate(Model model) {
        pending = null;
        current = observer.currentBatch();
        facts.step(current);
        int iteration = IterationCount.of(model);
        boolean broken = !Double.isFinite(model.score()) || StepNorms.gradientNotFinite(model);
        scheduled = broken || due(iteration);
        if (!log.nonFinite() && (scheduled || memory.used())) {
            boolean own = broken || !scheduled || settings.sample() == null;
            Seen seen = observe(own ? current : settings.sample(), iteration);
            boolean lossAlone = !Double.isFinite(model.score())
                    && !seen.observation().nonFinite().exists();
            Seen complete = lossAlone ? seen.withNonFinite(NonFinite.loss(model.score())) : seen;
            pending = scheduled && settings.heldOut() != null
                    ? complete.with(observer.heldOut(settings.heldOut(), iteration))
                    : complete;
            if (log.steps() == 0 && !WatchedCopy.cheap(model, seen.capture(), facts.training())) {
                windows.stop();
            }
        }
        windows.before(model, current);
        afterLargeStep = false;
    }

    void afterUpdate(Model model, int iteration) {
        double ratio = StepNorms.log10UpdateRatio(model);
        log.step(iteration, model.score(), ratio, facts.penalty());
        windows.after(ratio);
        boolean observed = pending != null && scheduled;
        if (pending != null) {
            remember(pending.withUpdates(UpdateRatios.updates(model, SnapshotOptions.DEFAULT.bins())));
            pending = null;
        }
        if (!log.nonFinite() && current != null && StepNorms.parametersNotFinite(model)) {
            Seen after = observe(current, iteration + 1);
            if (after.observation().nonFinite().exists()) {
                scheduled = true;
                remember(after);
                observed = true;
            }
        }
        current = null;
        afterLargeStep = ratio > settings.limits().get(Limit.LOG10_UPDATE_RATIO_HIGH) && extra++ < EXTRA;
        if (news.due(log, observed)) {
            report();
        }
    }

    /** Whatever was found since the last judgement, so that nothing stays unsaid when training ends. */
    void epochEnded() {
        if (news.open(log)) {
            report();
        }
    }

    private void report() {
        History seen = facts.recent(log.history(structure()), news.related(log));
        news.report(
                Judge.judge(seen, settings.limits()),
                log,
                memory,
                found -> trials.tried(found, observer.model(), windows::worthTrying));
    }

    /** Findings with what trials of their remedies have shown so far. */
    List<Finding> told(List<Finding> findings) {
        return findings.stream().map(trials::told).toList();
    }

    private Seen observe(Batch batch, int iteration) {
        return observer.observe(batch, iteration).with(facts, batch);
    }

    /** What was only observed to be remembered is no part of the record: rules and lives of units see the schedule's. */
    private void remember(Seen seen) {
        if (memory.used()) {
            memory.add(seen.observation());
        }
        if (scheduled) {
            log.add(seen.observation());
            settings.told().observed(seen.observation(), seen.capture());
        }
    }

    private boolean due(int iteration) {
        boolean single = observer.hasBatchNorm() && current.size() == 1 && extra++ < EXTRA;
        return settings.schedule().at(iteration) || afterLargeStep || single;
    }
}
