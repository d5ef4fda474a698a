package gradientlab.cli;

import gradientlab.lab.Experiment;
import gradientlab.lab.run.BuildInfo;
import gradientlab.language.Language;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line as a function from arguments to an exit code. */
public final class Cli {

    /** Exit code: everything asked for is done. */
    public static final int DONE = 0;

    /** Exit code: something failed; a sentence on standard error says what. */
    public static final int FAILED = 1;

    /** Exit code: wrong usage; a sentence on standard error names the option, the value and what is allowed. */
    public static final int WRONG_USAGE = CommandLine.ExitCode.USAGE;

    private Cli() {}

    /** Every exit code, and what it means. */
    static Map<String, String> exitCodes(Terminal terminal) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", terminal.help("exit.0"));
        codes.put("1", terminal.help("exit.1"));
        codes.put("2", terminal.help("exit.2"));
        codes.put("130", terminal.help("exit.130"));
        codes.put("143", terminal.help("exit.143"));
        return codes;
    }

    @Command(name = "gradient-lab", mixinStandardHelpOptions = true)
    private static final class Root {

        @SuppressWarnings(
                "UnusedVariable") // LanguageOption.in reads the option before it is parsed; here it is checked
        @Option(
                names = LanguageOption.NAME,
                paramLabel = "LANGUAGE",
                scope = ScopeType.INHERIT,
                converter = LanguageOption.class,
                descriptionKey = "work.language")
        private Language language;
    }

    /** Runs a command of the given experiments and prints to the process's streams. */
    public static int run(List<Experiment<?>> experiments, String... args) {
        return run(Terminal.ofProcess(), experiments, args);
    }

    static int run(Terminal streams, List<Experiment<?>> experiments, String... args) {
        Terminal terminal = LanguageOption.in(args).map(streams::in).orElse(streams);
        // Without this, drawing a figure would look for a display.
        System.setProperty("java.awt.headless", "true");
        CommandLine line = new CommandLine(new Root());
        line.getCommandSpec().version(version());
        String[] asked = helped(LanguageOption.last(args));
        addSubcommands(line, commands(terminal, experiments), asked[0].toLowerCase(Locale.ROOT));
        HelpTexts.tell(line, terminal);
        try {
            return configured(line, terminal).execute(asked);
        } catch (Error e) {
            return Failure.told(e, terminal);
        }
    }

    /** "help train" means "train --help", and "help" or no command at all "--help". */
    private static String[] helped(List<String> args) {
        boolean help = !args.isEmpty() && args.get(0).equals("help");
        List<String> asked = new ArrayList<>(help ? args.subList(1, args.size()) : args);
        if (help || asked.isEmpty() || asked.get(0).startsWith(LanguageOption.NAME)) {
            asked.add("--help");
        }
        return asked.toArray(String[]::new);
    }

    /** Only the command that is asked for, where it is one: reading the annotations of all of them delays the start. */
    private static void addSubcommands(CommandLine line, Map<String, Supplier<CommandLine>> commands, String asked) {
        Set<String> wanted = commands.containsKey(asked) ? Set.of(asked) : commands.keySet();
        commands.forEach((name, command) -> {
            if (wanted.contains(name)) {
                line.addSubcommand(name, command.get());
            }
        });
    }

    /** Every command by its name, in the order of the help. */
    private static Map<String, Supplier<CommandLine>> commands(Terminal terminal, List<Experiment<?>> experiments) {
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put("lesson", () -> WithSettings.commandLine(new LessonCommand(terminal, experiments)));
        for (Experiment<?> each : experiments) {
            commands.put(
                    each.name(),
                    () -> described(
                            each.summary(terminal.language()) + ".",
                            new ExperimentsCommand(terminal, experiments, List.of(each))));
        }
        commands.put("train", () -> WithSettings.commandLine(new TrainCommand(terminal)));
        commands.put("sweep", () -> WithSettings.commandLine(new SweepCommand(terminal)));
        commands.put("trainability-map", () -> WithSettings.commandLine(new TrainabilityMapCommand(terminal)));
        commands.put("checkup", () -> WithSettings.commandLine(new CheckupCommand(terminal)));
        commands.put("rule-benchmark", () -> new CommandLine(new RuleBenchmarkCommand(terminal)));
        commands.put("list", () -> new CommandLine(new ListCommand(terminal, experiments)));
        commands.put("report", () -> new CommandLine(new ReportCommand(terminal, experiments)));
        commands.put("ui", () -> new CommandLine(new UiCommand(terminal)));
        commands.put("export", () -> new CommandLine(new ExportCommand(terminal)));
        commands.put("reproduce", () -> new CommandLine(new ReproduceCommand(terminal)));
        commands.put("completion", () -> new CommandLine(new CompletionCommand(terminal, experiments)));
        commands.put("man", () -> new CommandLine(new ManCommand(terminal, experiments)));
        commands.put("explore", () -> new CommandLine(new ExploreCommand(terminal)));
        commands.put("reference", () -> WithSettings.commandLine(new ReferenceCommand(terminal)));
        return commands;
    }

    private static CommandLine described(String description, ExperimentsCommand experiments) {
        CommandLine command = WithSettings.commandLine(experiments);
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    private static CommandLine configured(CommandLine line, Terminal terminal) {
        line.setOut(new PrintWriter(terminal.out(), true, terminal.charset()));
        line.setErr(new PrintWriter(terminal.err(), true, terminal.charset()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpAutoWidth(true);
        line.setSubcommandsCaseInsensitive(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, args) -> {
            terminal.error(terminal.retold(e.getMessage()) + Suggestion.of(e, terminal));
            terminal.error(terminal.words("usage.see", "gradient-lab " + commandName(e.getCommandLine()) + "--help"));
            return WRONG_USAGE;
        });
        line.setExecutionExceptionHandler((e, command, parsed) -> Failure.told(e, terminal));
        return line;
    }

    private static String commandName(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    /** The whole command line with every command, for those who write about it. */
    static CommandLine whole(Terminal terminal, List<Experiment<?>> experiments) {
        CommandLine line = new CommandLine(new Root());
        commands(terminal, experiments).forEach((name, command) -> line.addSubcommand(name, command.get()));
        HelpTexts.tell(line, terminal);
        return line;
    }

    private static String version() {
        BuildInfo build = BuildInfo.read();
        return "Gradient Lab " + build.version() + ", commit " + build.commit() + ", Deeplearning4j " + build.dl4j();
    }
}
