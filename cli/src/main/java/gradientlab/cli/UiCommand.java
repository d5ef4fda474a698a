package gradientlab.cli;

import gradientlab.lab.FinishedRun;
import gradientlab.ui.Dashboard;
import gradientlab.ui.DashboardOptions;
import gradientlab.ui.demo.LiveDemo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows finished runs on the dashboard, or synthetic ones, until Ctrl-C. */
@Command(name = "ui", mixinStandardHelpOptions = true)
final class UiCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "RUN_FOLDER", descriptionKey = "ui.run-folder")
    private List<Path> folders = new ArrayList<>();

    @Option(names = "--demo", descriptionKey = "ui.demo")
    private boolean demo;

    @Mixin
    private DashboardPlace place;

    @Mixin
    private Opening opening;

    UiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Usage.check(spec, this::check);
        List<FinishedRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            OutFolder.verify(folder, terminal);
            for (FinishedRun run : FinishedRun.in(folder)) {
                runs.add(folders.size() == 1 ? run : run.from(folder));
            }
        }
        DashboardOptions options = Usage.checked(spec, place::options);
        try (Dashboard dashboard = Dashboard.start(options);
                CtrlC ctrlC = CtrlC.watch()) {
            ExplorerPage.on(dashboard, ExplorerPage::bundled, ExplorerPage.standard(options));
            runs.forEach(run -> dashboard.open(run.name(), run.session()));
            show(dashboard, ctrlC);
        }
        return Cli.DONE;
    }

    @SuppressWarnings("try") // the demo only has to be stopped at the end
    private void show(Dashboard dashboard, CtrlC ctrlC) {
        try (LiveDemo live = demo ? dashboard.demo() : null) {
            terminal.say("ui.address", dashboard.address());
            opening.page(dashboard.address(), terminal);
            ctrlC.await();
        }
    }

    private void check() {
        if (demo == !folders.isEmpty()) {
            throw new IllegalArgumentException(
                    demo
                            ? "--demo shows synthetic sessions alone: leave out RUN_FOLDER"
                            : "name a RUN_FOLDER, or --demo");
        }
        for (Path folder : folders) {
            if (!FinishedRun.areIn(folder)) {
                throw new IllegalArgumentException(
                        "RUN_FOLDER " + folder + " holds neither run.json nor provenance.json");
            }
        }
    }
}
