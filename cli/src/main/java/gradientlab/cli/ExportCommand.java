package gradientlab.cli;

import gradientlab.export.ExportFormat;
import gradientlab.lab.FinishedRun;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes recorded trainings for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FORMAT", descriptionKey = "export.format")
    private ExportFormat format;

    @Parameters(index = "1", paramLabel = "RUN_FOLDER", descriptionKey = "export.run-folder")
    private Path folder;

    @Option(names = "--to", required = true, paramLabel = "DIR", descriptionKey = "export.to")
    private Path to;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!FinishedRun.areIn(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "RUN_FOLDER " + folder + " holds neither run.json nor provenance.json");
        }
        OutFolder.verify(folder, terminal);
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (FinishedRun run : FinishedRun.in(folder)) {
            Path file = to.resolve(format.file(run.name(), run.session()));
            byte[] bytes = format.bytes(run.session());
            requireFree(file, bytes);
            files.put(file, bytes);
        }
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            AtomicFiles.write(file.getKey(), file.getValue());
            terminal.say("export.file", file.getKey());
        }
        return Cli.DONE;
    }

    private static void requireFree(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new IOException(file + " is there with other content; choose another folder with --to");
        }
    }
}
