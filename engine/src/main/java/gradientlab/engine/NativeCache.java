package gradientlab.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * JavaCPP's folder of unpacked native libraries, by version and platform, which all processes of a user share.
 *
 * <p>JavaCPP unpacks a library again where its file has another time than its entry in the jar. Jars store times without a time
 * zone, and it reads them in the zone of the process: in another zone it replaces the library, which other processes may be
 * loading. Here one process loads at a time, and a file of the right length gets the time that JavaCPP expects of it.
 */
public final class NativeCache {

    /** JavaCPP's system property that names another folder. */
    public static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

    /** What the libraries of the CPU take on Linux, in megabytes. */
    private static final long NEEDED = 475;

    private static final long MEGABYTE = 1_000_000;
    private static final String LOCK = "gradientlab.lock";
    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    private static boolean loaded;

    private NativeCache() {}

    /**
     * Loads native libraries while no other process of ours does; the second time, they are loaded already.
     *
     * <p>Where the folder cannot be locked, or another process holds it for a minute, they are loaded all the same.
     */
    public static synchronized <T> T whileLoading(Supplier<T> load) {
        if (loaded) {
            return load.get();
        }
        Optional<FileChannel> held = hold();
        try {
            T result = load.get();
            loaded = true;
            return result;
        } finally {
            held.ifPresent(NativeCache::release);
        }
    }

    private static Optional<FileChannel> hold() {
        try {
            Path folder = Loader.getCacheDir().toPath();
            FileChannel file =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            for (int i = 0; i < TRIES && file.tryLock() == null; i++) {
                Thread.sleep(PAUSE_MILLIS);
            }
            setTimes(folder);
            return Optional.of(file);
        } catch (IOException e) {
            return Optional.empty(); // what JavaCPP cannot do then, it says by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void release(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            // The end of the process releases it.
        }
    }

    /** Gives each file of the right length the time that JavaCPP expects of it in this process. */
    static void setTimes(Path folder) throws IOException {
        for (Path file : filesBelow(folder)) {
            Optional<JarEntry> entry = entry(folder, file);
            if (entry.isPresent()
                    && entry.get().getSize() == Files.size(file)
                    && entry.get().getTime() != file.toFile().lastModified()) {
                // JavaCPP unpacks it again if this fails.
                boolean unused = file.toFile().setLastModified(entry.get().getTime());
            }
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The entry that a file was unpacked from, if it is in a jar of that name on the class path. */
    private static Optional<JarEntry> entry(Path folder, Path file) throws IOException {
        Path jar = folder.relativize(file).getName(0);
        String name = folder.resolve(jar).relativize(file).toString().replace('\\', '/');
        URL found = Loader.class.getClassLoader().getResource(name);
        if (found != null && found.openConnection() instanceof JarURLConnection connection) {
            Path holder = Path.of(connection.getJarFile().getName()).getFileName();
            return Optional.of(connection.getJarEntry()).filter(entry -> holder.equals(jar));
        }
        return Optional.empty();
    }

    /** Why libraries cannot be unpacked, as a sentence that says what to do; empty where they can be, or are. */
    public static Optional<String> trouble() {
        String remedy = ": name another folder by -D" + PROPERTY + "=FOLDER";
        try {
            Path folder = Loader.getCacheDir().toPath();
            long used = 0;
            for (Path file : filesBelow(folder)) {
                used += entry(folder, file).isPresent() ? Files.size(file) : 0;
            }
            long left = folder.toFile().getUsableSpace();
            return used + left >= NEEDED * MEGABYTE
                    ? Optional.empty()
                    : Optional.of("its native libraries are unpacked into " + folder + ", which takes " + NEEDED
                            + " MB, and " + left / MEGABYTE + " MB are left there" + remedy);
        } catch (IOException e) {
            return Optional.of("its native libraries are unpacked into a folder, and neither "
                    + System.getProperty(PROPERTY, System.getProperty("user.home") + "/.javacpp/cache") + " nor "
                    + System.getProperty("java.io.tmpdir") + " can be written" + remedy);
        }
    }
}
