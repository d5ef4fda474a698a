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
 * <p>{@code -Dupdate.docs=true} writes the list anew, after a version was changed in the parent pom.
 */
class LibrariesTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LIST = Path.of("src/test/resources/gradientlab/experiments/libraries.sha256");

    /** Of the natives only those of the platform on which the list was written. */
    private static final Pattern OTHER_NATIVES =
            Pattern.compile(".*-(linux-arm64|macosx-\\w+|windows-\\w+|\\w*cuda).*\\.jar");

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
                .filter(path ->
                        !OTHER_NATIVES.matcher(path.getFileName().toString()).matches())
                .toList();
    }

    @Test
    void everyLibraryIsTheOneThatWasChecked() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path library : libraries()) {
            found.put(library.getFileName().toString(), sha256(library));
        }
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(
                    LIST,
                    found.entrySet().stream()
                            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                            .collect(Collectors.joining()));
        }
        Map<String, String> listed = Files.readAllLines(LIST).stream()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        assertThat(found).isNotEmpty();
        assertThat(listed).containsAllEntriesOf(found);
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
