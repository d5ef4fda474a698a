package gradientlab.cli;

import gradientlab.lab.Experiment;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints a script that completes commands, options and their values. */
@Command(name = "completion", mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final List<Experiment<?>> experiments;

    CompletionCommand(Terminal terminal, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.experiments = experiments;
    }

    @Override
    public Integer call() {
        terminal.print(AutoComplete.bash("gradient-lab", Cli.whole(terminal, experiments)));
        return Cli.DONE;
    }
}
