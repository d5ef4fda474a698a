package gradientlab.runfolder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Contents of a file that carries its own checksum and says what it belongs to: bytes that are altered, or belong to
 * something else, are never handed out.
 *
 * <p>One line of text each: what it belongs to, and the SHA-256 of that line and the contents. Then the contents.
 */
public final class Seal {

    private static final int HASH = 64;

    private Seal() {}

    /**
     * The bytes of such a file.
     *
     * @param belongsTo to what, without a line break
     */
    public static byte[] close(String belongsTo, byte[] contents) {
        byte[] owner = line(belongsTo);
        byte[] hash = line(sum(owner, contents));
        return joined(joined(owner, hash), contents);
    }

    /**
     * The contents of such a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws IOException if it is altered or belongs to something else; the message names the file and says which
     */
    public static byte[] open(Path file, String belongsTo) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] owner = line(belongsTo);
        int start = owner.length + HASH + 1;
        if (bytes.length < start || !Arrays.equals(owner, Arrays.copyOf(bytes, owner.length))) {
            throw new IOException(file + ": belongs to something else, or is damaged");
        }
        byte[] contents = Arrays.copyOfRange(bytes, start, bytes.length);
        if (!Arrays.equals(line(sum(owner, contents)), Arrays.copyOfRange(bytes, owner.length, start))) {
            throw new IOException(file + ": is damaged: its checksum is not that of its contents");
        }
        return contents;
    }

    /** What such a file says that it belongs to; empty if there is none, or nothing is said. */
    public static Optional<String> owner(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        // As bytes: what follows the first line is no text.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.lines().findFirst();
    }

    private static byte[] line(String text) {
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String sum(byte[] owner, byte[] contents) {
        return FileSum.of(joined(owner, contents)).sha256();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream(first.length + second.length);
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
