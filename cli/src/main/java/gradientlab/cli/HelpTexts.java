package gradientlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Gives the help of a command line its sentences in the language of a terminal. */
final class HelpTexts {

    private HelpTexts() {}

    /** Of a command line and every command that it has. */
    static void tell(CommandLine line, Terminal terminal) {
        line.setResourceBundle(terminal.descriptions());
        tell(line.getCommandSpec(), terminal);
        line.getSubcommands().values().forEach(command -> tell(command.getCommandSpec(), terminal));
        line.getCommandSpec()
                .usageMessage()
                .synopsisSubcommandLabel(terminal.help("usage.command"))
                .exitCodeListHeading("%n" + terminal.help("usage.exit-codes") + "%n")
                .exitCodeList(Cli.exitCodes(terminal));
    }

    private static void tell(CommandSpec spec, Terminal terminal) {
        UsageMessageSpec usage = spec.usageMessage();
        usage.synopsisHeading(terminal.help("usage.synopsis") + " ")
                .commandListHeading(terminal.help("usage.commands") + "%n");
        // What an experiment shows is said already.
        if (usage.description().length == 0) {
            usage.description(terminal.help("command." + spec.name()));
        }
    }
}
