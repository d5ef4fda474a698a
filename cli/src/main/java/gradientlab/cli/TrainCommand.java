package gradientlab.cli;

import gradientlab.diagnostics.Schedule;
import gradientlab.diagnostics.judge.Limits;
import gradientlab.diagnostics.probe.DiagnosticListener;
import gradientlab.engine.Engine;
import gradientlab.engine.probe.Probes;
import gradientlab.lab.PlanName;
import gradientlab.lab.TrainReport;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.RunFolder;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.mnist.LabelledImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        RunFolder folder = new RunFolder(options.folder(spec.name()));
        try (WorkSession session = WorkSession.open(terminal, options, plan.data())) {
            Trainer trainer = new Trainer(session.data(), session.watch(), engine);
            Usage.check(spec, () -> trainer.check(plan));
            List<TrainedRun> finished = train(plan, engine, trainer, session, folder);
            if (finished.isEmpty()) {
                terminal.print("Interrupted before a repetition was finished; nothing was written.");
                return Cli.FAILED;
            }
            Path report = TrainReport.write(folder);
            if (!options.quiet) {
                TrainReport.sections(folder).forEach(terminal::print);
                terminal.print("Engine: " + finished.get(0).engine());
            }
            boolean complete = finished.size() == plan.repeat();
            terminal.print((complete ? "Report: " : "Interrupted; the report of what is finished: ") + report);
            session.stayIfAsked();
            return complete ? Cli.DONE : Cli.FAILED;
        }
    }

    /** Trains the repetitions and writes the folder after each; ends early when asked to. */
    private List<TrainedRun> train(
            TrainingPlan plan, Engine engine, Trainer trainer, WorkSession session, RunFolder folder)
            throws IOException {
        List<TrainedRun> finished = new ArrayList<>();
        try {
            finished.add(trainDiagnosed(plan.repetition(0), engine, session, folder));
            folder.write(plan, finished, session.provenance());
            for (int i = 1; i < plan.repeat(); i++) {
                TrainingPlan repetition = plan.repetition(i);
                finished.add(trainer.train(PlanName.of(repetition), repetition));
                folder.write(plan, finished, session.provenance());
            }
        } catch (Interruption.Interrupted e) {
            return finished;
        }
        return finished;
    }

    /** The first repetition is diagnosed on the way, always on the same examples; its bits do not change by that. */
    private static TrainedRun trainDiagnosed(TrainingPlan plan, Engine engine, WorkSession session, RunFolder folder)
            throws IOException {
        LabelledImages train = session.data().train();
        DiagnosticListener diagnosis = DiagnosticListener.with(Schedule.logarithmic(), Limits.DEFAULT, finding -> {})
                .watching(train.first(Math.min(Trainer.INSIDE_EXAMPLES, train.size())))
                .probing(Probes.under(engine));
        TrainedRun run = new Trainer(session.data(), session.watch(diagnosis), engine).train(PlanName.of(plan), plan);
        folder.write(diagnosis.history());
        session.keepSession(PlanName.of(plan), folder);
        return run;
    }
}
