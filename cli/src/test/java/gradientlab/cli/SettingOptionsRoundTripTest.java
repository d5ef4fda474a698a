package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradientlab.lab.run.Setting;
import gradientlab.lab.run.SettingType;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class SettingOptionsRoundTripTest {

    @TempDir
    private Path folder;

    private static final Terminal TERMINAL = new Terminal(System.out, System.err, false);

    private final SettingOptions options = SettingOptions.all();

    @ParameterizedTest
    @EnumSource
    void everySettingIsReadFromTheCommandLineByEachOfItsNames(Setting setting) {
        for (String key : setting.keys()) {
            parse(SettingOptions.option(key), other(setting));
            TrainingPlan plan = options.said().toPlan();
            assertThat(setting.of(plan)).hasToString(other(setting));
            assertThat(plan).isNotEqualTo(TrainingPlan.LECTURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsReadFromAConfigurationFileAndTheCommandLineWins(Setting setting) throws IOException {
        Path config = folder.resolve("config.json");
        String value = setting.type() == SettingType.TEXT ? "\"" + other(setting) + "\"" : other(setting);
        Files.writeString(config, "{\"" + setting.key() + "\": " + value + "}");
        assertThat(setting.of(network("--config", config.toString()).plan())).hasToString(other(setting));
        String option = SettingOptions.option(setting.key());
        String another = setting.standard().map(String::valueOf).orElse("true");
        assertThat(setting.of(
                        network("--config", config.toString(), option, another).plan()))
                .hasToString(another);
    }

    @Test
    void whatAnEarlierLineGaveIsForgotten() {
        parse("--lr", "0.5");
        parse("--depth", "2");
        assertThat(options.said()).isEqualTo(new TrainSettings(Map.of(Setting.DEPTH, 2)));
    }

    @Test
    void aSettingUnderTwoOfItsNamesIsRefused() {
        parse("--norm-place", "after", "--norm-position", "after");
        assertThatThrownBy(options::said)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("normPosition is given twice, under two of its names");
    }

    private void parse(String... line) {
        CommandSpec spec = CommandSpec.create();
        options.addTo(spec, TERMINAL);
        new CommandLine(spec).parseArgs(line);
    }

    private static NetworkOptions network(String... line) {
        NetworkOptions network = new NetworkOptions();
        CommandLine command = new CommandLine(network);
        network.addTo(command.getCommandSpec(), TERMINAL);
        command.parseArgs(line);
        return network;
    }

    /** Not the lecture's, as a user writes it. */
    private static String other(Setting setting) {
        return switch (setting.type()) {
            case TEXT -> setting.names().isEmpty() ? "folder" : setting.names().get(1);
            case COUNT, LONG -> "3";
            case NUMBER, POSITIVE -> "0.25";
            case FLAG -> "false";
        };
    }
}
