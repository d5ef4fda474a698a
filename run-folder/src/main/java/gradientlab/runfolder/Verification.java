package gradientlab.runfolder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of the files of a folder before they are read.
 *
 * @param possible whether there is a manifest to verify them by: older folders have none
 * @param faults what is wrong, a sentence for each file that is not as it was written
 */
public record Verification(boolean possible, List<String> faults) {

    private static final int PATIENCE = 50;
    private static final int PAUSE_MILLIS = 100;

    /**
     * Verifies the files of a folder by its manifest.
     *
     * @throws IOException as {@link #of(Path, Predicate)}
     */
    public static Verification of(Path folder) throws IOException {
        return of(folder, name -> true);
    }

    /**
     * Verifies some of the files of a folder by its manifest.
     *
     * <p>Where a process was killed while it put files in place, that is finished first.
     *
     * @param which tells by the path in the folder which
     * @throws IOException if a file cannot be read
     */
    public static Verification of(Path folder, Predicate<String> which) throws IOException {
        Verification verification = once(folder, which);
        for (int i = 0; i < PATIENCE && !verification.faults.isEmpty(); i++) {
            Verification again = once(folder, which);
            if (again.equals(verification)) {
                return verification;
            }
            // Another process has put files in place meanwhile.
            verification = again;
        }
        return verification;
    }

    private static Verification once(Path folder, Predicate<String> which) throws IOException {
        finishPending(folder);
        Optional<Manifest> manifest;
        try {
            manifest = Manifest.in(folder);
        } catch (IOException e) {
            return new Verification(true, List.of(e.getMessage()));
        }
        return manifest.isEmpty()
                ? new Verification(false, List.of())
                : new Verification(
                        true, List.copyOf(faults(folder, manifest.get(), which).values()));
    }

    static Map<String, String> faults(Path folder, Manifest manifest, Predicate<String> which) throws IOException {
        Map<String, String> faults = new LinkedHashMap<>();
        for (String name : manifest.files().keySet()) {
            if (which.test(name)) {
                manifest.fault(folder, name).ifPresent(fault -> faults.put(name, fault));
            }
        }
        return faults;
    }

    /** Waits where another process is about to put files in place. */
    private static void finishPending(Path folder) throws IOException {
        Commit commit = new Commit(folder);
        for (int i = 0; i < PATIENCE && commit.isPending(); i++) {
            try {
                finish(commit, FolderLock.of(folder));
            } catch (IOException e) {
                throw new IOException(folder + ": files that are finished cannot be put in place: " + Reason.of(e), e);
            }
        }
    }

    @SuppressWarnings("try") // the lock only has to be held
    private static void finish(Commit commit, Optional<FolderLock> lock) throws IOException {
        if (lock.isPresent()) {
            try (FolderLock held = lock.get()) {
                commit.complete();
            }
        } else {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
