package gradientlab.cli;

import gradientlab.engine.Engine;
import gradientlab.lab.TrainReport;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.Specifications;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains one specification of the user's. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Trains one network of your choice and writes its run folder.")
final class TrainCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private NetworkOptions network;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        network.addTo(commandSpec);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = Usage.checked(spec, () -> network.plan());
        Engine engine = Usage.checked(spec, options::engine);
        Usage.checked(spec, options::dashboard);
        try (WorkFolder work = WorkFolder.claim(options.folder(spec.name()));
                WorkSession session = WorkSession.open(terminal, options, plan.data())) {
            Usage.check(spec, () -> new Trainer(session.data(), session.watch(), engine).check(plan));
            OutFolder.clear(work, options, terminal);
            work.begin(Specifications.ofTraining(plan, engine, session.provenance()), List.of(RunFolder.RUN));
            OutFolder.sayDamage(work, terminal);
            PlanRun run = new PlanRun(plan, engine, session, work);
            if (run.before() > 0 && !options.quiet) {
                terminal.print("Finished before: " + run.before() + " of " + run.repetitions() + " repetitions");
            }
            boolean complete = run.train();
            if (run.finished() == 0) {
                terminal.print("Interrupted before a repetition was finished; nothing was written.");
                return Cli.FAILED;
            }
            Path report = TrainReport.write(work, List.of());
            printSections(work, run);
            terminal.print((complete ? "Report: " : "Interrupted; the report of what is finished: ") + report);
            session.stayIfAsked();
            return complete ? Cli.DONE : Cli.FAILED;
        }
    }

    private void printSections(WorkFolder work, PlanRun run) throws IOException {
        if (!options.quiet) {
            TrainReport.sections(new RunFolder(work.path())).forEach(terminal::print);
            terminal.print("Engine: " + run.engine());
        }
    }
}
