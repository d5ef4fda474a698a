package gradientlab.cli;

import gradientlab.continuation.LabWork;
import gradientlab.engine.Engine;
import gradientlab.lab.Experiment;
import gradientlab.lab.Lab;
import gradientlab.lab.LabReport;
import gradientlab.lab.PlanName;
import gradientlab.lab.Scale;
import gradientlab.lab.run.Interruption;
import gradientlab.lab.run.TrainedRun;
import gradientlab.lab.run.Trainer;
import gradientlab.lab.run.TrainingPlan;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private OutFolder outFolder;

    @Mixin
    private ProtocolOptions protocol;

    @Mixin
    private AnswersOption answers;

    @Mixin
    private Opening opening;

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
        protocol.addTo(commandSpec, terminal);
    }

    @Override
    public Integer call() throws IOException {
        TrainingPlan plan = Usage.checked(spec, protocol::protocol);
        int workers = Usage.checked(spec, protocol::workers);
        Scale scale = Usage.checked(spec, protocol::scale);
        Engine engine = Usage.checked(spec, options::engine);
        Usage.checked(spec, options::dashboard);
        try (WorkFolder work = WorkFolder.claim(options.folder(spec.name()));
                WorkSession session = WorkSession.open(terminal, options, plan.data())) {
            Usage.check(spec, () -> new Trainer(session.data(), session.watch()).check(plan));
            outFolder.clear(work, options.quiet, terminal);
            LabWork folder = LabWork.begin(work, scale, plan, engine, session.provenance());
            OutFolder.sayDamage(work, terminal);
            Lab lab = new Lab(session.data(), plan, session.watch(), new Lab.Ways(workers, engine, scale, work));
            boolean complete = runAll(session, lab, folder, scale);
            printEngines(lab);
            Path report = LabReport.write(work, finished(folder), List.of(), answers.style(terminal));
            terminal.say(complete ? "run.report" : "run.interrupted", report);
            opening.page(report.toUri(), terminal);
            session.stayIfAsked();
            return complete ? Cli.DONE : Cli.FAILED;
        }
    }

    private List<Experiment<?>> finished(LabWork folder) throws IOException {
        List<Experiment<?>> finished = new ArrayList<>();
        for (Experiment<?> experiment : known) {
            if (folder.isFinished(experiment)) {
                finished.add(experiment);
            }
        }
        return finished;
    }

    private void printEngines(Lab lab) {
        if (!options.quiet) {
            lab.trained().stream()
                    .map(TrainedRun::engine)
                    .distinct()
                    .forEach(engine -> terminal.say("run.engine", terminal.retold(engine.toString())));
        }
    }

    private boolean runAll(WorkSession session, Lab lab, LabWork folder, Scale scale) throws IOException {
        WholeWork whole = new WholeWork(
                terminal, asked().stream().map(each -> each.seconds(scale)).toList());
        session.partOf(whole);
        try {
            for (Experiment<?> experiment : asked()) {
                session.watch().interruption().check();
                whole.begin();
                whole.end(runOne(experiment, session, lab, folder));
            }
            return true;
        } catch (Interruption.Interrupted e) {
            return false;
        }
    }

    /** Whether it was done before. */
    private <R extends Record> boolean runOne(Experiment<R> experiment, WorkSession session, Lab lab, LabWork folder)
            throws IOException {
        Optional<R> kept = folder.result(experiment);
        R result = kept.isPresent() ? kept.get() : experiment.run(lab);
        if (kept.isEmpty()) {
            folder.put(experiment, result, trainings(session, lab));
        }
        if (!options.quiet) {
            terminal.print(experiment.section(result, terminal.language()));
        }
        return kept.isPresent();
    }

    /** The trainings that came since the last result. */
    private List<LabWork.Training> trainings(WorkSession session, Lab lab) {
        List<LabWork.Training> trainings = new ArrayList<>();
        for (TrainedRun run : lab.trained()) {
            if (written.add(run.plan())) {
                trainings.add(new LabWork.Training(run, session.recording(PlanName.of(run.plan()))));
            }
        }
        return trainings;
    }
}
