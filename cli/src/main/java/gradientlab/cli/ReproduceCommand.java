package gradientlab.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gradientlab.lab.OffHeap;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.report.Report;
import gradientlab.lab.report.Section;
import gradientlab.lab.run.Backend;
import gradientlab.mnist.MnistDataset;
import gradientlab.reproductions.Comparison;
import gradientlab.reproductions.Effort;
import gradientlab.reproductions.Outcome;
import gradientlab.reproductions.Reproduction;
import gradientlab.reproductions.Reproductions;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs published figures again and compares. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Runs published figures and theory again and sets our numbers beside the published ones.")
final class ReproduceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Which ones; all without any.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--list", description = "Name them, with their sources, and run nothing.")
    private boolean list;

    @Option(names = "--quick", description = "Each within half a minute.")
    private boolean quick;

    @Option(names = "--full", description = "With as many draws and steps as published.")
    private boolean full;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report, one HTML file with its figures, to a file that is not there yet.")
    private Path report;

    @Option(names = "--json", description = "Print the comparisons as JSON.")
    private boolean json;

    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<Reproduction> wanted = Usage.checked(spec, this::wanted);
        if (list) {
            wanted.forEach(each -> terminal.print(each.name() + ": " + each.title() + ". " + each.source() + "."));
            return Cli.DONE;
        }
        DataReading reading = DataReading.of(null);
        Backend.start();
        return run(wanted, reading.result());
    }

    private int run(List<Reproduction> wanted, MnistDataset data) throws IOException {
        Map<String, List<Comparison>> all = new LinkedHashMap<>();
        List<Section> sections = new ArrayList<>();
        int reproduced = 0;
        for (Reproduction each : wanted) {
            Outcome outcome = each.run(data, effort());
            OffHeap.tidy();
            all.put(each.name(), outcome.comparisons());
            reproduced += outcome.reproduced() ? 1 : 0;
            sections.add(Reproductions.section(each, outcome));
            if (!json) {
                terminal.print(sections.get(sections.size() - 1));
            }
        }
        terminal.print(
                json
                        ? JsonMapper.builder().build().writeValueAsString(all)
                        : terminal.words("reproduce.result", reproduced, wanted.size()));
        write(sections, data);
        return reproduced == wanted.size() ? Cli.DONE : Cli.FAILED;
    }

    private void write(List<Section> sections, MnistDataset data) throws IOException {
        if (report == null) {
            return;
        }
        Report page = new Report(
                "Published figures, run again",
                "Each section names a source, the settings it was run with, and its numbers beside ours.",
                sections,
                Map.of("data", data.name(), "effort", effort().name().toLowerCase(Locale.ROOT)));
        AtomicFiles.write(report, HtmlPage.of(page).getBytes(StandardCharsets.UTF_8));
        if (!json) {
            terminal.say("run.report", report);
        }
    }

    private Effort effort() {
        return quick ? Effort.QUICK : full ? Effort.FULL : Effort.DEFAULT;
    }

    private List<Reproduction> wanted() {
        if (quick && full) {
            throw new IllegalArgumentException("--quick and --full exclude each other: give one of them");
        }
        if (report != null && Files.exists(report)) {
            throw new IllegalArgumentException("--report " + report + " is there already: name another file");
        }
        List<Reproduction> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(Reproductions.ALL.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("NAME '" + name + "' is none of " + known())));
        }
        return wanted.isEmpty() ? Reproductions.ALL : wanted;
    }

    private static String known() {
        return Reproductions.ALL.stream().map(Reproduction::name).collect(Collectors.joining(", "));
    }
}
