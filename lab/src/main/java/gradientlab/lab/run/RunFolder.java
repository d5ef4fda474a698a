package gradientlab.lab.run;

import gradientlab.diagnostics.Snapshot;
import gradientlab.diagnostics.history.History;
import gradientlab.session.SessionRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of one trained plan: run.json, metrics.csv, snapshots.json, where it was diagnosed history.json, and where
 * it was shown on the dashboard session.json.gz; figures, the report and the dashboard are made from these.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    /** The file by which a run folder is known. */
    public static final String RUN = "run.json";

    /** What the dashboard has shown of the first repetition. */
    public static final String SESSION = "session.json.gz";

    /** Every step of every repetition. */
    public static final String METRICS = "metrics.csv";

    /** The inside of the first repetition's network before and after training. */
    public static final String SNAPSHOTS = "snapshots.json";

    /** What the rules need to judge the first repetition. */
    public static final String HISTORY = "history.json";

    /** The inside of the first repetition's network before and after training. */
    public record Snapshots(Snapshot start, Snapshot end) {}

    /** Whether a folder holds a run. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(RUN));
    }

    /** What the rules need, if it was kept. */
    public Optional<History> history() throws IOException {
        Path file = path.resolve(HISTORY);
        return Files.exists(file) ? Optional.of(Json.readMeasurements(file, History.class)) : Optional.empty();
    }

    /**
     * What the dashboard has shown, if it was kept.
     *
     * @throws IOException if the file is no such session; the message names it
     */
    public Optional<SessionRecording> session() throws IOException {
        Path file = path.resolve(SESSION);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionRecording.fromBytes(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    public RunRecord record() throws IOException {
        return Json.read(path.resolve(RUN), RunRecord.class);
    }

    /** The steps of every repetition, by seed. */
    public Map<Long, List<Iteration>> metrics() throws IOException {
        return MetricsCsv.read(path.resolve(METRICS));
    }

    public Snapshots snapshots() throws IOException {
        return Json.readMeasurements(path.resolve(SNAPSHOTS), Snapshots.class);
    }
}
