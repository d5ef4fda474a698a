package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.mnist.IdxFormatException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReadingTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsReadIsMnist() throws IOException {
        assertThat(DataReading.of(null).result().train().size()).isEqualTo(60_000);
    }

    @Test
    void whatGoesWrongIsToldAsWithoutTheThread() {
        DataReading reading = DataReading.of(folder.toString());
        assertThatThrownBy(reading::result)
                .isInstanceOf(IdxFormatException.class)
                .hasMessageContaining(folder.toString());
    }
}
