package gradientlab.cli;

import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.Json;
import gradientlab.rulebenchmark.BenchmarkJson;
import gradientlab.rulebenchmark.BenchmarkMarkdown;
import gradientlab.rulebenchmark.BenchmarkResult;
import gradientlab.rulebenchmark.Half;
import gradientlab.rulebenchmark.RuleBenchmark;
import gradientlab.rulebenchmark.cases.CaseBenchmark;
import gradientlab.rulebenchmark.cases.CaseFile;
import gradientlab.rulebenchmark.cases.CaseReport;
import gradientlab.rulebenchmark.cases.PublishedCase;
import gradientlab.rulebenchmark.foreign.ForeignBenchmark;
import gradientlab.rulebenchmark.foreign.ForeignReport;
import gradientlab.rulebenchmark.foreign.RemedyBenchmark;
import gradientlab.rulebenchmark.foreign.RemedyReport;
import gradientlab.rulebenchmark.foreign.RemedyTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores our rules and the published ones on runs with planted faults. */
@Command(name = "rule-benchmark", mixinStandardHelpOptions = true)
final class RuleBenchmarkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(names = "--quick", descriptionKey = "rule-benchmark.quick")
    private boolean quick;

    @Option(names = "--cases", arity = "0..*", paramLabel = "FILE", descriptionKey = "rule-benchmark.cases")
    private List<Path> cases;

    @Option(names = "--foreign", descriptionKey = "rule-benchmark.foreign")
    private boolean foreign;

    @Option(names = "--half", paramLabel = "HALF", descriptionKey = "rule-benchmark.half")
    private String half;

    @Option(names = "--remedies", descriptionKey = "rule-benchmark.remedies")
    private boolean remedies;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "rule-benchmark.json")
    private Path json;

    @Option(names = "--quiet", descriptionKey = "rule-benchmark.quiet")
    private boolean quiet;

    @Option(names = "--workers", paramLabel = "N", defaultValue = "2", descriptionKey = "rule-benchmark.workers")
    private int workers;

    RuleBenchmarkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Usage.check(spec, () -> ProtocolOptions.requireWorkers(workers));
        Usage.check(spec, this::requireForeign);
        Set<Half> halves = Usage.checked(spec, this::halves);
        List<PublishedCase> published = cases == null ? null : Usage.checked(spec, this::published);
        RunOptions options = new RunOptions();
        options.quiet = quiet;
        try (WorkSession session = WorkSession.open(terminal, options, null)) {
            if (published != null) {
                return judge(published, session);
            }
            if (foreign) {
                return remedies ? tryRemedies(halves, session) : judgeForeign(halves, session);
            }
            BenchmarkResult result = RuleBenchmark.run(session.data(), quick, workers, session.watch());
            terminal.printTables(BenchmarkMarkdown.of(result));
            if (json != null) {
                Json.write(json, BenchmarkJson.of(result));
            }
            return Cli.DONE;
        } catch (Interruption.Interrupted e) {
            terminal.error(terminal.words("benchmark.interrupted"));
            return Cli.FAILED;
        }
    }

    private void requireForeign() {
        if (!foreign && (half != null || remedies)) {
            throw new IllegalArgumentException((half == null ? "--remedies" : "--half") + " needs --foreign");
        }
    }

    private Set<Half> halves() {
        if (half == null) {
            return EnumSet.allOf(Half.class);
        }
        return Arrays.stream(Half.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(half))
                .findFirst()
                .map(EnumSet::of)
                .orElseThrow(
                        () -> new IllegalArgumentException("--half must be tuning or scoring, not '" + half + "'"));
    }

    private int judgeForeign(Set<Half> halves, WorkSession session) throws IOException {
        Map<Half, CaseBenchmark> results =
                ForeignBenchmark.run(session.data(), halves, quick, workers, session.watch());
        terminal.printTables(ForeignReport.markdown(results));
        if (json != null) {
            Json.write(json, ForeignReport.json(results));
        }
        return Cli.DONE;
    }

    private int tryRemedies(Set<Half> halves, WorkSession session) throws IOException {
        Map<Half, List<RemedyTrial>> results =
                RemedyBenchmark.run(session.data(), halves, quick, workers, session.watch());
        terminal.printTables(RemedyReport.markdown(results));
        if (json != null) {
            Json.write(json, RemedyReport.json(results));
        }
        return Cli.DONE;
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
        terminal.printTables(CaseReport.markdown(result));
        if (json != null) {
            Json.write(json, CaseReport.json(result));
        }
        return Cli.DONE;
    }
}
