package gradientlab.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {

    @TempDir
    private Path folder;

    private Path library;

    /** JavaCPP's own small library, as JavaCPP unpacked it. */
    @BeforeEach
    void copy() throws IOException {
        Loader.load(Pointer.class);
        Path cache = Loader.getCacheDir().toPath();
        Path unpacked;
        try (Stream<Path> files = Files.walk(cache)) {
            unpacked = files.filter(file -> file.getFileName().toString().contains("jnijavacpp"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
        library = folder.resolve(cache.relativize(unpacked));
        Files.createDirectories(library.getParent());
        Files.copy(unpacked, library, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** The loader's check, see {@code Loader.cacheResource}: the entry's time as this time zone reads it. */
    @Test
    void theFileHasTheTimeThatTheLoaderExpectsInEveryTimeZone() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String place : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(place));
                long inode = (long) Files.getAttribute(library, "unix:ino");
                NativeCache.setTimes(folder);

                String name = folder.relativize(library).toString().replaceFirst("^[^/]*/", "");
                var connection = (JarURLConnection)
                        Loader.class.getClassLoader().getResource(name).openConnection();
                assertThat(library.toFile().lastModified())
                        .as(place)
                        .isEqualTo(connection.getJarEntry().getTime());
                assertThat(Files.getAttribute(library, "unix:ino")).isEqualTo(inode);
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anIncompleteFileIsLeftToTheLoader() throws IOException {
        Files.write(library, new byte[10]);
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, then);
        NativeCache.setTimes(folder);

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(then);
    }

    @Test
    void whatIsInNoJarOfThatNameIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other.jar")).resolve("file");
        Files.writeString(other, "x");
        FileTime then = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(other, then);
        NativeCache.setTimes(folder);

        assertThat(Files.getLastModifiedTime(other)).isEqualTo(then);
    }

    @Test
    void whereLibrariesAreUnpackedThereIsNoTrouble() {
        assertThat(NativeCache.<String>whileLoading(() -> "loaded")).isEqualTo("loaded");
        assertThat(NativeCache.trouble()).isEmpty();
    }
}
