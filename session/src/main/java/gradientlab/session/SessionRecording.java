package gradientlab.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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

    private static final int LONGEST = 300;

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
        SessionWriter writer = new SessionWriter(router, session);
        writer.write(new SessionFacts(session, facts.started(), facts.batchSize(), facts.structure()));
        moments.forEach(writer::write);
        writer.write(course);
        stock.into(router, session);
    }

    /** The session as the contents of a file: compressed JSON. */
    public byte[] toBytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            JsonPersistable.MAPPER.writeValue(out, this);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} has made.
     *
     * @throws IOException if it is something else
     */
    public static SessionRecording fromBytes(byte[] bytes) throws IOException {
        SessionRecording session;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            session = JsonPersistable.MAPPER.readValue(in, SessionRecording.class);
        } catch (JsonProcessingException e) {
            throw new IOException("not a recorded session: " + firstLine(e.getOriginalMessage()), e);
        }
        if (session == null) {
            throw new IOException("not a recorded session: it is null");
        }
        session.stock.check();
        return session;
    }

    /** Without the lines and the long values that a mapper quotes. */
    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
