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

    /** Characters of a mapper's message: it may quote long values. */
    private static final int LONGEST = 300;

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
            T value = JsonPersistable.MAPPER.readValue(in.readAllBytes(), type);
            if (value == null) {
                throw new IOException("not a " + what + ": it is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IOException("not a " + what + ": " + firstLine(e.getOriginalMessage()), e);
        } catch (ZipException | EOFException e) {
            throw new IOException("not a " + what + ", or altered: " + e.getMessage(), e);
        }
    }

    /** Without the lines and the long values that a mapper quotes. */
    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), LONGEST));
    }
}
