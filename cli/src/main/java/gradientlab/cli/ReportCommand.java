package gradientlab.cli;

import gradientlab.lab.Experiment;
import gradientlab.lab.FinishedRun;
import gradientlab.lab.LabFolder;
import gradientlab.lab.LabReport;
import gradientlab.lab.TrainReport;
import gradientlab.runfolder.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws figures and report of a run folder again, without training. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final List<Experiment<?>> experiments;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN_FOLDER", descriptionKey = "report.run-folder")
    private Path path;

    @Option(names = "--anyway", descriptionKey = "report.anyway")
    private boolean anyway;

    @Mixin
    private AnswersOption answers;

    @Mixin
    private Opening opening;

    ReportCommand(Terminal terminal, List<Experiment<?>> experiments) {
        this.terminal = terminal;
        this.experiments = experiments;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = path.toAbsolutePath().normalize();
        Path report = write(folder);
        terminal.say("run.report", report);
        opening.page(report.toUri(), terminal);
        return Cli.DONE;
    }

    private Path write(Path folder) throws IOException {
        if (!FinishedRun.areIn(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "RUN_FOLDER " + folder + " holds neither run.json nor provenance.json");
        }
        try (WorkFolder work = WorkFolder.reopen(folder)) {
            List<String> warnings = OutFolder.verifiedForReport(folder, anyway, terminal);
            return LabFolder.isOne(folder)
                    ? LabReport.write(work, experiments, warnings, answers.style(terminal))
                    : TrainReport.write(work, warnings, answers.style(terminal));
        }
    }
}
