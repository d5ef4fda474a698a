package gradientlab.mnist;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files of unsigned bytes, plain or gzipped.
 *
 * <p>Layout: two zero bytes, the type (08 for unsigned bytes), the number of dimensions, each dimension as a big-endian
 * 32-bit number, then the values, row-major, to the end of the file. Gzip is recognised by its first two bytes, whatever
 * the file is called; what follows a complete gzip file is ignored, as gunzip does.
 *
 * <p>A header that promises more than the file holds costs no memory: the values are read as they come, and no more of
 * them than the heap has room for.
 */
public final class IdxReader {
    private static final int BUFFER = 1 << 16;
    private static final int HEAP_PER_VALUE = 2 + Float.BYTES;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private IdxReader() {}

    /**
     * Reads a file.
     *
     * @throws IdxFormatException if it is missing, cannot be read or is not a complete IDX file of unsigned bytes
     * @throws IOException if reading fails half-way
     */
    public static IdxArray read(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IdxFormatException(file.toString(), "a readable IDX file", whatIsAt(file));
        }
        return read(Files.newInputStream(file), file.toString());
    }

    private static String whatIsAt(Path file) {
        if (Files.notExists(file)) {
            return "nothing under this name";
        }
        return Files.isDirectory(file) ? "a folder" : "something that is no readable file";
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @param name what error messages call the stream
     * @throws IdxFormatException if it does not hold a complete IDX file of unsigned bytes
     * @throws IOException if the stream itself fails
     */
    public static IdxArray read(InputStream in, String name) throws IOException {
        try (in;
                InputStream content = uncompressed(in)) {
            return readContent(content, name);
        } catch (EOFException e) {
            throw new IdxFormatException(name, "a complete gzip file", "one that breaks off", e);
        } catch (ZipException e) {
            throw new IdxFormatException(name, "an intact gzip file", "damage (" + e.getMessage() + ")", e);
        }
    }

    private static InputStream uncompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        byte[] start = buffered.readNBytes(2);
        buffered.reset();
        boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static IdxArray readContent(InputStream in, String name) throws IOException {
        List<Integer> dimensions = readDimensions(in, name);
        int length = length(dimensions, name);
        int room = room();
        byte[] values = in.readNBytes(Math.min(length, room));
        if (values.length < length) {
            String claimed = String.format(Locale.ROOT, "%d values (%s)", length, IdxArray.text(dimensions));
            throw values.length < room
                    ? new IdxFormatException(name, claimed, "only " + values.length)
                    : new IdxFormatException(
                            name, "at most the " + room + " values that the heap of this JVM has room for", claimed);
        }
        // To the very end, where a gzip stream checks its CRC: damage can look like surplus.
        long surplus = in.transferTo(OutputStream.nullOutputStream());
        if (surplus > 0) {
            String expected = String.format(
                    Locale.ROOT, "the end of the file after %d values (%s)", length, IdxArray.text(dimensions));
            throw new IdxFormatException(name, expected, surplus + " more");
        }
        return new IdxArray(dimensions, values);
    }

    /** The most values that can be read: as bytes, as the bytes of pieces that become one array, and as float32. */
    private static int room() {
        return (int) Math.min(IdxArray.MAX_LENGTH, Runtime.getRuntime().maxMemory() / HEAP_PER_VALUE);
    }

    private static List<Integer> readDimensions(InputStream in, String name) throws IOException {
        int count = readDimensionCount(in, name);
        byte[] bytes = in.readNBytes(4 * count);
        if (bytes.length < 4 * count) {
            String expected =
                    String.format(Locale.ROOT, "a header of %d bytes for %d dimension(s)", 4 + 4 * count, count);
            throw new IdxFormatException(
                    name, expected, String.format(Locale.ROOT, "the end of the file after %d", 4 + bytes.length));
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        return IntStream.range(0, count).mapToObj(i -> header.getInt(4 * i)).toList();
    }

    private static int readDimensionCount(InputStream in, String name) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (magic.length < 4 || magic[0] != 0 || magic[1] != 0) {
            throw new IdxFormatException(name, "an IDX file, beginning with the bytes 00 00", startText(magic));
        }
        if (magic[2] != IdxArray.UNSIGNED_BYTE) {
            throw new IdxFormatException(name, "unsigned bytes (IDX type 08)", "IDX type " + HEX.toHexDigits(magic[2]));
        }
        if (magic[3] == 0) {
            throw new IdxFormatException(name, "at least 1 dimension", "0");
        }
        return Byte.toUnsignedInt(magic[3]);
    }

    private static String startText(byte[] magic) {
        return magic.length == 0 ? "an empty file" : HEX.formatHex(magic);
    }

    private static int length(List<Integer> dimensions, String name) throws IdxFormatException {
        if (dimensions.stream().anyMatch(d -> d < 1)) {
            throw new IdxFormatException(name, "dimensions of at least 1", IdxArray.text(dimensions));
        }
        long length = IdxArray.length(dimensions);
        if (length > IdxArray.MAX_LENGTH) {
            String expected = String.format(Locale.ROOT, "at most %d values", IdxArray.MAX_LENGTH);
            throw new IdxFormatException(name, expected, IdxArray.text(dimensions));
        }
        return Math.toIntExact(length);
    }
}
