package gradientlab.lab.run;

import gradientlab.diagnostics.history.History;
import gradientlab.session.SessionRecording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of a {@link RunFolder} in memory, to be put in place together. */
public final class RunFiles {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    /** Adds the files of one training alone. */
    public RunFiles training(TrainedRun run, Provenance provenance) throws IOException {
        return snapshots(run).repetitions(run.plan(), List.of(Repetition.of(run)), provenance.of(run.engine()));
    }

    /**
     * Adds run.json and metrics.csv.
     *
     * @param finished some repetitions of the plan, at least one
     * @param provenance with the engine that was chosen
     */
    public RunFiles repetitions(TrainingPlan plan, List<Repetition> finished, Provenance provenance)
            throws IOException {
        Map<Long, List<Iteration>> steps = new LinkedHashMap<>();
        finished.forEach(run -> steps.put(run.figures().seed(), run.iterations()));
        List<RunFigures> figures = finished.stream().map(Repetition::figures).toList();
        files.put(RunFolder.METRICS, MetricsCsv.text(steps).getBytes(StandardCharsets.UTF_8));
        return json(RunFolder.RUN, new RunRecord(TrainSettings.of(plan), figures, provenance));
    }

    /** Adds the inside of the first repetition's network before and after training. */
    public RunFiles snapshots(TrainedRun first) throws IOException {
        return json(RunFolder.SNAPSHOTS, new RunFolder.Snapshots(first.start(), first.end()));
    }

    /** Adds what the rules need to judge the first repetition, now or again later. */
    public RunFiles history(History history) throws IOException {
        return json(RunFolder.HISTORY, history);
    }

    /** Adds what the dashboard has shown of the first repetition. */
    public RunFiles session(SessionRecording session) throws IOException {
        files.put(RunFolder.SESSION, session.toBytes());
        return this;
    }

    private RunFiles json(String name, Object value) throws IOException {
        files.put(name, Json.toBytes(value));
        return this;
    }

    /** All files by name. */
    public Map<String, byte[]> all() {
        return files;
    }
}
