package gradientlab.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Records as compressed JSON. */
public final class GzipJson {

    private GzipJson() {}

    /** A record as the contents of a file. */
    public static byte[] toBytes(Record value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            JsonPersistable.MAPPER.writeValue(out, value);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #toBytes} has made, to the checksum at its end.
     *
     * @param what the record is, for the message
     * @throws IOException if it is something else, or was altered
     */
    public static <T extends Record> T fromBytes(byte[] bytes, Class<T> type, String what) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            // All of it: a parser stops where the JSON ends, before the checksum.
            return JsonPersistable.MAPPER.readValue(in.readAllBytes(), type);
        } catch (JsonProcessingException e) {
            throw new IOException("not a " + what + ": " + e.getOriginalMessage(), e);
        } catch (ZipException | EOFException e) {
            throw new IOException("not a " + what + ", or altered: " + e.getMessage(), e);
        }
    }
}
