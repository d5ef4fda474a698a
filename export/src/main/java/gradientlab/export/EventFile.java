package gradientlab.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.nd4j.shade.protobuf.CodedOutputStream;
import org.tensorflow.framework.Summary;

/**
 * An event file of TensorBoard.
 *
 * <p>A record is its length (8 bytes, little-endian), the masked CRC-32C of these bytes, its data, and their masked CRC-32C;
 * the data are a Protocol Buffers message {@code Event} with {@code wall_time = 1}, {@code step = 2}, {@code file_version = 3}
 * and {@code summary = 5} (TensorFlow, core/lib/io/record_writer.h and core/util/event.proto).
 */
final class EventFile {

    private static final String VERSION = "brain.Event:2";
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int MASK = 0xa282ead8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final double wallTime;

    /** @param wallTime seconds since 1970 that every event carries */
    EventFile(double wallTime) {
        this.wallTime = wallTime;
        add(out -> out.writeString(FILE_VERSION, VERSION));
    }

    /** Adds what is known at a step. */
    void add(int step, Summary summary) {
        add(out -> {
            out.writeInt64(STEP, step);
            out.writeMessage(SUMMARY, summary);
        });
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void add(Fields fields) {
        try {
            var event = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(event);
            out.writeDouble(WALL_TIME, wallTime);
            fields.writeTo(out);
            out.flush();
            byte[] data = event.toByteArray();
            byte[] length = littleEndian(8).putLong(data.length).array();
            bytes.writeBytes(length);
            bytes.writeBytes(checksum(length));
            bytes.writeBytes(data);
            bytes.writeBytes(checksum(data));
        } catch (IOException e) {
            throw new UncheckedIOException("An event cannot be written to memory.", e);
        }
    }

    /** The CRC turned by 15 bits, plus a constant: data that hold a CRC of themselves would else be hard to check. */
    private static byte[] checksum(byte[] of) {
        var crc = new CRC32C();
        crc.update(of);
        return littleEndian(4)
                .putInt(Integer.rotateRight((int) crc.getValue(), 15) + MASK)
                .array();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @FunctionalInterface
    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }
}
