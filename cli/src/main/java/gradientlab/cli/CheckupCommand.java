package gradientlab.cli;

import gradientlab.diagnostics.judge.Finding;
import gradientlab.diagnostics.judge.Limits;
import gradientlab.diagnostics.judge.Severity;
import gradientlab.diagnostics.probe.Checkup;
import gradientlab.diagnostics.probe.Preflight;
import gradientlab.lab.Lab;
import gradientlab.lab.PlanName;
import gradientlab.lab.proof.Proofs;
import gradientlab.lab.proof.RemedyChange;
import gradientlab.lab.run.Dl4jLimit;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.lab.run.Watch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            Severity.FAULT, "What is wrong",
            Severity.ALSO_SEEN, "Also seen: it goes when that goes",
            Severity.HINT, "Worth knowing"));

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
            print(PlanName.of(plan) + ", before the first step, on its first batch of " + plan.batchSize(), checkup);
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
        print(model + " on the first " + batch.numExamples() + " examples of " + plan.data(), checkup);
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
            terminal.print(FindingsJson.text(findings));
            return;
        }
        terminal.print("Checkup of " + what);
        terminal.print("");
        if (findings.isEmpty()) {
            terminal.print(checkup.report());
        }
        Severity before = null;
        for (Finding finding : findings) {
            if (finding.severity() != before) {
                before = finding.severity();
                terminal.print(HEADINGS.get(before));
                terminal.print("");
            }
            String place = finding.layer().isEmpty() ? "network" : finding.layer();
            terminal.print(finding.rule().title() + " [" + finding.rule().label() + "] at " + place);
            terminal.print("  evidence: " + finding.evidence());
            terminal.print("  cause:    " + finding.cause());
            terminal.print("  remedy:   " + finding.remedy());
            finding.tried().ifPresent(trial -> terminal.print("            " + trial));
            terminal.print("  source:   " + finding.source());
            terminal.print("");
        }
    }

    private void prove(Lab lab, TrainingPlan plan, List<Finding> findings) {
        List<RemedyChange> changes = Proofs.changes(plan, findings);
        if (changes.isEmpty()) {
            terminal.print("No finding proposes a change of this network that could be tried.");
            return;
        }
        terminal.print(Proofs.section(Proofs.run(lab, plan, changes)));
    }
}
