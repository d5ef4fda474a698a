package gradientlab.ui.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsInitializationReport;
import org.deeplearning4j.ui.model.stats.api.StatsReport;

/**
 * The reports of one worker of one session, read from the storage.
 *
 * @param worker DL4J's name of the thread that trained
 */
public record Shown(StatsStorage storage, String session, String worker) {
    /** A session's worker by its place in the order of names, or nothing if there is none. */
    public static Optional<Shown> of(List<StatsStorage> storages, String session, int place) {
        return ofAllWorkers(storages, session).stream().skip(place).findFirst();
    }

    /** All workers of a session in the order of names, from the first storage that has it. */
    public static List<Shown> ofAllWorkers(List<StatsStorage> storages, String session) {
        return storages.stream()
                .filter(storage -> storage.listSessionIDs().contains(session))
                .findFirst()
                .map(storage -> storage.listWorkerIDsForSessionAndType(session, StatsListener.TYPE_ID).stream()
                        .sorted()
                        .map(worker -> new Shown(storage, session, worker))
                        .toList())
                .orElse(List.of());
    }

    /** What is known of the run from its start, or nothing before it is reported. */
    public Optional<StatsInitializationReport> start() {
        return typed(
                storage.getAllStaticInfos(session, StatsListener.TYPE_ID).stream()
                        .findFirst(),
                StatsInitializationReport.class);
    }

    /** The newest report, or nothing before the first one. */
    public Optional<StatsReport> latest() {
        return typed(
                Optional.ofNullable(storage.getLatestUpdate(session, StatsListener.TYPE_ID, worker)),
                StatsReport.class);
    }

    /** All reports later than a time, in milliseconds since the epoch, in their order. */
    public List<StatsReport> after(long time) {
        return storage.getAllUpdatesAfter(session, StatsListener.TYPE_ID, worker, time).stream()
                .filter(StatsReport.class::isInstance)
                .map(StatsReport.class::cast)
                .sorted(Comparator.comparingLong(StatsReport::getTimeStamp))
                .toList();
    }

    /** When the first report was made, in milliseconds since the epoch, or nothing before it. */
    public Optional<Long> firstTime() {
        long[] times = storage.getAllUpdateTimes(session, StatsListener.TYPE_ID, worker);
        return times == null || times.length == 0 ? Optional.empty() : Optional.of(times[0]);
    }

    private static <T> Optional<T> typed(Optional<Persistable> report, Class<T> type) {
        return report.filter(type::isInstance).map(type::cast);
    }
}
