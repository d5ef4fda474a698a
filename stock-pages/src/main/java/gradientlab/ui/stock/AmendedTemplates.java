package gradientlab.ui.stock;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.nd4j.common.resources.Resolver;

/**
 * Hands DL4J the amended templates of its pages; found through {@code META-INF/services}.
 *
 * <p>DL4J copies a template out of its jar into a new temporary file for each view of a page. These are written once, into
 * a folder of this JVM's own that goes when the JVM ends.
 */
public final class AmendedTemplates implements Resolver {
    // DL4J's own resolver has 100; the lowest is asked first.
    private static final int BEFORE_THE_STOCK_ONE = 50;
    private static final String TEMPLATES = "templates/";

    private Path folder;

    /** For the service loader. */
    public AmendedTemplates() {}

    @Override
    public int priority() {
        return BEFORE_THE_STOCK_ONE;
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith(TEMPLATES) && StockTexts.amended(path).isPresent();
    }

    @Override
    public boolean directoryExists(String path) {
        return false;
    }

    /**
     * A template as a file.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    @Override
    public synchronized File asFile(String path) {
        try {
            Path file = folder().resolve(path.substring(TEMPLATES.length()));
            if (Files.notExists(file)) {
                write(file, text(path));
            }
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The template " + path + " cannot be written to a temporary file: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public InputStream asStream(String path) {
        return new ByteArrayInputStream(text(path).getBytes(StandardCharsets.UTF_8));
    }

    /** Not possible: there are only files. */
    @Override
    public void copyDirectory(String path, File target) {
        throw new UnsupportedOperationException("There is no folder " + path + " to copy to " + target + ".");
    }

    @Override
    public boolean hasLocalCache() {
        return false;
    }

    @Override
    public File localCacheRoot() {
        return null;
    }

    @Override
    public String normalizePath(String path) {
        return path;
    }

    private static String text(String path) {
        return StockTexts.amended(path)
                .orElseThrow(() -> new IllegalArgumentException("There is no amended template " + path + "."));
    }

    private Path folder() throws IOException {
        // Anew if someone cleaned up the folder for temporary files.
        if (folder == null || Files.notExists(folder)) {
            folder = Files.createTempDirectory("gradientlab-templates-");
            folder.toFile().deleteOnExit();
        }
        return folder;
    }

    private static void write(Path file, String text) throws IOException {
        file.toFile().deleteOnExit();
        Path beside = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
