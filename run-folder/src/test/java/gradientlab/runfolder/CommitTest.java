package gradientlab.runfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTest {

    private static final Specification SPECIFICATION = new Specification(Map.of("engine", "auto"));
    private static final Map<String, byte[]> OLD = files("old", "a.txt", "b/c.txt", "dropped.txt");
    private static final Map<String, byte[]> NEW = files("new", "a.txt", "b/c.txt", "d/e/f.txt");

    @TempDir
    private Path folder;

    private Commit commit;

    @BeforeEach
    void theOldFilesAreThere() throws IOException {
        commit = new Commit(folder);
        commit.write(OLD, manifest(OLD));
    }

    private static Map<String, byte[]> files(String text, String... names) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, (text + " " + name).getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    private static Manifest manifest(Map<String, byte[]> files) {
        return Manifest.of(SPECIFICATION, Manifest.sums(files));
    }

    @Test
    void newFilesReplaceOldOnesAndThoseNotListedGo() throws IOException {
        commit.write(NEW, manifest(NEW));
        assertHolds(NEW);
    }

    @Test
    void aKillBeforeTheManifestIsWrittenLeavesTheOldFiles() throws IOException {
        commit.stage(NEW);
        assertThat(commit.isPending()).isFalse();
        commit.complete();
        assertHolds(OLD);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aKillAfterTheManifestIsWrittenLeavesTheNewFilesHoweverManyWereMoved(int moved) throws IOException {
        commit.stage(NEW);
        AtomicFiles.write(
                folder.resolve(".pending/manifest.json"), manifest(NEW).toBytes());
        for (String name : NEW.keySet().stream().limit(moved).toList()) {
            Files.createDirectories(folder.resolve(name).getParent());
            AtomicFiles.move(folder.resolve(".pending").resolve(name), folder.resolve(name));
        }
        assertThat(Verification.of(folder).faults()).isEmpty();
        assertHolds(NEW);
    }

    @Test
    void aFileThatCannotBeWrittenChangesNothingAndIsNamed() throws IOException {
        Map<String, byte[]> impossible = new TreeMap<>(NEW);
        impossible.put("a.txt/inside.txt", new byte[1]);
        assertThatThrownBy(() -> commit.write(impossible, manifest(NEW)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("a.txt/inside.txt") + ": cannot be written: ");
        assertHolds(OLD);
    }

    private void assertHolds(Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            List<String> names = found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(FolderLock.FILE) && !name.equals(Manifest.FILE))
                    .sorted()
                    .toList();
            assertThat(names).containsExactlyElementsOf(files.keySet());
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(folder.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        assertThat(Manifest.in(folder)).contains(manifest(files));
    }
}
