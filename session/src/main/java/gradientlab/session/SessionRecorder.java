package gradientlab.session;

import gradientlab.diagnostics.Capture;
import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.Structure;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.diagnostics.probe.NetworkProbe;
import gradientlab.diagnostics.probe.Probe;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.dataset.api.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records a training for the dashboard's own pages; training ends in the same bits as without.
 *
 * <p>At the iterations of a schedule, before the update: every layer's z, a, δ, parameters, gradients and the update
 * that follows, on the batch of the step. In every iteration: the loss. What the rules find is told as it is found.
 *
 * <p>It never throws into the training. A session belongs to the first network it hears of; others are left alone. A
 * storage that fails is said once, at WARN.
 */
public final class SessionRecorder extends BaseTrainingListener {

    private static final Logger log = LoggerFactory.getLogger(SessionRecorder.class);

    /** Most points of the curve of the loss. */
    public static final int CURVE_POINTS = 1_000;

    private static final long COURSE_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Setup setup;
    private final SessionWriter writer;
    private final DiagnosticListener diagnosis;
    private final BoundedIterationCurve loss = new BoundedIterationCurve(CURVE_POINTS);
    private final BoundedIterationCurve testLoss = new BoundedIterationCurve(CURVE_POINTS);
    private final List<Finding> findings = new ArrayList<>();
    private Model recorded;
    private boolean failed;
    private boolean begun;
    private long courseWritten;
    private boolean news;
    private boolean inFirstEpoch;
    private int stepsPerEpoch;

    private record Setup(
            StatsStorageRouter router,
            String session,
            Schedule schedule,
            int kept,
            Probe.Maker probes,
            UnaryOperator<DiagnosticListener> tries) {}

    private SessionRecorder(Setup setup) {
        this.setup = setup;
        this.writer = new SessionWriter(setup.router, setup.session);
        this.diagnosis = setup.tries.apply(DiagnosticListener.with(setup.schedule, Limits.DEFAULT, this::found)
                .keeping(setup.kept)
                .probing(setup.probes)
                .telling(this::observed));
    }

    /**
     * Records into a storage.
     *
     * @param session its name in the session selector
     * @param schedule when the whole network is looked at
     * @param kept most observations that the rules judge by; the storage keeps what it keeps
     * @throws IllegalArgumentException when fewer than 3 are to be kept
     */
    public static SessionRecorder to(StatsStorageRouter router, String session, Schedule schedule, int kept) {
        return new SessionRecorder(
                new Setup(router, session, schedule, kept, NetworkProbe::of, UnaryOperator.identity()));
    }

    /** A new recorder of the same for a network that is measured by others than {@link NetworkProbe}. */
    public SessionRecorder probing(Probe.Maker probes) {
        return new SessionRecorder(
                new Setup(setup.router, setup.session, setup.schedule, setup.kept, probes, setup.tries));
    }

    /**
     * A new recorder that tries remedies, as {@link DiagnosticListener#trying} says; what a trial takes, its
     * {@linkplain #state state} does not have.
     */
    public SessionRecorder trying() {
        return new SessionRecorder(new Setup(
                setup.router, setup.session, setup.schedule, setup.kept, setup.probes, DiagnosticListener::trying));
    }

    /**
     * Where it stands between two steps, to be gone on with by {@link #resume}.
     *
     * @param storage into which it records
     * @throws IllegalStateException before the first step
     */
    public synchronized RecorderState state(StatsStorage storage) {
        flush();
        SessionRecording recording = SessionRecording.of(storage, setup.session)
                .orElseThrow(() -> new IllegalStateException("A session has a state from its first step on."));
        return new RecorderState(recording, diagnosis.state(), loss.state(), testLoss.state(), List.copyOf(findings));
    }

    /**
     * Goes on where another recorder stood: the storage has what that one has recorded.
     *
     * @param model the network as it was then
     * @param batches those of every step so far, in their order
     * @param stockWorker who goes on with the reports of DL4J's own listener
     */
    public synchronized void resume(
            RecorderState state, Model model, Iterator<? extends DataSet> batches, String stockWorker) {
        recorded = model;
        begun = true;
        diagnosis.resume(state.diagnosis(), model, batches);
        loss.resume(state.loss());
        testLoss.resume(state.testLoss());
        findings.addAll(state.findings());
        stepsPerEpoch = state.recording().course().stepsPerEpoch();
        inFirstEpoch = stepsPerEpoch == 0;
        state.recording().into(writer, setup.session);
        state.recording().stock().into(setup.router, setup.session, Optional.of(stockWorker));
    }

    @Override
    public void onBackwardPass(Model model) {
        if (records(model)) {
            diagnosis.onBackwardPass(model);
        }
    }

    private synchronized boolean records(Model model) {
        recorded = recorded == null ? model : recorded;
        return recorded == model;
    }

    @Override
    public synchronized void iterationDone(Model model, int iteration, int epoch) {
        if (!records(model)) {
            return;
        }
        countEpoch(iteration, epoch);
        loss.add(iteration, model.score());
        diagnosis.iterationDone(model, iteration, epoch);
        if (news || System.nanoTime() - courseWritten > COURSE_EVERY_NANOS) {
            flush();
        }
    }

    /** The first step of the second epoch, counted from 0, has as many before it as an epoch has. */
    private void countEpoch(int iteration, int epoch) {
        if (inFirstEpoch && epoch == 1) {
            stepsPerEpoch = iteration;
        }
        inFirstEpoch = epoch == 0;
    }

    @Override
    public void onEpochEnd(Model model) {
        if (records(model)) {
            diagnosis.onEpochEnd(model);
        }
    }

    /** Adds a point to the curve of the test loss: its value after a number of updates. */
    public synchronized void tested(int iteration, double value) {
        testLoss.add(iteration, value);
        flush();
    }

    /** Stores the curves as they are now, without waiting for the next observation. */
    public synchronized void flush() {
        try {
            writer.write(new Course(loss.curve(), testLoss.curve(), findings, stepsPerEpoch));
        } catch (RuntimeException e) {
            if (!failed) {
                log.warn("The session {} cannot be stored: {}", setup.session, e.getMessage());
            }
            failed = true;
        }
        courseWritten = System.nanoTime();
        news = false;
    }

    private void found(Finding finding) {
        // A later judgement of the same thing replaces the earlier one.
        findings.removeIf(finding::repeats);
        findings.add(finding);
        news = true;
    }

    private void observed(Observation observation, Capture capture) {
        Structure structure = diagnosis.structure();
        if (!begun) {
            begun = true;
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            writer.write(new SessionFacts(setup.session, now, observation.batchSize(), structure));
        }
        writer.write(IterationRecord.of(structure, observation, capture));
        news = true;
    }
}
