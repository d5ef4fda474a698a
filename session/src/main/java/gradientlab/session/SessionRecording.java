package gradientlab.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
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

    /** Copies the list. */
    public SessionRecording {
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
     * Reads what {@link #toBytes} has made, to the checksum at its end.
     *
     * @throws IOException if it is something else, or was altered
     */
    public static SessionRecording fromBytes(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            // All of it: a parser stops where the JSON ends, before the checksum.
            return JsonPersistable.MAPPER.readValue(in.readAllBytes(), SessionRecording.class);
        } catch (JsonProcessingException e) {
            throw new IOException("not a recorded session: " + e.getOriginalMessage(), e);
        } catch (ZipException | EOFException e) {
            throw new IOException("not a recorded session, or altered: " + e.getMessage(), e);
        }
    }
}
