package gradientlab.runfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that this process alone writes into, that belongs to one specification, and whose finished files are listed
 * in its manifest. May be used from several threads.
 */
public final class WorkFolder implements AutoCloseable {

    /** Enough to find a disk that is all but full before the work begins. */
    private static final int TRIAL_BYTES = 1 << 20;

    private static final String OTHERWISE = ": choose another folder, or move this one aside with --force";

    private final Path path;
    private final boolean made;
    private FolderLock lock;
    private Manifest manifest;

    private WorkFolder(Path path, boolean made, FolderLock lock) {
        this.path = path;
        this.made = made;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, tries whether it can be written, and locks it; what is in it is not touched.
     *
     * @throws IOException if that cannot be; the message names the folder and says why
     */
    public static WorkFolder claim(Path folder) throws IOException {
        boolean made = !Files.exists(folder);
        if (!made && !Files.isDirectory(folder)) {
            throw new IOException(folder + ": is a file, not a folder: choose another folder");
        }
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.of(folder)
                    .orElseThrow(
                            () -> new FolderInUseException(
                                    folder
                                            + ": another process writes into this folder: wait until it ends, or choose another folder"));
            WorkFolder claimed = new WorkFolder(folder, made, lock);
            claimed.tryToWrite();
            return claimed;
        } catch (FolderInUseException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(folder + ": cannot be written: " + Reason.of(e), e);
        }
    }

    private void tryToWrite() throws IOException {
        // One name, so that what a kill leaves behind is taken away the next time.
        Path trial = path.resolve(".trial");
        try {
            Files.deleteIfExists(trial);
            AtomicFiles.writeThrough(trial, new byte[TRIAL_BYTES]);
            Files.delete(trial);
        } catch (IOException e) {
            Files.deleteIfExists(trial);
            close();
            throw e;
        }
    }

    /**
     * Claims a folder whose work is done, to add to it: with the manifest that it has, or without one.
     *
     * @throws IOException as {@link #claim}
     */
    public static WorkFolder reopen(Path folder) throws IOException {
        WorkFolder work = claim(folder);
        try {
            new Commit(folder).complete();
            work.manifest = Manifest.in(folder).orElse(null);
        } catch (IOException e) {
            // A manifest that is damaged lists nothing; Verification says what is wrong with it.
            work.manifest = null;
        }
        return work;
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /**
     * Begins the work of a specification here, or goes on with it.
     *
     * @param marks files that an older version, which wrote no manifest, left in a folder of results
     * @throws IOException if the folder belongs to another, or holds results without a manifest; the message says so
     */
    public synchronized void begin(Specification specification, List<String> marks) throws IOException {
        Optional<Manifest> there = there();
        if (there.isEmpty() && marks.stream().anyMatch(mark -> Files.exists(path.resolve(mark)))) {
            throw new IOException(
                    path + ": cannot be continued, it holds results without a " + Manifest.FILE + OTHERWISE);
        }
        if (there.isPresent()) {
            String difference = there.get().specification().difference(specification);
            if (!difference.isEmpty()) {
                throw new IOException(
                        path + ": cannot be continued, its results were made with " + difference + OTHERWISE);
            }
            manifest = there.get();
        } else {
            manifest = Manifest.of(specification, Map.of());
            put(Map.of());
        }
    }

    private Optional<Manifest> there() throws IOException {
        try {
            new Commit(path).complete();
            return Manifest.in(path);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + OTHERWISE, e);
        }
    }

    /**
     * Moves what is in the folder aside, to the first of NAME.1, NAME.2 … that is free, and leaves it empty.
     *
     * @return where it is now; empty if there was nothing to move
     */
    public synchronized Optional<Path> moveAside() throws IOException {
        if (isEmpty()) {
            return Optional.empty();
        }
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        Path aside = aside(number);
        // Windows moves no folder in which a file is open.
        lock.close();
        try {
            AtomicFiles.move(path, aside);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be moved to " + aside + ": " + Reason.of(e), e);
        }
        lock = claim(path).lock;
        return Optional.of(aside);
    }

    private Path aside(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.allMatch(file -> file.endsWith(FolderLock.FILE));
        }
    }

    /**
     * What is wrong with the files that the manifest lists, as sentences.
     *
     * @throws IOException if one cannot be read
     */
    public synchronized List<String> faults() throws IOException {
        return new ArrayList<>(faultsByName().values());
    }

    /**
     * The names of the files that are listed and whole.
     *
     * @throws IOException if one cannot be read
     */
    public synchronized Set<String> whole() throws IOException {
        Set<String> whole = new TreeSet<>(manifest.files().keySet());
        whole.removeAll(faultsByName().keySet());
        return whole;
    }

    private Map<String, String> faultsByName() throws IOException {
        return Verification.faults(path, manifest, name -> true);
    }

    /** Whether a file is listed and whole. */
    public synchronized boolean isWhole(String name) throws IOException {
        return manifest.files().containsKey(name) && manifest.fault(path, name).isEmpty();
    }

    /** The names of the files that are listed. */
    public synchronized Set<String> listed() {
        return manifest.files().keySet();
    }

    /**
     * Puts files in place, all of them or none, in addition to those that are listed.
     *
     * <p>In a folder without a manifest, one after the other.
     *
     * @param files contents by path in the folder, with slashes
     * @throws IOException if that fails, as on a disk that is full; the message names a file
     */
    public synchronized void put(Map<String, byte[]> files) throws IOException {
        put(files, Set.of());
    }

    /** The same, and deletes others that are listed. */
    public synchronized void put(Map<String, byte[]> files, Set<String> dropped) throws IOException {
        if (manifest == null) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFiles.write(path.resolve(file.getKey()), file.getValue());
            }
            return;
        }
        Map<String, FileSum> sums = new TreeMap<>(manifest.files());
        sums.keySet().removeAll(dropped);
        sums.putAll(Manifest.sums(files));
        // A folder inside has its own manifest, which it may bring up to date itself.
        sums.keySet().removeIf(name -> name.endsWith("/" + Manifest.FILE));
        Manifest next = Manifest.of(manifest.specification(), sums);
        new Commit(path).write(files, next);
        manifest = next;
    }

    /**
     * Replaces a file that the manifest does not list, in one step: one that is needed until the work goes on, and no
     * longer.
     *
     * @throws IOException if it cannot be written; the message names it, and the older one is as it was
     */
    public synchronized void putUnlisted(String name, byte[] bytes) throws IOException {
        Path file = path.resolve(name);
        // One name, so that what a kill leaves behind is taken away the next time.
        Path beside = path.resolve("." + name + ".part");
        try {
            Files.deleteIfExists(beside);
            AtomicFiles.writeThrough(beside, bytes);
            AtomicFiles.move(beside, file);
            AtomicFiles.sync(path);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw new IOException(file + ": cannot be written: " + Reason.of(e), e);
        }
    }

    /** Deletes a file that the manifest does not list, and what a kill has left of one that was to replace it. */
    public synchronized void deleteUnlisted(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
        Files.deleteIfExists(path.resolve("." + name + ".part"));
    }

    /** What the folder belongs to. */
    public synchronized Specification specification() {
        return manifest.specification();
    }

    /** Frees the folder, and takes it away again if it was made for nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (made && isEmpty()) {
            Files.deleteIfExists(path.resolve(FolderLock.FILE));
            lock.close();
            Files.deleteIfExists(path);
        } else {
            lock.close();
        }
    }
}
