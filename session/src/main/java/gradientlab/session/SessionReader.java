package gradientlab.session;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;

/**
 * Reads sessions back from any of DL4J's storages.
 *
 * @param storage where a {@link SessionRecorder} has put them
 */
public record SessionReader(StatsStorage storage) {

    /** The names of the sessions that were recorded, in no order. */
    public List<String> sessions() {
        return storage.listSessionIDs().stream()
                .filter(session -> facts(session).isPresent())
                .toList();
    }

    /** The facts of a session; empty for a session of DL4J's listener alone, and for none. */
    public Optional<SessionFacts> facts(String session) {
        return storage.getAllStaticInfos(session, FactsReport.TYPE_ID).stream()
                .filter(FactsReport.class::isInstance)
                .map(report -> ((FactsReport) report).content())
                .findFirst();
    }

    /** When the iterations of a session were stored, ascending: the keys of {@link #moment}. */
    public long[] times(String session) {
        long[] times = storage.getAllUpdateTimes(session, IterationReport.TYPE_ID, JsonPersistable.WORKER);
        Arrays.sort(times);
        return times;
    }

    /** What was stored at a time; empty where it has been given up since. */
    public Optional<IterationRecord> moment(String session, long time) {
        Persistable stored = storage.getUpdate(session, IterationReport.TYPE_ID, JsonPersistable.WORKER, time);
        return stored instanceof IterationReport report ? Optional.of(report.content()) : Optional.empty();
    }

    /** Everything kept of a session, in ascending order of iterations; empty for a session that is not there. */
    public List<IterationRecord> moments(String session) {
        return storage.getAllUpdatesAfter(session, IterationReport.TYPE_ID, Long.MIN_VALUE).stream()
                .filter(IterationReport.class::isInstance)
                .map(report -> ((IterationReport) report).content())
                .toList();
    }

    /** How a session went so far; {@link Course#EMPTY} where nothing is known. */
    public Course course(String session) {
        Persistable newest = storage.getLatestUpdate(session, CourseReport.TYPE_ID, JsonPersistable.WORKER);
        return newest instanceof CourseReport report ? report.content() : Course.EMPTY;
    }
}
