package gradientlab.ui;

import gradientlab.session.Bounded;
import gradientlab.session.IterationReport;
import gradientlab.ui.KeptHistory.GivenUp;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.core.storage.StatsStorageListener.EventType;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;

/** DL4J's in-memory storage, made to lose no report, to keep a limited number of them, and to end. */
final class StatsMemory extends InMemoryStatsStorage implements Bounded {
    private final Map<SessionTypeWorkerId, Long> newest = new ConcurrentHashMap<>();
    private final KeptHistory<SessionTypeWorkerId> history;
    private final int kept;
    private volatile boolean closed;

    /**
     * Nothing yet.
     *
     * @param kept most reports of each kind per session, at least 3
     * @param inAll most reports of all kinds and sessions, at least as many
     */
    StatsMemory(int kept, int inAll) {
        this.kept = kept;
        this.history = new KeptHistory<>(kept, inAll);
        // The stock list cannot lose a listener while another thread reports.
        listeners = new CopyOnWriteArrayList<>();
    }

    @Override
    public int kept() {
        return kept;
    }

    /**
     * Keeps a report under a millisecond of its own, later than every earlier one of its session and worker.
     *
     * <p>The stock storage keys reports by the clock's millisecond: a second one in the same millisecond replaces the
     * first, and a clock that is set back reorders them. When there are too many, one is given up: dense at the start,
     * sparse later, the first and the last always kept.
     */
    @Override
    public void putUpdate(Persistable update) {
        if (update instanceof StatsReport report) {
            report.reportIDs(report.getSessionID(), report.getTypeID(), report.getWorkerID(), timeOfItsOwn(report));
        }
        super.putUpdate(update);
        iteration(update).ifPresent(iteration -> thin(update, iteration));
    }

    private long timeOfItsOwn(StatsReport report) {
        return newest.merge(series(report), report.getTimeStamp(), (last, now) -> Math.max(last + 1, now));
    }

    /** Empty for what is not one of a series. */
    private static OptionalInt iteration(Persistable update) {
        if (update instanceof StatsReport report) {
            return OptionalInt.of(report.getIterationCount());
        }
        return update instanceof IterationReport moment
                ? OptionalInt.of(moment.content().iteration())
                : OptionalInt.empty();
    }

    private void thin(Persistable update, int iteration) {
        for (GivenUp<SessionTypeWorkerId> gone : history.add(series(update), iteration, update.getTimeStamp())) {
            Map<Long, Persistable> stored = updates.get(gone.series());
            if (gone.time().isEmpty()) {
                forget(gone.series().getSessionID());
            } else if (stored != null) {
                stored.remove(gone.time().get());
            }
        }
    }

    /** As if the session had never been; its other kinds of reports are of no use without one of them. */
    private void forget(String session) {
        sessionIDs.remove(session);
        updates.keySet().removeIf(series -> series.getSessionID().equals(session));
        staticInfo.keySet().removeIf(series -> series.getSessionID().equals(session));
        storageMetaData.keySet().removeIf(series -> series.getSessionID().equals(session));
        newest.keySet().removeIf(series -> series.getSessionID().equals(session));
    }

    private static SessionTypeWorkerId series(Persistable report) {
        return new SessionTypeWorkerId(report.getSessionID(), report.getTypeID(), report.getWorkerID());
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
