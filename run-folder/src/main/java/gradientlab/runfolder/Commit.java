package gradientlab.runfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts several files and the manifest that lists them in place together.
 *
 * <p>All are written to the folder .pending first, the manifest last; from then on they count. Then they are moved where
 * they belong, the manifest last again. After a kill, {@link #complete} moves what is left if the manifest was written,
 * and takes away what was not finished if it was not: there is no moment at which some count and others do not.
 *
 * @param folder the folder, locked
 */
record Commit(Path folder) {

    private static final String PENDING = ".pending";

    private Path pending() {
        return folder.resolve(PENDING);
    }

    /** Whether a process was killed while it put files in place, or does so now. */
    boolean isPending() {
        return Files.exists(pending().resolve(Manifest.FILE));
    }

    /**
     * Puts the files in place; those that only the older manifest lists are deleted.
     *
     * @throws IOException if that fails; the message names a file and the reason. Nothing has changed then, or the rest
     *     is done by {@link #complete}.
     */
    void write(Map<String, byte[]> files, Manifest manifest) throws IOException {
        try {
            stage(files);
            AtomicFiles.write(pending().resolve(Manifest.FILE), manifest.toBytes());
        } catch (IOException e) {
            deletePending();
            throw e;
        }
        complete();
    }

    /** Writes the files to .pending. */
    void stage(Map<String, byte[]> files) throws IOException {
        deletePending();
        Set<Path> folders = new HashSet<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path to = pending().resolve(file.getKey());
            try {
                Files.createDirectories(to.getParent());
                AtomicFiles.writeThrough(to, file.getValue());
            } catch (IOException e) {
                throw new IOException(folder.resolve(file.getKey()) + ": cannot be written: " + Reason.of(e), e);
            }
            folders.add(to.getParent());
        }
        syncAll(folders);
    }

    /** After a kill: finishes what counts already, and takes away what does not. */
    void complete() throws IOException {
        if (isPending()) {
            Manifest next = Manifest.read(pending().resolve(Manifest.FILE));
            List<Path> files = staged();
            Set<Path> folders = new HashSet<>();
            for (Path file : files) {
                place(file, folders);
            }
            deleteUnlisted(next);
            syncAll(folders);
            AtomicFiles.move(pending().resolve(Manifest.FILE), folder.resolve(Manifest.FILE));
            AtomicFiles.sync(folder);
        }
        deletePending();
    }

    private void place(Path file, Set<Path> folders) throws IOException {
        Path to = folder.resolve(pending().relativize(file));
        try {
            Files.createDirectories(to.getParent());
            AtomicFiles.move(file, to);
        } catch (IOException e) {
            throw new IOException(to + ": cannot be put in place: " + Reason.of(e), e);
        }
        folders.add(to.getParent());
    }

    private List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.walk(pending())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(pending().resolve(Manifest.FILE)))
                    .sorted()
                    .toList();
        }
    }

    private void deleteUnlisted(Manifest next) throws IOException {
        Optional<Manifest> last = Manifest.in(folder);
        if (last.isPresent()) {
            for (String name : last.get().files().keySet()) {
                if (!next.files().containsKey(name)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
            }
        }
    }

    private static void syncAll(Set<Path> folders) throws IOException {
        for (Path each : folders) {
            AtomicFiles.sync(each);
        }
    }

    private void deletePending() throws IOException {
        if (Files.exists(pending())) {
            try (Stream<Path> files = Files.walk(pending())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
