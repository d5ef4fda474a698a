package gradientlab.cli;

import gradientlab.continuation.CheckpointFile;
import gradientlab.continuation.DiagnosedTrainer;
import gradientlab.continuation.EverySeconds;
import gradientlab.continuation.KeptRun;
import gradientlab.engine.Engine;
import gradientlab.lab.PlanName;
import gradientlab.lab.run.Checkpoints;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Provenance;
import gradientlab.lab.run.Repetition;
import gradientlab.lab.run.RunFiles;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.WorkFolder;
import gradientlab.session.SessionRecording;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Trains what a folder lacks of a plan's repetitions, and keeps each as soon as it is finished. */
final class PlanRun {

    private final TrainingPlan plan;
    private final Engine engine;
    private final WorkSession session;
    private final WorkFolder work;
    private final double checkpointEvery;
    private final int before;
    private final Map<Long, Repetition> finished = new HashMap<>();
    private Optional<Provenance> provenance;

    /**
     * @param work the plan's folder, begun
     * @param checkpointEvery seconds from one checkpoint to the next, or 0 for none
     */
    PlanRun(TrainingPlan plan, Engine engine, WorkSession session, WorkFolder work, double checkpointEvery)
            throws IOException {
        KeptRun kept = KeptRun.in(work, plan);
        kept.repetitions().forEach(run -> finished.put(run.figures().seed(), run));
        CheckpointFile.deleteFinished(work, finished.keySet());
        this.before = finished.size();
        this.plan = kept.extended(plan);
        this.engine = engine;
        this.session = session;
        this.work = work;
        this.checkpointEvery = checkpointEvery;
        this.provenance = kept.provenance();
    }

    /** How many repetitions were finished before. */
    int before() {
        return before;
    }

    /** How many repetitions there will be: as many as asked for, or as are finished. */
    int repetitions() {
        return plan.repeat();
    }

    /**
     * Trains what is missing; ends early when asked to.
     *
     * @return whether every repetition is finished
     */
    boolean train() throws IOException {
        try {
            for (int i = 0; i < plan.repeat(); i++) {
                TrainingPlan repetition = plan.repetition(i);
                if (!finished.containsKey(repetition.spec().seed())) {
                    trainMissing(repetition, i == 0);
                }
            }
            CheckpointFile.delete(work);
            return true;
        } catch (Interruption.Interrupted e) {
            return false;
        }
    }

    /** How many repetitions are finished. */
    int finished() {
        return finished.size();
    }

    /** The engine that took the steps, and why. */
    String engine() {
        return provenance.orElseThrow().engine();
    }

    private void trainMissing(TrainingPlan repetition, boolean first) throws IOException {
        if (first) {
            trainDiagnosed(repetition);
        } else {
            keep(train(repetition, checkpoints(repetition, false)), new RunFiles(), Set.of());
        }
    }

    /** The first repetition is diagnosed on the way, always on the same examples; its bits do not change by that. */
    private void trainDiagnosed(TrainingPlan first) throws IOException {
        DiagnosedTrainer.Result diagnosed = new DiagnosedTrainer(session.data(), session.watch(), engine)
                .train(PlanName.of(first), first, checkpoints(first, session.hasDashboard()));
        RunFiles files = diagnosed.files();
        Optional<SessionRecording> shown = session.recording(PlanName.of(first));
        if (shown.isPresent()) {
            files.session(shown.get());
        }
        // What the dashboard has shown of this repetition before goes with it, where it is not shown now.
        keep(diagnosed.run(), files, shown.isPresent() ? Set.of() : Set.of(RunFolder.SESSION));
    }

    private Checkpoints checkpoints(TrainingPlan repetition, boolean shown) {
        return checkpointEvery == 0
                ? Checkpoints.NONE
                : new CheckpointFile(
                        work, repetition.spec().seed(), shown, new EverySeconds(checkpointEvery), session::complain);
    }

    /** Whether a repetition that is not finished goes on from a checkpoint the next time. */
    boolean isCheckpointed() {
        return CheckpointFile.isIn(work);
    }

    private TrainedRun train(TrainingPlan repetition, Checkpoints checkpoints) {
        return new Trainer(session.data(), session.watch(), engine)
                .train(PlanName.of(repetition), repetition, checkpoints);
    }

    /** A repetition counts as soon as its files are in place, with what is finished of the others. */
    private void keep(TrainedRun run, RunFiles files, Set<String> dropped) throws IOException {
        finished.put(run.figures().seed(), Repetition.of(run));
        provenance = Optional.of(provenance.orElseGet(() -> session.provenance().of(run.engine())));
        work.put(files.repetitions(plan, inOrder(), provenance.get()).all(), dropped);
        CheckpointFile.delete(work);
    }

    private List<Repetition> inOrder() {
        return IntStream.range(0, plan.repeat())
                .mapToObj(i -> finished.get(plan.repetition(i).spec().seed()))
                .filter(Objects::nonNull)
                .toList();
    }
}
