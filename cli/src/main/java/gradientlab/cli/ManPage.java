package gradientlab.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of the program: every command with its options, as troff with the macros of man(7).
 *
 * <p>It is made of the same descriptions as the help.
 */
final class ManPage {

    private final List<String> lines = new ArrayList<>();
    private final Terminal terminal;

    private ManPage(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The lines of the page of a command line with all its commands. */
    static List<String> of(CommandLine line, String version, Terminal terminal) {
        ManPage page = new ManPage(terminal);
        page.lines.add(".TH GRADIENT\\-LAB 1 \"\" \"" + text(version) + "\"");
        page.heading("man.name");
        page.lines.add(text("gradient-lab - " + description(line.getCommandSpec())));
        page.heading("man.synopsis");
        page.lines.add(".B gradient\\-lab");
        page.lines.add(terminal.help("man.usage"));
        page.heading("man.options");
        page.options(line.getCommandSpec());
        page.heading("man.commands");
        line.getSubcommands().values().stream().distinct().forEach(page::command);
        page.exitCodes();
        return page.lines;
    }

    private void heading(String key) {
        lines.add(".SH " + terminal.help(key));
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        lines.add(".SS " + text(spec.name()));
        lines.add(text(description(spec)));
        spec.positionalParameters().forEach(this::parameter);
        options(spec);
    }

    private void parameter(PositionalParamSpec parameter) {
        lines.add(".TP");
        lines.add(".I " + text(parameter.paramLabel()));
        lines.add(text(joined(parameter.description())));
    }

    private void options(CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                lines.add(".TP");
                boolean flag = option.arity().max() == 0;
                lines.add(".B " + text(String.join(", ", option.names()) + (flag ? "" : " " + option.paramLabel())));
                lines.add(text(joined(option.description())));
            }
        }
    }

    private void exitCodes() {
        heading("man.exit-status");
        for (Map.Entry<String, String> code : Cli.exitCodes(terminal).entrySet()) {
            lines.add(".TP");
            lines.add(".B " + code.getKey());
            lines.add(text(code.getValue()));
        }
    }

    private static String description(CommandSpec spec) {
        return joined(spec.usageMessage().description());
    }

    private static String joined(String... description) {
        return Arrays.stream(description)
                .map(part -> Ansi.OFF.string(part.replace("%%", "%")))
                .collect(Collectors.joining(" "));
    }

    /** As troff reads it: no backslash, point or quotation mark at a line's beginning means anything. */
    private static String text(String words) {
        String escaped = words.replace("\\", "\\e").replace("-", "\\-").replaceAll("\\s+", " ");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
