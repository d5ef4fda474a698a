package gradientlab.ui;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.core.storage.StatsStorageListener.EventType;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;

/** DL4J's in-memory storage, made to lose no report and to end. */
final class StatsMemory extends InMemoryStatsStorage {
    private final Map<SessionTypeWorkerId, Long> newest = new ConcurrentHashMap<>();
    private volatile boolean closed;

    StatsMemory() {
        // The stock list cannot lose a listener while another thread reports.
        listeners = new CopyOnWriteArrayList<>();
    }

    /**
     * Keeps a report under a millisecond of its own, later than every earlier one of its session and worker.
     *
     * <p>The stock storage keys reports by the clock's millisecond: a second one in the same millisecond replaces the
     * first, and a clock that is set back reorders them.
     */
    @Override
    public void putUpdate(Persistable update) {
        if (update instanceof StatsReport report) {
            report.reportIDs(report.getSessionID(), report.getTypeID(), report.getWorkerID(), timeOfItsOwn(report));
        }
        super.putUpdate(update);
    }

    private long timeOfItsOwn(StatsReport report) {
        var series = new SessionTypeWorkerId(report.getSessionID(), report.getTypeID(), report.getWorkerID());
        return newest.merge(series, report.getTimeStamp(), (last, now) -> Math.max(last + 1, now));
    }

    /** Sends an event that concerns no page, so that a thread that waits for one looks around. */
    void wakeReaders() {
        var event = new StatsStorageEvent(this, EventType.PostMetaData, "", "wake-up", "", System.currentTimeMillis());
        listeners.forEach(listener -> listener.notify(event));
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
