package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.experiments.GradientLab;
import gradientlab.language.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help, the manual page and the list of experiments in Russian. */
class RussianHelpTest {

    /** Words that are typed: of JSON objects, of options and of the values of options. */
    private static final List<String> TYPED = List.of(
            "en",
            "ru",
            "auto",
            "direct",
            "open",
            "folded",
            "base",
            "axes",
            "random",
            "steps",
            "measures",
            "spec",
            "init",
            "lr",
            "tuning",
            "scoring",
            "local",
            "csv",
            "json",
            "man",
            "runs",
            "gradient",
            "weight-std",
            "weight-variance",
            "bias-std",
            "scaled");

    private final LineRun cli = new LineRun();

    static List<String> commands() {
        return List.copyOf(Cli.whole(new Terminal(System.out, System.err, false), GradientLab.EXPERIMENTS)
                .getSubcommands()
                .keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfACommandIsRussian(String command) {
        assertThat(cli.run(command, "--help", "--language", "ru")).isZero();
        assertThat(cli.printed()).startsWith("Использование: gradient-lab " + command);
        RussianText.assertRussian(withoutSynopsis(cli.printed()), names());
    }

    @Test
    void theHelpOfAllIsRussianHoweverItIsAskedFor() {
        assertThat(cli.run("--help", "--language", "ru")).isZero();
        String help = cli.printed();
        assertThat(help).contains("Команды:", "Коды завершения:");
        RussianText.assertRussian(help, names());
        assertThat(cli.run("--language", "ru")).isZero();
        assertThat(cli.printed()).isEqualTo(help);
        assertThat(cli.run("--language=ru", "help")).isZero();
        assertThat(cli.printed()).isEqualTo(help);
    }

    @Test
    void theManualPageIsRussian() {
        assertThat(cli.run("man", "--language", "ru")).isZero();
        RussianText.assertRussian(
                cli.printed().replace("\\-", "-").replaceAll("(?m)^\\.(TP|B .*|I .*|SS .*|TH .*)$", ""), names());
    }

    @Test
    void theListIsRussian() {
        assertThat(cli.run("list", "--language", "ru")).isZero();
        RussianText.assertRussian(cli.printed(), names());
    }

    /** So that a description that was forgotten is not simply missing. */
    @Test
    void everyOptionAndCommandIsDescribedInEveryLanguage() {
        for (Language language : Language.values()) {
            Terminal terminal = new Terminal(System.out, System.err, false).in(language);
            Cli.whole(terminal, GradientLab.EXPERIMENTS)
                    .getSubcommands()
                    .values()
                    .forEach(command -> {
                        CommandSpec spec = command.getCommandSpec();
                        assertThat(spec.usageMessage().description())
                                .as(spec.name())
                                .isNotEmpty();
                        for (ArgSpec option : spec.args()) {
                            assertThat(option.description())
                                    .as(spec.name() + " " + option)
                                    .isNotEmpty();
                        }
                    });
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(RussianText.names(commands()));
        names.addAll(TYPED);
        return names;
    }

    /** The synopsis names options and what stands for their values alone. */
    private static String withoutSynopsis(String help) {
        return help.replaceAll("\\[[^\\]]*\\]\\.*", "");
    }
}
