package gradientlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradientlab.lab.run.Setting;
import gradientlab.sweep.Measure;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds English in what the program prints in Russian. */
final class RussianText {

    /** A key of a catalogue where its sentence should be. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w./-])[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*(?![\\w./=-])");

    /** A word of Latin letters that is no option, no part of a path or number, and no formula. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?<![\\p{L}\\d_./:=-])[A-Za-z]?[a-z]+(?:-[a-z]+)*(?![\\p{L}\\d_./=-]|:[\\p{L}\\d])");

    /** What is the same in both languages: functions, abbreviations, names of programs and of people's methods. */
    private static final Set<String> SAME = Set.of(
            "std",
            "log",
            "ln",
            "tanh",
            "relu",
            "sqrt",
            "gain",
            "fan",
            "seed",
            "softmax",
            "dropout",
            "sigmoid",
            "identity",
            "ctrl",
            "java",
            "true",
            "false",
            "bash",
            "zsh",
            "mvn",
            "spark",
            "hadoop",
            "apache",
            "tensorboard",
            "deeplearning4j",
            "gradient",
            "lab",
            "adam",
            "rmsprop",
            "xavier",
            "fixup");

    /** Files, folders and classes that sentences name. */
    private static final List<String> FILES = List.of(
            "gradient-lab",
            "torch.nn.Linear",
            "run.json",
            "provenance.json",
            "manifest.json",
            "results.csv",
            "summary.csv",
            "spark-submit",
            "spark://HOST:PORT");

    private RussianText() {}

    /** The names of commands, settings and what a sweep measures: nobody translates what is typed. */
    static List<String> names(Collection<String> commands) {
        return Stream.of(
                        commands.stream(),
                        Arrays.stream(Setting.values()).flatMap(setting -> setting.keys().stream()),
                        Arrays.stream(Setting.values())
                                .flatMap(setting -> setting.names().stream())
                                .map(name -> name.replaceAll("[:\\[].*", "")),
                        Arrays.stream(Measure.values()).map(Measure::label))
                .flatMap(names -> names)
                .toList();
    }

    /** Fails if a text shows a key, or a word that is English and no name. */
    static void assertRussian(String text, Collection<String> names) {
        String rest = text;
        for (String file : FILES) {
            rest = rest.replace(file, "");
        }
        assertThat(KEY.matcher(rest).results().map(key -> key.group()).toList())
                .as("keys in %s", text)
                .isEmpty();
        TreeSet<String> english = ENGLISH.matcher(rest)
                .results()
                .map(word -> word.group())
                .filter(word -> !SAME.contains(word.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() > 1 && !names.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(english).as("English in %s", text).isEmpty();
        assertThat(text).as("no Russian").containsPattern("[а-яё]{3,}");
    }
}
