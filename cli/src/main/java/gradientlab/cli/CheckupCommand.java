package gradientlab.cli;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.limits.Limits;
import gradientlab.diagnostics.probe.Checkup;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
import gradientlab.lab.proof.Proofs;
import gradientlab.lab.proof.RemedyChange;
import gradientlab.lab.run.Dl4jLimit;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import gradientlab.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nd4j.linalg.dataset.DataSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines a network before its first step, and on request trains the pairs that prove the remedies. */
@Command(
        name = "checkup",
        mixinStandardHelpOptions = true,
        description = "Says before the first step what is wrong with a network, why, and what would help.")
final class CheckupCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "A network that DL4J saved, instead of one made of these options. --data is then a file of its"
                            + " examples: CSV (targets in the last columns, or a class number in the last one), NPY or IDX.")
    private Path model;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Targets of the examples of --model, where --data is NPY or IDX.")
    private Path labels;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "128",
            description = "With --model: how many examples to look at (default 128).")
    private int rows;

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "Another value for a limit of the rules, such as logitStd=3; may be given several times.")
    private Map<String, Double> limits = Map.of();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(
            names = "--prove",
            description = "Train the network as it is and with each remedy (same seeds, same batches, one change) and"
                    + " say whether it helped; --repeat gives the number of seeds.")
    private boolean prove;

    CheckupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private static final Map<Severity, String> HEADINGS = new EnumMap<>(Map.of(
            Severity.FAULT, "checkup.fault",
            Severity.ALSO_SEEN, "checkup.also-seen",
            Severity.HINT, "checkup.hint"));

    @Override
    public void addSettings(CommandSpec commandSpec) {
        network.addTo(commandSpec);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = Usage.checked(spec, this::plan);
        Limits judgedBy = Usage.checked(spec, this::limits);
        if (model != null) {
            return saved(plan, judgedBy);
        }
        RunOptions quietly = new RunOptions();
        quietly.quiet = json;
        try (WorkSession session = WorkSession.open(terminal, quietly, plan.data())) {
            Lab lab = new Lab(
                    session.data(), plan, prove ? session.watch() : Watch.nobody(), ProtocolOptions.defaultWorkers());
            Usage.check(spec, () -> lab.check(plan));
            // A checkup looks at networks by DL4J alone.
            Usage.check(spec, () -> Dl4jLimit.require(plan, plan.batchSize()));
            Checkup checkup = preflight(plan, lab.firstBatch(plan), judgedBy);
            print(terminal.words("checkup.of-plan", PlanName.of(plan), plan.batchSize()), checkup);
            if (prove) {
                prove(lab, plan, checkup.findings());
            }
            return Cli.DONE;
        }
    }

    private static Checkup preflight(TrainingPlan plan, DataSet batch, Limits limits) {
        return Preflight.of(plan.spec().toNetwork(batch.getFeatures()), batch, limits);
    }

    private Limits limits() {
        Limits changed = Limits.DEFAULT;
        for (Map.Entry<String, Double> limit : limits.entrySet()) {
            try {
                changed = changed.with(limit.getKey(), limit.getValue());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--limit: " + e.getMessage(), e);
            }
        }
        return changed;
    }

    private TrainingPlan plan() throws IOException {
        if (model != null && prove) {
            throw new IllegalArgumentException("--prove trains networks that are made of options, and --model is none");
        }
        if (json && prove) {
            throw new IllegalArgumentException(
                    "--prove prints a table, which --json has no place for: give one of them");
        }
        return network.plan();
    }

    private int saved(TrainingPlan plan, Limits judgedBy) throws IOException {
        SavedNetwork network = Usage.checked(spec, () -> SavedNetwork.read(model));
        DataSet batch = Usage.checked(spec, () -> examples(plan, network));
        Checkup checkup = Usage.checked(spec, () -> checked(network, batch, judgedBy));
        print(terminal.words("checkup.of-model", model, batch.numExamples(), plan.data()), checkup);
        return Cli.DONE;
    }

    private DataSet examples(TrainingPlan plan, SavedNetwork network) throws IOException {
        if (plan.data() == null) {
            throw new IllegalArgumentException("--model needs --data, a file of examples");
        }
        if (rows < 1) {
            throw new IllegalArgumentException("--rows must be at least 1, not " + rows);
        }
        return new SampleFile(Path.of(plan.data()), labels, network.outputs(), rows).read();
    }

    private static Checkup checked(SavedNetwork network, DataSet batch, Limits judgedBy) {
        try {
            return Preflight.of(network.model(), batch, judgedBy);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The examples of --data do not fit the network of --model: features "
                            + Arrays.toString(batch.getFeatures().shape()) + ", targets "
                            + Arrays.toString(batch.getLabels().shape()) + ". DL4J says: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private void print(String what, Checkup checkup) throws IOException {
        List<Finding> findings = checkup.findings();
        if (json) {
            terminal.print(FindingsJson.text(findings, terminal.language()));
            return;
        }
        terminal.print(what);
        terminal.print("");
        if (findings.isEmpty()) {
            terminal.print(checkup.report(terminal.language()));
        }
        Severity before = null;
        for (Finding finding : findings) {
            if (finding.severity() != before) {
                before = finding.severity();
                terminal.say(HEADINGS.get(before));
                terminal.print("");
            }
            print(finding);
            terminal.print("");
        }
    }

    private void print(Finding finding) {
        Language language = terminal.language();
        Finding told = finding.in(language);
        terminal.say("checkup.finding", told.rule().title(language), told.rule().label(), told.place(language));
        print("checkup.evidence", told.evidence());
        print("checkup.cause", told.cause());
        print("checkup.remedy", told.remedy());
        told.tried(language).ifPresent(trial -> terminal.print(" ".repeat(2 + labelWidth()) + trial));
        print("checkup.source", told.source(language));
    }

    private void print(String key, String text) {
        String label = terminal.words(key);
        terminal.print("  " + label + " ".repeat(labelWidth() - label.length()) + text);
    }

    /** The texts of a finding begin in one column. */
    private int labelWidth() {
        return 1
                + Stream.of("checkup.evidence", "checkup.cause", "checkup.remedy", "checkup.source")
                        .mapToInt(key -> terminal.words(key).length())
                        .max()
                        .orElseThrow();
    }

    private void prove(Lab lab, TrainingPlan plan, List<Finding> findings) {
        List<RemedyChange> changes = Proofs.changes(plan, findings);
        if (changes.isEmpty()) {
            terminal.say("checkup.nothing-to-prove");
            return;
        }
        terminal.print(Proofs.section(Proofs.run(lab, plan, changes)));
    }
}
