package gradientlab.runfolder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A folder's lock: the file .lock in it, locked by the operating system, which frees it when the process dies.
 *
 * @param channel the open file
 */
record FolderLock(FileChannel channel) implements AutoCloseable {

    /** The name of the file. */
    static final String FILE = ".lock";

    /** The lock of a folder that is there; empty if another process, or this one, holds it already. */
    static Optional<FolderLock> of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held within this process: as good as held by another.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
