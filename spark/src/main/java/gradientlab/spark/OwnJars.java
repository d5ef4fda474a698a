package gradientlab.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars that executors need beyond those of Spark: ours, Deeplearning4j's and the natives, from this program's class path. */
final class OwnJars {

    /** Everything else that cells need comes with Spark. */
    private static final Pattern OURS = Pattern.compile(
            "(gradient-lab-|javacpp-|openblas-|jna-|fastutil-core-|neoitertools-|flatbuffers-java-1).*\\.jar"
                    + "|.*-1\\.0\\.0-M2\\.1(-.*)?\\.jar");

    private OwnJars() {}

    /** Their paths, with commas. */
    static String paths() throws IOException {
        List<String> paths = new ArrayList<>();
        for (Path entry : classPath()) {
            if (Files.isDirectory(entry)) {
                paths.add(packed(entry).toUri().toString());
            } else if (isOurs(entry)) {
                paths.add(entry.toUri().toString());
            }
        }
        return String.join(",", paths);
    }

    static boolean isOurs(Path jar) {
        return OURS.matcher(jar.getFileName().toString()).matches();
    }

    /** What the virtual machine was started with, and what the manifests of these jars name. */
    static Set<Path> classPath() throws IOException {
        Set<Path> entries = new LinkedHashSet<>();
        List<Path> named = new ArrayList<>(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of)
                        .toList());
        // Under spark-submit, the class path is Spark's.
        named.add(ofThisClass());
        for (Path path : named) {
            Path entry = path.toAbsolutePath().normalize();
            if (Files.exists(entry) && entries.add(entry)) {
                inManifest(entry).filter(Files::exists).forEach(entries::add);
            }
        }
        return entries;
    }

    private static Path ofThisClass() {
        try {
            return Path.of(OwnJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own jar has no path", e);
        }
    }

    private static Stream<Path> inManifest(Path entry) throws IOException {
        if (Files.isDirectory(entry) || !entry.toString().endsWith(".jar")) {
            return Stream.empty();
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            String list = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return list == null
                    ? Stream.empty()
                    : Arrays.stream(list.split(" ")).map(name -> resolved(entry, name));
        }
    }

    private static Path resolved(Path jar, String name) {
        URI uri = jar.toUri().resolve(name);
        return Path.of(uri).toAbsolutePath().normalize();
    }

    /** A folder of classes as a jar: from an IDE and in tests there are such. */
    private static Path packed(Path folder) throws IOException {
        Path jar = Files.createTempFile("gradient-lab-", ".jar");
        jar.toFile().deleteOnExit();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }
}
