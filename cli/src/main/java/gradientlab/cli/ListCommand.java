package gradientlab.cli;

import gradientlab.lab.Experiment;
import gradientlab.lab.run.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the experiments. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final List<Experiment<?>> experiments;

    ListCommand(Terminal terminal, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.experiments = experiments;
    }

    @Option(names = "--json", descriptionKey = "list.json")
    private boolean json;

    /** An experiment as JSON shows it. */
    private record Listed(String name, String summary, boolean lesson) {}

    @Override
    public Integer call() throws IOException {
        if (json) {
            List<Listed> listed = experiments.stream()
                    .map(each -> new Listed(each.name(), each.summary(terminal.language()), each.isLesson()))
                    .toList();
            terminal.print(new String(Json.toBytes(listed), StandardCharsets.UTF_8));
            return Cli.DONE;
        }
        int width = experiments.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        experiments.forEach(e ->
                terminal.print(e.name() + " ".repeat(width - e.name().length() + 3) + e.summary(terminal.language())));
        return Cli.DONE;
    }
}
