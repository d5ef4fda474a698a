package gradientlab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command with options that come from the table of settings and not from annotations. */
interface WithSettings {

    /** Adds these options. */
    void addSettings(CommandSpec spec);

    /** The command line of such a command. */
    static CommandLine commandLine(WithSettings command) {
        CommandLine line = new CommandLine(command);
        command.addSettings(line.getCommandSpec());
        return line;
    }
}
