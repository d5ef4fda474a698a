package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingOptionsTest {

    private final LineRun line = new LineRun();

    @ParameterizedTest
    @EnumSource
    void everySettingIsInTheHelpOfTrainAndNoFormerNameIs(Setting setting) {
        assertThat(line.run("train", "--help")).isZero();
        assertThat(line.printed()).contains(SettingOptions.option(setting.key()) + "=" + setting.placeholder());
        assertThat(setting.otherKeys())
                .allSatisfy(key ->
                        assertThat(line.printed()).contains(SettingOptions.option(key) + "=" + setting.placeholder()));
        assertThat(setting.formerKeys())
                .allSatisfy(key -> assertThat(line.printed()).doesNotContain(SettingOptions.option(key)));
        // The help breaks lines inside of long names.
        String unbroken = line.printed().replaceAll("\\s", "");
        assertThat(setting.names()).allSatisfy(name -> assertThat(unbroken).contains(name));
    }

    /** The names of the help text before there was a table. */
    @ParameterizedTest
    @CsvSource({"batchSize, --batch-size", "lr, --lr", "batchesPerEpoch, --batches-per-epoch", "normPlace, --norm-place"
    })
    void anOptionIsItsKeyWithDashes(String key, String option) {
        assertThat(SettingOptions.option(key)).isEqualTo(option);
    }

    @Test
    void theHelpSaysTheLecturesValue() {
        line.run("train", "--help");
        assertThat(line.printed().replaceAll("\\s+", " "))
                .contains("Learning rate (default 0.1).")
                .contains("Hidden layers (default 1).")
                .contains("Factor of the output layer's weights (default 1).")
                .contains("instead of the bundled MNIST.");
    }

    @Test
    void anOptionGivenTwiceUnderItsTwoNamesIsRefused() {
        assertThat(line.run("train", "--repeat", "2", "--seeds", "3")).isEqualTo(Cli.WRONG_USAGE);
        assertThat(line.complaint()).contains("--seeds is given twice, under two of its names");
    }

    /** {@code -Dupdate.docs=true} writes it anew. */
    @Test
    void theDocumentShowsTheHelpOfTrain() throws IOException {
        Path document = Path.of("docs/train-help.txt");
        line.run("train", "--help");
        if (Boolean.getBoolean("update.docs")) {
            Files.writeString(document, line.printed());
        }
        assertThat(Files.readString(document)).isEqualTo(line.printed());
    }
}
