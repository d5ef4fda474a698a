package gradientlab.ui.stock;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder for uploads that DL4J's server makes at its start, in the folder for temporary files, and leaves behind.
 *
 * <p>Its name ends with the millisecond of the start and is told to nobody, so it is looked for under every millisecond
 * that the start took.
 */
public final class UploadFolder {
    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

    private UploadFolder() {}

    /**
     * Removes the empty folder of a start that took place in between; nothing if there is none.
     *
     * @param from milliseconds since the epoch, inclusive
     * @param to milliseconds since the epoch, inclusive
     */
    public static void remove(long from, long to) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        for (long millisecond = from; millisecond <= to; millisecond++) {
            removeIfEmpty(temporary.resolve("DL4JUI_" + millisecond));
        }
    }

    private static void removeIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            LOG.debug("{} is not ours: it has files.", folder);
        } catch (IOException e) {
            LOG.warn("DL4J's empty folder {} cannot be removed.", folder, e);
        }
    }
}
