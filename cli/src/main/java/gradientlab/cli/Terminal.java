package gradientlab.cli;

import gradientlab.lab.Told;
import gradientlab.lab.report.ConsoleText;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Progress;
import gradientlab.language.Catalogue;
import gradientlab.language.Language;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the commands print: results to standard output, errors and progress to standard error. */
final class Terminal {

    private static final Catalogue WORDS = Catalogue.of(Terminal.class, "words");
    private static final Catalogue TOLD = Catalogue.of(Terminal.class, "told");
    private static final Catalogue HELP = Catalogue.of(Terminal.class, "help");

    /** A line of Markdown that is no row of a table, with what makes it a heading or bold. */
    private static final Pattern MARKED = Pattern.compile("(?!\\| )(#+ |\\*\\*|)(.*?)(\\*\\*|)");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final Charset charset;
    private final Language language;

    /** Streams in UTF-8, in English. */
    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this(out, err, interactive, StandardCharsets.UTF_8, Language.ENGLISH);
    }

    private Terminal(PrintStream out, PrintStream err, boolean interactive, Charset charset, Language language) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.charset = charset;
        this.language = language;
    }

    /** The process's own streams: in the console's charset, or in UTF-8 when they are piped; in the system's language. */
    @SuppressWarnings(
            "SystemConsoleNull") // from JDK 22 on there is a console when piped, too, and it knows its charset
    static Terminal ofProcess() {
        Console console = System.console();
        Charset charset = console == null ? StandardCharsets.UTF_8 : console.charset();
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                console != null,
                charset,
                Language.ofSystem());
    }

    /** The same streams in another language. */
    Terminal in(Language other) {
        return new Terminal(out, err, interactive, charset, other);
    }

    /** What is spoken. */
    Language language() {
        return language;
    }

    /** A sentence of the catalogue, its places filled. */
    String words(String key, Object... arguments) {
        return WORDS.text(language, key, arguments);
    }

    /** A sentence that another part of the program says in English; as it is where the catalogue does not know it. */
    String retold(String english) {
        String told = Told.sentence(english, language);
        return told.equals(english) ? TOLD.in(language).retoldSentence(english, "told.") : told;
    }

    /** A sentence of the catalogue of the help. */
    String help(String key, Object... arguments) {
        return HELP.text(language, key, arguments);
    }

    /** What the descriptions of options are, by their {@code descriptionKey}. */
    ResourceBundle descriptions() {
        return HELP.bundle(language);
    }

    /** Prints a sentence of the catalogue. */
    void say(String key, Object... arguments) {
        print(words(key, arguments));
    }

    /** The charset of both streams. */
    Charset charset() {
        return charset;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    void print(String line) {
        out.println(line);
    }

    void print(Section section) {
        ConsoleText.of(section, language).forEach(out::println);
    }

    /** Prints Markdown of sentences, headings and tables that another part of the program has written in English. */
    void printTables(String markdown) {
        markdown.lines().map(this::retoldLine).forEach(this::print);
    }

    private String retoldLine(String line) {
        Matcher mark = MARKED.matcher(line);
        if (mark.matches()) {
            return mark.group(1) + retold(mark.group(2)) + mark.group(3);
        }
        String cells = line.substring(2, line.length() - 2);
        return Stream.of(cells.split(Pattern.quote(" | "), -1))
                .map(cell -> language.numbers(TOLD.in(language).retoldSentence(cell, "cell.")))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Says on standard error what went wrong. */
    void error(String sentence) {
        err.println("gradient-lab: " + retold(sentence));
    }

    /**
     * A bar with the time left where somebody looks on; nothing when piped or asked to be quiet.
     *
     * @param before what stands before each bar
     */
    Progress progress(boolean quiet, Supplier<String> before) {
        return interactive && !quiet ? retelling(new ProgressOnTerminal(err, before)) : Progress.NONE;
    }

    private Progress retelling(Progress progress) {
        return (name, steps) -> progress.begin(retold(name), steps);
    }
}
