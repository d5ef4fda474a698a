package gradientlab.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
    private static final String TEMPORARY = "java.io.tmpdir";

    private final String before = System.getProperty(TEMPORARY);

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        System.setProperty(TEMPORARY, before);
    }

    @Test
    void onlyTheEmptyFolderOfThoseMillisecondsGoes() throws Exception {
        Path early = Files.createDirectory(folder.resolve("DL4JUI_999"));
        Path first = Files.createDirectory(folder.resolve("DL4JUI_1000"));
        Path last = Files.createDirectory(folder.resolve("DL4JUI_1003"));
        Path used = Files.createDirectory(folder.resolve("DL4JUI_1002"));
        Files.writeString(used.resolve("upload"), "somebody's");

        System.setProperty(TEMPORARY, folder.toString());
        UploadFolder.remove(1000, 1003);

        assertThat(first).doesNotExist();
        assertThat(last).doesNotExist();
        assertThat(early).exists();
        assertThat(used.resolve("upload")).hasContent("somebody's");
    }
}
