package gradientlab.cli;

import gradientlab.continuation.Specifications;
import gradientlab.engine.Engine;
import gradientlab.lab.ReportStyle;
import gradientlab.lab.TrainReport;
import gradientlab.lab.report.HtmlPage;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains one specification of the user's. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer>, WithSettings {

    private static final int LONGEST_INTERVAL = 1_000_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private OutFolder outFolder;

    @Mixin
    private NetworkOptions network;

    @Option(names = "--checkpoint-every", paramLabel = "SECONDS", descriptionKey = "train.checkpoint-every")
    private double checkpointEvery = 30;

    @Option(names = "--json", descriptionKey = "train.json")
    private boolean json;

    @Mixin
    private Opening opening;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        network.addTo(commandSpec, terminal);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = Usage.checked(spec, () -> network.plan());
        Engine engine = Usage.checked(spec, options::engine);
        Usage.checked(spec, options::dashboard);
        Usage.check(spec, this::checkInterval);
        options.quiet |= json;
        try (WorkFolder work = WorkFolder.claim(options.folder(spec.name()));
                WorkSession session = WorkSession.open(terminal, options, plan.data())) {
            Usage.check(spec, () -> new Trainer(session.data(), session.watch(), engine).check(plan));
            outFolder.clear(work, options.quiet, terminal);
            work.begin(Specifications.ofTraining(plan, engine, session.provenance()), List.of(RunFolder.RUN));
            OutFolder.sayDamage(work, terminal);
            PlanRun run = new PlanRun(plan, engine, session, work, checkpointEvery);
            if (run.before() > 0 && !options.quiet) {
                terminal.say("run.finished-before", run.before(), run.repetitions());
            }
            boolean complete = run.train();
            if (run.finished() == 0) {
                sayOrComplain(run.isCheckpointed() ? "run.checkpointed" : "run.nothing");
                return Cli.FAILED;
            }
            // Interrupted, files of the first repetition may still be damaged.
            Path report = TrainReport.write(
                    work,
                    OutFolder.verifiedForReport(work.path(), true, terminal),
                    new ReportStyle(terminal.language(), HtmlPage.Answers.OPEN));
            printSections(work, run);
            if (json) {
                terminal.print(Files.readString(work.path().resolve(RunFolder.RUN)));
            } else {
                terminal.say(complete ? "run.report" : "run.interrupted", report);
            }
            opening.page(report.toUri(), terminal);
            session.stayIfAsked();
            return complete ? Cli.DONE : Cli.FAILED;
        }
    }

    /** Where standard output is for JSON alone, on standard error. */
    private void sayOrComplain(String key) {
        if (json) {
            terminal.error(terminal.words(key));
        } else {
            terminal.say(key);
        }
    }

    private void checkInterval() {
        if (!(checkpointEvery >= 0 && checkpointEvery <= LONGEST_INTERVAL)) {
            throw new IllegalArgumentException(
                    "--checkpoint-every must be 0 to " + LONGEST_INTERVAL + " seconds, not " + checkpointEvery);
        }
    }

    private void printSections(WorkFolder work, PlanRun run) throws IOException {
        if (!options.quiet) {
            TrainReport.sections(new RunFolder(work.path()), terminal.language())
                    .forEach(terminal::print);
            terminal.say("run.engine", terminal.retold(run.engine()));
        }
    }
}
