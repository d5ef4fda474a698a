package gradientlab.cli;

import gradientlab.lab.Experiment;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the experiments. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the experiments, one line each.")
final class ListCommand implements Runnable {

    private final Terminal terminal;
    private final List<Experiment<?>> experiments;

    ListCommand(Terminal terminal, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.experiments = experiments;
    }

    @Override
    public void run() {
        int width = experiments.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        experiments.forEach(
                e -> terminal.print(e.name() + " ".repeat(width - e.name().length() + 3) + e.summary()));
    }
}
