package gradientlab.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that are read as a whole. */
public final class SmallFile {

    /** Bytes, characters and what is made of them lie side by side in the heap. */
    private static final int COPIES = 6;

    private SmallFile() {}

    /**
     * The contents of a file.
     *
     * @throws IOException if it is missing, no file, larger than the heap has room for, or cannot be read; the message
     *     names the file
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? ": this is no file" : ": there is no such file"));
        }
        long most = Runtime.getRuntime().maxMemory() / COPIES;
        if (Files.size(file) > most) {
            throw new IOException(file + ": has " + Files.size(file) + " bytes, and the heap of this JVM has room for "
                    + most + " (java -Xmx gives it more)");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
