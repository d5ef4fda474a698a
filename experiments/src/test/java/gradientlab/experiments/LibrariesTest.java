package gradientlab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every library that the program is built and tested with: its SHA-256, and its licence in NOTICE.
 *
 * <p>{@code -Dupdate.docs=true} writes the list anew, after a version was changed. Natives of other platforms stay as they
 * were listed; when their version changes, they are written on each platform or by hand.
 */
class LibrariesTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LIST = Path.of("src/test/resources/gradientlab/experiments/libraries.sha256");

    /** Natives, of which a machine has those of its platform, and what the profile cuda takes in place of nd4j-native. */
    private static final Pattern NOT_EVERYWHERE =
            Pattern.compile(".*-(linux|macosx|windows)-(x86_64|arm64)(-redist)?\\.jar|(nd4j-)?cuda-.*\\.jar");

    /** Where Deeplearning4j has natives for the CPU. */
    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

    private static final Pattern CPU_NATIVES =
            Pattern.compile("((?:javacpp|openblas|nd4j-native)-.*)-(?:" + String.join("|", PLATFORMS) + ")\\.jar");

    private static final Pattern NAME = Pattern.compile("(.+?)-\\d.*\\.jar");

    /** What only tests use has no place in NOTICE. */
    private static final List<String> TESTS =
            List.of("junit-", "assertj-core", "opentest4j", "apiguardian-api", "archunit", "byte-buddy");

    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && !path.startsWith(PROJECT))
                .filter(path -> !path.getFileName().toString().startsWith("gradient-lab"))
                .filter(path -> !path.getFileName().toString().startsWith("surefire"))
                .toList();
    }

    @Test
    void everyLibraryIsTheOneThatWasChecked() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path library : libraries()) {
            found.put(library.getFileName().toString(), sha256(library));
        }
        Map<String, String> listed = listed();
        if (Boolean.getBoolean("update.docs")) {
            listed.keySet().removeIf(name -> !NOT_EVERYWHERE.matcher(name).matches());
            listed.putAll(found);
            Files.writeString(
                    LIST,
                    listed.entrySet().stream()
                            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
        assertThat(found).isNotEmpty();
        assertThat(listed).containsAllEntriesOf(found);
    }

    private static Map<String, String> listed() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, b) -> a, TreeMap::new));
    }

    @Test
    void theNativesAreListedForEveryPlatform() throws IOException {
        List<String> names =
                libraries().stream().map(path -> path.getFileName().toString()).toList();
        for (String name : names) {
            Matcher natives = CPU_NATIVES.matcher(name);
            if (natives.matches()) {
                assertThat(listed().keySet())
                        .containsAll(PLATFORMS.stream()
                                .map(platform -> natives.group(1) + "-" + platform + ".jar")
                                .toList());
            }
        }
        assertThat(names).anyMatch(name -> CPU_NATIVES.matcher(name).matches());
    }

    @Test
    void everyLibraryOfTheProgramHasItsLicenceInTheNotice() throws IOException {
        String notice = Files.readString(PROJECT.resolve("NOTICE"), StandardCharsets.UTF_8);
        List<String> named = Arrays.asList(notice.split("[\\s,()]+"));
        for (Path library : libraries()) {
            Matcher name = NAME.matcher(library.getFileName().toString());
            assertThat(name.matches()).as("%s", library).isTrue();
            String artifact = name.group(1);
            if (TESTS.stream().noneMatch(artifact::startsWith)) {
                assertThat(named)
                        .as("NOTICE names %s", artifact)
                        .anyMatch(word -> word.equals(artifact) || word.endsWith("-") && artifact.startsWith(word));
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
