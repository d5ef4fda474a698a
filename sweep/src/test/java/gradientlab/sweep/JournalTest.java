package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final CellRow SECOND = new CellRow(List.of("0.25", "NaN"), "");
    private static final CellRow FIRST = new CellRow(List.of(), "width: \"größer\", says\tthe rule");

    @TempDir
    private Path folder;

    private Journal open() throws IOException {
        return Journal.open(folder, 3);
    }

    private Path file() {
        return folder.resolve(Journal.FILE);
    }

    private void twoRows() throws IOException {
        try (Journal journal = open()) {
            journal.append(1, SECOND);
            journal.append(0, FIRST);
        }
    }

    @Test
    void rowsAreThereAgainWhenItIsOpenedAgain() throws IOException {
        twoRows();
        try (Journal journal = open()) {
            assertThat(journal.finished()).isEqualTo(2);
            assertThat(journal.row(0)).contains(FIRST);
            assertThat(journal.row(1)).contains(SECOND);
            assertThat(journal.row(2)).isEmpty();
        }
    }

    @Test
    void whereverAKillCutsTheLastLineTheOthersStayAndTheNextIsWhole() throws IOException {
        twoRows();
        byte[] whole = Files.readAllBytes(file());
        int firstLine = Files.readString(file()).getBytes(StandardCharsets.UTF_8).length
                - Files.readAllLines(file()).get(1).getBytes(StandardCharsets.UTF_8).length
                - 1;
        for (int length = firstLine; length < whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            try (Journal journal = open()) {
                assertThat(journal.finished()).as("cut at %d", length).isEqualTo(1);
                journal.append(0, FIRST);
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @Test
    void aLineThatIsNotAsItWasWrittenDoesNotCount() throws IOException {
        twoRows();
        Files.writeString(file(), Files.readString(file()).replace("0.25", "0.26"));
        try (Journal journal = open()) {
            assertThat(journal.has(1)).isFalse();
            assertThat(journal.has(0)).isTrue();
            assertThat(journal.damaged()).isEqualTo(1);
        }
    }

    @Test
    void otherBytesAtTheEndAreCutOff() throws IOException {
        twoRows();
        long length = Files.size(file());
        Files.write(file(), new byte[500], StandardOpenOption.APPEND);
        open().close();
        assertThat(Files.size(file())).isEqualTo(length);
    }
}
