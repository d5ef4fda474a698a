package gradientlab.cli;

import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Json;
import gradientlab.rulebenchmark.BenchmarkJson;
import gradientlab.rulebenchmark.BenchmarkMarkdown;
import gradientlab.rulebenchmark.BenchmarkResult;
import gradientlab.rulebenchmark.RuleBenchmark;
import gradientlab.rulebenchmark.cases.CaseBenchmark;
import gradientlab.rulebenchmark.cases.CaseFile;
import gradientlab.rulebenchmark.cases.CaseReport;
import gradientlab.rulebenchmark.cases.PublishedCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores our rules and the published ones on runs with planted faults. */
@Command(
        name = "rule-benchmark",
        mixinStandardHelpOptions = true,
        description = "Trains hundreds of short runs, healthy and with one planted fault each, and scores our rules and"
                + " published ones on them.")
final class RuleBenchmarkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", description = "One run per fault and half, within a minute.")
    private boolean quick;

    @Option(
            names = "--cases",
            arity = "0..*",
            paramLabel = "FILE",
            description = "Judge published faulty programs instead: those of the files, or the bundled ones.")
    private List<Path> cases;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scores to this file as JSON.")
    private Path json;

    @Option(names = "--quiet", description = "No progress, no greeting: only the table.")
    private boolean quiet;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "2",
            description = "Trainings at once (default 2); the result does not depend on it.")
    private int workers;

    RuleBenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Usage.check(spec, () -> ProtocolOptions.requireWorkers(workers));
        List<PublishedCase> published = cases == null ? null : Usage.checked(spec, this::published);
        RunOptions options = new RunOptions();
        options.quiet = quiet;
        try (WorkSession session = WorkSession.open(terminal, options, null)) {
            if (published != null) {
                return judge(published, session);
            }
            BenchmarkResult result = RuleBenchmark.run(session.data(), quick, workers, session.watch());
            terminal.print(BenchmarkMarkdown.of(result));
            if (json != null) {
                Json.write(json, BenchmarkJson.of(result));
            }
            return Cli.DONE;
        } catch (Interruption.Interrupted e) {
            terminal.error("Interrupted; a benchmark that is not finished has no scores.");
            return Cli.FAILED;
        }
    }

    private List<PublishedCase> published() throws IOException {
        if (cases.isEmpty()) {
            return CaseFile.bundled();
        }
        List<PublishedCase> all = new ArrayList<>();
        for (Path file : cases) {
            all.addAll(CaseFile.read(file));
        }
        return all;
    }

    private int judge(List<PublishedCase> published, WorkSession session) throws IOException {
        CaseBenchmark result = CaseBenchmark.run(published, session.data(), workers, session.watch());
        terminal.print(CaseReport.markdown(result));
        if (json != null) {
            Json.write(json, CaseReport.json(result));
        }
        return Cli.DONE;
    }
}
