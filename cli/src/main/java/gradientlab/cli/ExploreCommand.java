package gradientlab.cli;

import gradientlab.explorer.ExplorerOptions;
import gradientlab.explorer.MnistExplorer;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import gradientlab.sweep.SweptCell;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
@Command(name = "explore", mixinStandardHelpOptions = true)
final class ExploreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "SETTING=VALUE", descriptionKey = "explore.setting-value")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "explore.data")
    private String data;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "explore.out")
    private Path out;

    @Option(names = "--sweep", paramLabel = "DIR", descriptionKey = "explore.sweep")
    private List<Path> sweeps = new ArrayList<>();

    @Option(names = "--allow-training", descriptionKey = "explore.allow-training")
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
        Usage.check(spec, this::checkSweeps);
        DashboardOptions options = Usage.checked(spec, place::options);
        DataReading reading = DataReading.of(data);
        Backend.start();
        MnistDataset images = reading.result();
        try (Dashboard dashboard = Dashboard.start(options);
                CtrlC ctrlC = CtrlC.watch()) {
            URI page = ExplorerPage.on(dashboard, () -> images, allowed(options));
            URI shown = URI.create(page + fragment());
            terminal.say("explore.address", shown);
            opening.page(shown, terminal);
            ctrlC.await();
        }
        return Cli.DONE;
    }

    private void checkSweeps() {
        for (Path folder : sweeps) {
            if (!SweptCell.areIn(folder)) {
                throw new IllegalArgumentException("--sweep " + folder + " holds no results.csv");
            }
        }
    }

    private ExplorerOptions allowed(DashboardOptions options) {
        Path folder = out != null ? out.toAbsolutePath().normalize() : WorkOptions.standardFolder(spec.name());
        List<Path> maps = sweeps.isEmpty() ? ExplorerPage.sweeps() : sweeps;
        ExplorerOptions wanted =
                ExplorerOptions.savingBelow(folder).reading(data).besides(maps);
        return ExplorerPage.allowed(wanted, options, allowTraining);
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
