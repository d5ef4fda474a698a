package gradientlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.model.Initialisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables written by hand; those of a sweep are read back in {@link SweepTest}. */
class SweptCellTest {

    private static final String COLUMNS = "depth,weight-std,test-accuracy,findings,error,command\n";

    @TempDir
    private Path folder;

    private List<SweptCell> read(String text) throws IOException {
        Files.writeString(folder.resolve("results.csv"), text);
        return SweptCell.in(folder);
    }

    @Test
    void aCellIsWhatItsCommandSays() throws IOException {
        String command = "java -jar x.jar train --init scaled:0.5:0.1 --activation relu --depth 3 --lr 0.01"
                + " --data \"a folder\" --engine dl4j";
        String quoted = "\"" + command.replace("\"", "\"\"") + "\"";
        List<SweptCell> cells = read(COLUMNS
                + "3,0.5,0.93,\"dead-units,\"\"two\"\"\",," + quoted + "\r\n"
                + "7,0.5,,,\"depth 7, with a\nline feed\"," + quoted + "\n"
                + "3,0.5,NaN,,," + quoted + "\n");
        assertThat(cells).as("the one with an error is left out").hasSize(2);
        SweptCell first = cells.get(0);
        assertThat(first.plan().spec().initialisation()).isEqualTo(Initialisation.scaled(0.5, 0.1));
        assertThat(first.plan().spec().hidden()).hasSize(3);
        assertThat(first.plan().spec().learningRate()).isEqualTo(0.01);
        assertThat(first.plan().data()).isEqualTo("a folder");
        assertThat(first.measures()).isEqualTo(Map.of("test-accuracy", 0.93));
        assertThat(cells.get(1).measures().get("test-accuracy")).isNaN();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2,0.5,,,train --depth none | line 2: axis depth needs whole numbers, not 'none'",
                "1,2,0.5,,,train --depth 0 | line 2: axis depth must be at least 1, not 0",
                "1,2,much,,,train | line 2: For input string",
                "1,2 | line 2: has 2 cells, not 6"
            })
    void aLineThatIsNoneIsNamed(String line, String sentence) {
        assertThatThrownBy(() -> read(COLUMNS + line + "\n"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("results.csv") + ", line 2: ")
                .hasMessageContaining(sentence.split(": ", 2)[1]);
    }

    @Test
    void anotherTableIsSaidToBeNone() {
        assertThatThrownBy(() -> read("x,y\n1,2\n"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is not the table of a sweep, which has the columns error and command");
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThat(SweptCell.areIn(folder.resolve("nowhere"))).isFalse();
    }
}
