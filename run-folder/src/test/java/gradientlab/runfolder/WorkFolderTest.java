package gradientlab.runfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkFolderTest {

    private static final Specification AUTO = new Specification(Map.of("engine", "auto"));
    private static final Specification DL4J = new Specification(Map.of("engine", "dl4j"));

    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("run");
    }

    private WorkFolder begun(Specification specification) throws IOException {
        WorkFolder work = WorkFolder.claim(folder());
        work.begin(specification, List.of("run.json"));
        return work;
    }

    private static Map<String, byte[]> file(String name, String text) {
        return Map.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsPutIsListedWholeAndThereTheNextTime() throws IOException {
        try (WorkFolder work = begun(AUTO)) {
            work.put(file("a.txt", "a"));
            work.put(file("b.txt", "b"), Set.of());
        }
        try (WorkFolder work = begun(AUTO)) {
            assertThat(work.whole()).containsExactly("a.txt", "b.txt");
            assertThat(work.faults()).isEmpty();
            work.put(file("c.txt", "c"), Set.of("a.txt"));
            assertThat(work.listed()).containsExactly("b.txt", "c.txt");
            assertThat(folder().resolve("a.txt")).doesNotExist();
        }
    }

    @Test
    void anotherSpecificationIsRefusedWithWhatDiffersAndNothingChanges() throws IOException {
        try (WorkFolder work = begun(AUTO)) {
            work.put(file("a.txt", "a"));
        }
        try (WorkFolder other = WorkFolder.claim(folder())) {
            assertThatThrownBy(() -> other.begin(DL4J, List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder() + ": cannot be continued")
                    .hasMessageContaining("engine auto, not dl4j");
        }
        assertThat(Verification.of(folder())).isEqualTo(new Verification(true, List.of()));
    }

    @Test
    void resultsWithoutAManifestAreNotContinued() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("run.json"), "{}");
        assertThat(Verification.of(folder()).possible()).isFalse();
        try (WorkFolder work = WorkFolder.claim(folder())) {
            assertThatThrownBy(() -> work.begin(AUTO, List.of("run.json")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("holds results without a manifest.json");
        }
    }

    @Test
    void aFolderIsMovedAsideWholeToTheFirstFreeName() throws IOException {
        Files.createDirectories(temporary.resolve("run.1"));
        try (WorkFolder work = begun(AUTO)) {
            work.put(file("a.txt", "a"));
            assertThat(work.moveAside()).contains(temporary.resolve("run.2"));
            work.begin(DL4J, List.of());
            assertThat(work.whole()).isEmpty();
            assertThat(work.moveAside()).contains(temporary.resolve("run.3"));
            assertThat(work.moveAside()).isEmpty();
        }
        assertThat(temporary.resolve("run.2/a.txt")).hasContent("a");
        assertThat(Verification.of(temporary.resolve("run.2")).faults()).isEmpty();
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefusedUntilTheFirstEnds() throws IOException {
        WorkFolder first = WorkFolder.claim(folder());
        assertThatThrownBy(() -> WorkFolder.claim(folder()))
                .isInstanceOf(FolderInUseException.class)
                .hasMessageContaining(folder() + ": another process writes into this folder");
        first.close();
        assertThat(folder()).as("made for nothing").doesNotExist();
        WorkFolder.claim(folder()).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Files.writeString(folder(), "a file");
        assertThatThrownBy(() -> WorkFolder.claim(folder()))
                .isInstanceOf(IOException.class)
                .hasMessage(folder() + ": is a file, not a folder: choose another folder");
        Path below = folder().resolve("below");
        assertThatThrownBy(() -> WorkFolder.claim(below))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(below + ": cannot be written: ");
    }

    /** Nobody, root included, makes a folder in /proc. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsNamedWithTheReason() {
        Path impossible = Path.of("/proc/gradient-lab");
        assertThatThrownBy(() -> WorkFolder.claim(impossible))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("/proc/gradient-lab: cannot be written: \\S.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "shorter", "altered"})
    void aFileThatIsNotAsItWasWrittenIsNamed(String how) throws IOException {
        Path file = folder().resolve("a.txt");
        try (WorkFolder work = begun(AUTO)) {
            work.put(file("a.txt", "accuracy 0.9"));
            work.put(file("b.txt", "b"));
            switch (how) {
                case "missing" -> Files.delete(file);
                case "shorter" -> Files.writeString(file, "accuracy");
                default -> Files.writeString(file, "accuracy 1.0");
            }
            assertThat(work.faults()).singleElement().asString().startsWith(file + ": ");
            assertThat(work.whole()).containsExactly("b.txt");
            assertThat(work.isWhole("a.txt")).isFalse();
        }
        assertThat(Verification.of(folder()).faults()).hasSize(1);
    }

    @Test
    void anAlteredManifestIsNamed() throws IOException {
        try (WorkFolder work = begun(AUTO)) {
            work.put(file("a.txt", "a"));
        }
        Path manifest = folder().resolve("manifest.json");
        String text = Files.readString(manifest);
        for (String altered : List.of(
                text.replace("\"bytes\" : 1", "\"bytes\" : 2"),
                text.replace("auto", "dl4j"),
                text.replace("a.txt", "b.txt"),
                text.substring(0, text.length() / 2),
                "null")) {
            assertThat(altered).isNotEqualTo(text);
            Files.writeString(manifest, altered);
            assertThat(Verification.of(folder()).faults())
                    .singleElement()
                    .asString()
                    .startsWith(manifest + ": not a manifest");
        }
    }

    @Test
    void filesAreAddedToAFinishedFolderAndListedWhereItHasAManifest() throws IOException {
        addToFinished("old.txt", "old");
        assertThat(Manifest.in(folder())).isEmpty();
        begun(AUTO).close();
        addToFinished("figures/a.svg", "a");
        assertThat(Manifest.in(folder()).orElseThrow().files()).containsOnlyKeys("figures/a.svg");
        assertThat(folder().resolve("old.txt")).hasContent("old");
    }

    private void addToFinished(String name, String text) throws IOException {
        try (WorkFolder work = WorkFolder.reopen(folder())) {
            work.put(file(name, text));
        }
    }
}
