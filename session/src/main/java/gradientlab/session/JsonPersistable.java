package gradientlab.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.deeplearning4j.core.storage.Persistable;

/**
 * A record on its way through a DL4J storage: compressed JSON, no Java serialisation of its contents.
 *
 * @param <T> the record
 */
abstract class JsonPersistable<T> implements Persistable {

    @Serial
    private static final long serialVersionUID = 1;

    static final String WORKER = "gradientlab";
    // A member added later is no reason to refuse what an older version wrote, nor the other way round.
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new RemediesStoredByName())
            .build();

    private final Class<T> type;
    private String session;
    private long timeStamp;
    private transient T content;

    JsonPersistable(Class<T> type, String session, long timeStamp, T content) {
        this.type = type;
        this.session = session;
        this.timeStamp = timeStamp;
        this.content = content;
    }

    /** The record. */
    public T content() {
        return content;
    }

    // J7FileStatsStorage serialises objects instead of encoding them.
    @Serial
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(encode());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        decode((byte[]) in.readObject());
    }

    @Override
    public String getSessionID() {
        return session;
    }

    @Override
    public String getWorkerID() {
        return WORKER;
    }

    @Override
    public long getTimeStamp() {
        return timeStamp;
    }

    @Override
    public int encodingLengthBytes() {
        return encode().length;
    }

    @Override
    public byte[] encode() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeUTF(session);
            out.writeLong(timeStamp);
            MAPPER.writeValue((OutputStream) out, content);
        } catch (IOException e) {
            throw new UncheckedIOException("A report of session '" + session + "' cannot be encoded.", e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void encode(ByteBuffer buffer) {
        buffer.put(encode());
    }

    @Override
    public void encode(OutputStream out) throws IOException {
        out.write(encode());
    }

    @Override
    public void decode(byte[] bytes) {
        try {
            decode(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "These " + bytes.length + " bytes are no " + type.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void decode(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        decode(bytes);
    }

    @Override
    public void decode(InputStream in) throws IOException {
        var data = new DataInputStream(new GZIPInputStream(in));
        session = data.readUTF();
        timeStamp = data.readLong();
        content = MAPPER.readValue((InputStream) data, type);
    }
}
