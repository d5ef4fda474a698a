package gradientlab.cli;

import gradientlab.engine.Engine;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.LabFolder;
import gradientlab.lab.LabReport;
import gradientlab.lab.LabSettings;
import gradientlab.lab.PlanName;
import gradientlab.lab.Scale;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.TrainSettings;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs one experiment or several: prints each result as it comes, keeps it, and writes the report.
 *
 * <p>In a folder that holds results of the same settings it continues: what is there is not measured again.
 */
@Command(mixinStandardHelpOptions = true)
class ExperimentsCommand implements Callable<Integer>, WithSettings {

    private final Terminal terminal;
    private final List<Experiment<?>> known;
    private final List<Experiment<?>> experiments;
    private final Set<TrainingPlan> written = new HashSet<>();

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Mixin
    private ProtocolOptions protocol;

    /**
     * @param known every experiment whose result may be in the folder
     * @param experiments those to run
     */
    ExperimentsCommand(Terminal terminal, List<Experiment<?>> known, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.known = known;
        this.experiments = experiments;
    }

    /** The experiments that are asked for. */
    List<Experiment<?>> asked() {
        return experiments;
    }

    @Override
    public void addSettings(CommandSpec commandSpec) {
        protocol.addTo(commandSpec);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = Usage.checked(spec, protocol::protocol);
        int workers = Usage.checked(spec, protocol::workers);
        Scale scale = Usage.checked(spec, protocol::scale);
        Engine engine = Usage.checked(spec, options::engine);
        Usage.checked(spec, options::dashboard);
        LabFolder folder = new LabFolder(options.folder(spec.name()));
        try (WorkSession session = WorkSession.open(terminal, options, plan.data())) {
            Usage.check(spec, () -> new Trainer(session.data(), session.watch()).check(plan));
            LabSettings settings = LabSettings.of(scale, TrainSettings.of(plan), engine, session.provenance());
            folder.open(settings, session.provenance());
            Lab lab = new Lab(session.data(), plan, session.watch(), new Lab.Ways(workers, engine, scale, folder));
            boolean complete = runAll(session, lab, folder);
            printEngines(lab);
            Path report = LabReport.write(folder, known);
            terminal.print((complete ? "Report: " : "Interrupted; the report of what is finished: ") + report);
            session.stayIfAsked();
            return complete ? Cli.DONE : Cli.FAILED;
        }
    }

    private void printEngines(Lab lab) {
        if (!options.quiet) {
            lab.trained().stream()
                    .map(TrainedRun::engine)
                    .distinct()
                    .forEach(engine -> terminal.print("Engine: " + engine));
        }
    }

    private boolean runAll(WorkSession session, Lab lab, LabFolder folder) throws IOException {
        try {
            for (Experiment<?> experiment : asked()) {
                session.watch().interruption().check();
                runOne(experiment, session, lab, folder);
            }
            return true;
        } catch (Interruption.Interrupted e) {
            return false;
        }
    }

    private <R extends Record> void runOne(Experiment<R> experiment, WorkSession session, Lab lab, LabFolder folder)
            throws IOException {
        Optional<R> kept = folder.result(experiment);
        R result = kept.isPresent() ? kept.get() : experiment.run(lab);
        folder.write(experiment, result);
        for (TrainedRun run : lab.trained()) {
            if (written.add(run.plan())) {
                folder.write(run, session.provenance());
                session.keepSession(PlanName.of(run.plan()), folder.training(run));
            }
        }
        if (!options.quiet) {
            terminal.print(experiment.section(result));
        }
    }
}
