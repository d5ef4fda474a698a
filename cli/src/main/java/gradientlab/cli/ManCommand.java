package gradientlab.cli;

import gradientlab.lab.Experiment;
import gradientlab.lab.run.BuildInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the manual page. */
@Command(name = "man", mixinStandardHelpOptions = true)
final class ManCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final List<Experiment<?>> experiments;

    ManCommand(Terminal terminal, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.experiments = experiments;
    }

    @Override
    public Integer call() {
        String version = "Gradient Lab " + BuildInfo.read().version();
        ManPage.of(Cli.whole(terminal, experiments), version, terminal).forEach(terminal::print);
        return Cli.DONE;
    }
}
