package gradientlab.cli;

import gradientlab.lab.ReportStyle;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.run.Json;
import gradientlab.runfolder.WorkFolder;
import gradientlab.sweep.Cluster;
import gradientlab.sweep.Sweep;
import gradientlab.sweep.SweepFile;
import gradientlab.sweep.SweepSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains, or only looks at, a network for each cell of a grid of settings. */
@Command(name = "sweep", mixinStandardHelpOptions = true)
class SweepCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SWEEP_FILE", descriptionKey = "sweep.sweep-file")
    private Path file;

    @Mixin
    private WorkOptions options;

    @Mixin
    private OutFolder outFolder;

    @Mixin
    private NetworkOptions network;

    @Option(names = "--axis", paramLabel = "NAME=VALUES", descriptionKey = "sweep.axis")
    private List<String> axes = List.of();

    @Option(names = "--random", paramLabel = "N", descriptionKey = "sweep.random")
    private Integer random;

    @Option(names = "--random-seed", paramLabel = "N", descriptionKey = "sweep.random-seed")
    private Long randomSeed;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "sweep.steps")
    private Integer steps;

    @Option(names = "--measure", paramLabel = "NAME", split = ",", descriptionKey = "sweep.measure")
    private List<String> measures = List.of();

    @Option(names = "--workers", paramLabel = "N", descriptionKey = "sweep.workers")
    private Integer workers;

    @Option(names = "--spark", paramLabel = "MASTER", descriptionKey = "sweep.spark")
    private String spark;

    @Option(names = "--spark-folder", paramLabel = "URI", descriptionKey = "sweep.spark-folder")
    private String sparkFolder;

    @Option(names = "--json", descriptionKey = "sweep.json")
    private boolean json;

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        network.addTo(commandSpec, terminal);
    }

    @Override
    public Integer call() throws IOException {
        SweepSpec sweep = Usage.checked(spec, () -> new SweepSpec(asked(), options.engine()));
        int team = Usage.checked(spec, this::workers);
        Cluster cluster = Usage.checked(spec, this::cluster);
        options.quiet |= json;
        try (WorkFolder work = WorkFolder.claim(options.folder(spec.name()));
                WorkSession session = WorkSession.open(terminal, RunOptions.of(options), sweep.data())) {
            Usage.check(spec, () -> sweep.requireOnePass(session.data().train().size()));
            outFolder.clear(work, options.quiet, terminal);
            try (Sweep run = Sweep.begin(sweep, session.data(), work, session.provenance())) {
                OutFolder.sayDamage(work, terminal);
                return run(run, sweep, () -> done(run, session, cluster, work.path(), team));
            }
        }
    }

    private SweepFile asked() throws IOException {
        Map<String, Object> given = new LinkedHashMap<>();
        for (String axis : axes) {
            String[] parts = axis.split("=", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(
                        "--axis needs NAME=VALUES, such as depth=1..100:10, not '" + axis + "'");
            }
            if (given.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("axis " + parts[0] + " is given twice");
            }
        }
        SweepFile said = new SweepFile(network.said(), given, random, randomSeed, steps, measures);
        return said.orElse(file == null ? SweepFile.NONE : SweepFile.read(file)).orElse(preset());
    }

    /** What is asked for where nothing is said. */
    SweepFile preset() {
        return SweepFile.NONE;
    }

    private int workers() {
        int count = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
        ProtocolOptions.requireWorkers(count);
        return count;
    }

    /** Null without --spark. */
    private Cluster cluster() {
        if (spark == null && sparkFolder != null) {
            throw new IllegalArgumentException("--spark-folder belongs to --spark: give --spark MASTER with it");
        }
        return spark == null ? null : Cluster.ofClassPath();
    }

    /** Does the cells, here or on the cluster; whether all are finished. */
    private boolean done(Sweep run, WorkSession session, Cluster cluster, Path out, int team) throws IOException {
        if (cluster == null) {
            return run.run(session.watch(), team);
        }
        String folder = sparkFolder == null ? out.resolve("spark").toUri().toString() : sparkFolder;
        return run.run(session.watch(), cluster, new Cluster.Place(spark, folder));
    }

    private int run(Sweep run, SweepSpec sweep, Usage.Checked<Boolean> cells) throws IOException {
        if (run.damaged() > 0) {
            terminal.error(terminal.words("sweep.damaged", run.damaged()));
        }
        say(run.before() > 0, "sweep.finished-before", run.before(), sweep.cells());
        boolean complete = cells.get();
        if (run.finished() == 0) {
            terminal.error(terminal.words("sweep.nothing"));
            return Cli.FAILED;
        }
        tell(run.write(new ReportStyle(terminal.language(), HtmlPage.Answers.OPEN)), run, sweep);
        return complete ? Cli.DONE : Cli.FAILED;
    }

    private void tell(Sweep.Outcome outcome, Sweep run, SweepSpec sweep) throws IOException {
        if (json) {
            terminal.print(new String(Json.toBytes(outcome.summary()), StandardCharsets.UTF_8));
            return;
        }
        if (!options.quiet) {
            terminal.print(outcome.section());
        }
        boolean complete = run.finished() == sweep.cells();
        say(!complete, "sweep.interrupted", run.finished(), sweep.cells());
        terminal.say(complete ? "run.report" : "sweep.report-so-far", outcome.report());
    }

    private void say(boolean when, String key, Object... arguments) {
        if (when && !options.quiet) {
            terminal.say(key, arguments);
        }
    }
}
