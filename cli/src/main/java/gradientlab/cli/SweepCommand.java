package gradientlab.cli;

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
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Trains a network for each combination of settings, or looks at each fresh network, and writes a"
                + " table. The options of train say what all of them have in common.")
class SweepCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SWEEP_FILE",
            description =
                    "These options as a JSON object with base, axes, random, randomSeed, steps and measures; options"
                            + " given beside it win.")
    private Path file;

    @Mixin
    private WorkOptions options;

    @Mixin
    private OutFolder outFolder;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--axis",
            paramLabel = "NAME=VALUES",
            description = "What to vary: an option of train without its dashes, weight-std, weight-variance or"
                    + " bias-std (of init scaled:F:S). Values: a list with commas of values, a..b:n (n evenly spaced), log(a..b):n, or"
                    + " a..b (every whole number). May be given several times; the last axis runs fastest.")
    private List<String> axes = List.of();

    @Option(
            names = "--random",
            paramLabel = "N",
            description = "Only N cells of the grid, drawn at random, the same each time.")
    private Integer random;

    @Option(
            names = "--random-seed",
            paramLabel = "N",
            description = "The seed of the cells drawn by --random (default 1).")
    private Long randomSeed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of each training, within one pass over the examples; 0 to look at fresh networks only;"
                    + " by default those of --epochs.")
    private Integer steps;

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            split = ",",
            description = "What to measure: first-loss, last-loss, test-loss, test-accuracy, delta-ratio, signal,"
                    + " saturated-share, saturated-share-end, dead-share, findings, diverged-at, seconds; by default all"
                    + " that fit but seconds. May be given several times.")
    private List<String> measures = List.of();

    @Option(names = "--workers", paramLabel = "N", description = "Networks at the same time; by default one per core.")
    private Integer workers;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "Do the cells on an Apache Spark cluster: local[N], spark://HOST:PORT, or spark-submit for the"
                            + " master that spark-submit was given. Needs the module spark (mvn -Pspark).")
    private String spark;

    @Option(
            names = "--spark-folder",
            paramLabel = "URI",
            description =
                    "Where executors keep the rows of finished cells, on any file system of Hadoop that all of them"
                            + " can write; by default the folder spark in that of the results.")
    private String sparkFolder;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else.")
    private boolean json;

    SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        network.addTo(commandSpec);
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
        tell(run.write(), run, sweep);
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
