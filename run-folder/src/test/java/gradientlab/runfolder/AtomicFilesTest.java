package gradientlab.runfolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @Test
    void aFileThatCannotBeWrittenWholeLeavesTheOldOneAndNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figure.svg");
        AtomicFiles.write(file, "old");
        AtomicFiles.write(file, "new");
        assertThat(file).hasContent("new");
        Path occupied =
                Files.createDirectories(folder.resolve("occupied/inside")).getParent();
        assertThatThrownBy(() -> AtomicFiles.write(occupied, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(occupied + ": cannot be written: ");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, occupied);
        }
    }
}
