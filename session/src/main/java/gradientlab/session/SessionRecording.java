package gradientlab.session;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageRouter;

/**
 * A whole session as one value: to be kept as a file, and shown again later.
 *
 * @param facts what does not change
 * @param moments what was kept of it, in ascending order of iterations
 * @param course curves and findings
 * @param stock the reports of DL4J's own listener; {@link StockReports#NONE} where there are none
 */
public record SessionRecording(SessionFacts facts, List<IterationRecord> moments, Course course, StockReports stock) {

    /** Copies the list; throws {@link NullPointerException} when a part is missing. */
    public SessionRecording {
        Objects.requireNonNull(facts, "A session has facts, but they were null.");
        Objects.requireNonNull(course, "A session has a course, but it was null.");
        Objects.requireNonNull(stock, "A session has reports for the stock pages or none, but they were null.");
        moments = List.copyOf(moments);
    }

    /** What a storage keeps of a session; empty for a session that was not recorded. */
    public static Optional<SessionRecording> of(StatsStorage storage, String session) {
        SessionReader reader = new SessionReader(storage);
        return reader.facts(session)
                .map(facts -> new SessionRecording(
                        facts, reader.moments(session), reader.course(session), StockReports.of(storage, session)));
    }

    /** Puts the session into a storage, or sends it to one, under a name. */
    public void into(StatsStorageRouter router, String session) {
        into(new SessionWriter(router, session), session);
        stock.into(router, session, Optional.empty());
    }

    /** The same without the stock reports, by a writer that goes on with the session. */
    void into(SessionWriter writer, String session) {
        writer.write(new SessionFacts(session, facts.started(), facts.batchSize(), facts.structure()));
        moments.forEach(writer::write);
        writer.write(course);
    }

    /** The session as the contents of a file: compressed JSON. */
    public byte[] toBytes() throws IOException {
        return GzipJson.toBytes(this);
    }

    /**
     * Reads what {@link #toBytes} has made, to the checksum at its end.
     *
     * @throws IOException if it is something else, or was altered
     */
    public static SessionRecording fromBytes(byte[] bytes) throws IOException {
        SessionRecording session = GzipJson.fromBytes(bytes, SessionRecording.class, "recorded session");
        session.stock.check();
        return session;
    }
}
