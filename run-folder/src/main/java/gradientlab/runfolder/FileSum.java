package gradientlab.runfolder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what the contents of a file are known again.
 *
 * @param bytes the size
 * @param sha256 the SHA-256 in hexadecimal
 */
public record FileSum(long bytes, String sha256) {

    private static final int BUFFER = 1 << 16;

    /** Of contents in memory. */
    public static FileSum of(byte[] contents) {
        return new FileSum(contents.length, hex(newDigest().digest(contents)));
    }

    /** Of a text in UTF-8. */
    public static FileSum of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file, which is read whole but not held in memory. */
    public static FileSum of(Path file) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new FileSum(bytes, hex(digest.digest()));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, but this one has not", e);
        }
    }
}
