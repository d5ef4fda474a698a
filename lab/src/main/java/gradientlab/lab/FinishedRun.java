package gradientlab.lab;

import gradientlab.diagnostics.NonFinite;
import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.history.History;
import gradientlab.diagnostics.history.Observation;
import gradientlab.diagnostics.probe.StructureReader;
import gradientlab.lab.run.Iteration;
import gradientlab.lab.run.MemoryNeed;
import gradientlab.lab.run.RunFigures;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.RunRecord;
import gradientlab.lab.run.SettingException;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.session.Course;
import gradientlab.session.IterationCurve;
import gradientlab.session.IterationRecord;
import gradientlab.session.SessionFacts;
import gradientlab.session.SessionRecording;
import gradientlab.session.StockReports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished training as the dashboard shows it.
 *
 * @param name the plan's name
 * @param session its first repetition
 */
public record FinishedRun(String name, SessionRecording session) {

    /** Whether a folder holds finished trainings. */
    public static boolean areIn(Path folder) {
        return LabFolder.isOne(folder) || RunFolder.isOne(folder);
    }

    /**
     * The trainings of a run folder, or of a folder of experiments.
     *
     * @throws IOException if a file in it is damaged; the message names it
     */
    public static List<FinishedRun> in(Path folder) throws IOException {
        List<RunFolder> folders =
                LabFolder.isOne(folder) ? new LabFolder(folder).trainings() : List.of(new RunFolder(folder));
        List<FinishedRun> runs = new ArrayList<>();
        for (RunFolder run : folders) {
            runs.add(of(run));
        }
        return runs;
    }

    /** The same run under a name that tells its folder. */
    public FinishedRun from(Path folder) {
        return new FinishedRun(name + " [" + folder.toAbsolutePath().normalize().getFileName() + "]", session);
    }

    private static FinishedRun of(RunFolder folder) throws IOException {
        RunRecord record = folder.record();
        TrainingPlan plan = record.spec().toPlan().repetition(0);
        Optional<SessionRecording> session = folder.session();
        return new FinishedRun(PlanName.of(plan), session.isPresent() ? session.get() : rebuilt(folder, record, plan));
    }

    /** Of a run that was not on the dashboard: what was kept for the rules, or else the start and the end. */
    private static SessionRecording rebuilt(RunFolder folder, RunRecord record, TrainingPlan plan) throws IOException {
        Optional<History> kept = folder.history();
        History history = kept.isPresent() ? kept.get() : startAndEnd(folder, plan);
        int batchSize = history.observations().stream()
                .findFirst()
                .map(Observation::batchSize)
                .orElse(plan.batchSize());
        return new SessionRecording(
                new SessionFacts(PlanName.of(plan), record.provenance().started(), batchSize, history.structure()),
                history.observations().stream()
                        .map(observation -> new IterationRecord(observation, List.of()))
                        .toList(),
                course(folder, record.runs().get(0), history),
                StockReports.NONE);
    }

    private static History startAndEnd(RunFolder folder, TrainingPlan plan) throws IOException {
        RunFolder.Snapshots snapshots = folder.snapshots();
        long layers = snapshots.start().layers().stream()
                .filter(layer -> layer.name().startsWith("hidden-"))
                .count();
        if (layers != plan.spec().hidden().size()) {
            throw new IOException(folder.path() + ": run.json describes a network of "
                    + plan.spec().hidden().size() + " hidden layers, and snapshots.json one of " + layers);
        }
        checkMemory(folder, plan);
        return new History(
                StructureReader.of(plan.spec().toNetwork()),
                List.of(observation(snapshots.start()), observation(snapshots.end())),
                0,
                List.of(),
                List.of());
    }

    private static void checkMemory(RunFolder folder, TrainingPlan plan) throws IOException {
        try {
            MemoryNeed.require(plan.lasting(1, 1).repeated(1), Trainer.INSIDE_EXAMPLES);
        } catch (SettingException e) {
            throw new IOException(folder.path() + ", run.json: " + e.getMessage(), e);
        }
    }

    private static Observation observation(Snapshot snapshot) {
        return new Observation(snapshot, Trainer.INSIDE_EXAMPLES, Map.of(), List.of(), NonFinite.NONE);
    }

    private static Course course(RunFolder folder, RunFigures figures, History history) throws IOException {
        List<Iteration> steps = folder.metrics(figures.seed());
        IterationCurve loss = IterationCurve.bounded(
                steps.stream().map(Iteration::iteration).toList(),
                steps.stream().map(Iteration::loss).toList());
        IterationCurve testLoss = new IterationCurve(List.of(steps.size()), List.of(figures.testLoss()));
        return new Course(loss, testLoss, Diagnosis.findings(folder, history), 0);
    }
}
