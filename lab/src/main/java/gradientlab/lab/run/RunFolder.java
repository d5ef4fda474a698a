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
    public record Snapshots(Snapshot start, Snapshot end) {

        /** Throws {@link IllegalArgumentException} if they are of different layers. */
        public Snapshots {
            if (start != null
                    && end != null
                    && start.layers().size() != end.layers().size()) {
                throw new IllegalArgumentException("start and end must have the same layers, but have "
                        + start.layers().size() + " and " + end.layers().size());
            }
        }
    }

    /** Whether a folder holds a run. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(RUN));
    }

    /** The file of what the rules need. */
    public Path historyFile() {
        return path.resolve(HISTORY);
    }

    /** What the rules need, if it was kept. */
    public Optional<History> history() throws IOException {
        Path file = historyFile();
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
        byte[] bytes = SmallFile.bytes(file);
        try {
            return Optional.of(SessionRecording.fromBytes(bytes));
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * What run.json holds.
     *
     * @throws IOException if it is missing, is none, or holds no repetition; the message names the file
     */
    public RunRecord record() throws IOException {
        RunRecord record = Json.read(path.resolve(RUN), RunRecord.class);
        if (record.runs().isEmpty()) {
            throw new IOException(path.resolve(RUN) + ": holds no repetition");
        }
        return record;
    }

    /** The steps of every repetition, by seed. */
    public Map<Long, List<Iteration>> metrics() throws IOException {
        return MetricsCsv.read(path.resolve(METRICS));
    }

    /**
     * The steps of one repetition.
     *
     * @throws IOException if there are none
     */
    public List<Iteration> metrics(long seed) throws IOException {
        List<Iteration> steps = metrics().get(seed);
        if (steps == null) {
            throw new IOException(path.resolve(METRICS) + ": has no step of seed " + seed + ", which " + RUN + " has");
        }
        return steps;
    }

    public Snapshots snapshots() throws IOException {
        return Json.readMeasurements(path.resolve(SNAPSHOTS), Snapshots.class);
    }
}
