package gradientlab.session;

import java.util.concurrent.atomic.AtomicLong;
import org.deeplearning4j.core.storage.StatsStorageRouter;

/** Puts one session into any of DL4J's storages, or sends it to a remote one. */
public final class SessionWriter {

    // Storages keep updates by their time: this one is replaced by the next.
    private static final long ALWAYS_THE_SAME = 0;

    private final StatsStorageRouter router;
    private final String session;
    private final AtomicLong newest = new AtomicLong();

    /**
     * Writes one session.
     *
     * @param session its name in the session selector
     */
    public SessionWriter(StatsStorageRouter router, String session) {
        this.router = router;
        this.session = session;
    }

    /** What does not change; it makes the session known, so it comes first. */
    public void write(SessionFacts facts) {
        router.putStaticInfo(new FactsReport(session, System.currentTimeMillis(), facts));
    }

    /** The next iteration, under a time of its own: storages keep one update per millisecond. */
    public void write(IterationRecord moment) {
        long time = newest.accumulateAndGet(System.currentTimeMillis(), (last, now) -> Math.max(last + 1, now));
        router.putUpdate(new IterationReport(session, time, moment));
    }

    /** How it went so far, in place of the course before. */
    public void write(Course course) {
        router.putUpdate(new CourseReport(session, ALWAYS_THE_SAME, course));
    }
}
