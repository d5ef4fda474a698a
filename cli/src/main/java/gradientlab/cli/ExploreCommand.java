package gradientlab.cli;

import gradientlab.explorer.MnistExplorer;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves the explorer page until Ctrl-C. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Serves a page on which you change a network and watch signal and gradient, until Ctrl-C.")
final class ExploreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "SETTING=VALUE",
            description = "The net that the page begins with, such as depth=20 init=kaiming-normal; by default twenty"
                    + " layers of torch.nn.Linear's initialisation.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with four IDX files to use instead of the bundled MNIST.")
    private String data;

    @Option(
            names = "--allow-training",
            description = "Let pages train networks also where other machines reach the dashboard (--ui-host).")
    private boolean allowTraining;

    @Mixin
    private DashboardPlace place;

    @Mixin
    private Opening opening;

    ExploreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Usage.check(spec, () -> MnistExplorer.check(settings));
        DashboardOptions options = Usage.checked(spec, place::options);
        DataReading reading = DataReading.of(data);
        Backend.start();
        MnistDataset images = reading.result();
        try (Dashboard dashboard = Dashboard.start(options);
                CtrlC ctrlC = CtrlC.watch()) {
            URI page = ExplorerPage.on(dashboard, options, () -> images, allowTraining);
            URI shown = URI.create(page + fragment());
            terminal.say("explore.address", shown);
            opening.page(shown, terminal);
            ctrlC.await();
        }
        return Cli.DONE;
    }

    private String fragment() {
        return settings.isEmpty()
                ? ""
                : "#"
                        + settings.entrySet().stream()
                                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
