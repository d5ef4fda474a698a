package gradientlab.benchmarks;

import gradientlab.lab.run.Json;
import gradientlab.mnist.MnistDataset;
import gradientlab.runfolder.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The comparison as a command: prints the table and writes it, with the same figures as JSON, to a folder. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        subcommands = {StartCommand.class, WorkersCommand.class, LessonComparison.class},
        description = "Compares the speed of a training step with PyTorch's, LibTorch's and stock Deeplearning4j's.")
public final class Benchmarks implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--quick", description = "Four sizes, three rounds.")
    boolean quick;

    @Option(names = "--all", description = "Every combination of the sizes: hours.")
    boolean all;

    @Option(names = "--rounds", paramLabel = "N", description = "Interleaved rounds (default 7).")
    int rounds = 7;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Contenders, by name; direct always takes part.")
    List<String> only = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for table.md and table.json (default benchmark).")
    Path out = Path.of("benchmark");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler((failure, command, parsed) -> told(failure))
                .execute(args));
    }

    private static int told(Exception failure) {
        System.err.println("benchmarks: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws IOException {
        List<Size> sizes = all ? Size.all() : quick ? Size.quick() : Size.usual();
        List<Contender> wanted = wanted();
        Map<Contender, WorkerProcess> workers = Contender.startAll(wanted);
        wanted.stream()
                .filter(contender -> !workers.containsKey(contender))
                .forEach(contender -> System.err.println(
                        contender.label() + " takes no part: this machine has no " + contender.description()));
        try {
            System.out.println(TimesTable.of(compare(workers, sizes)));
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
        return CommandLine.ExitCode.OK;
    }

    private BenchmarkReport compare(Map<Contender, WorkerProcess> workers, List<Size> sizes) throws IOException {
        Map<String, String> contenders = new LinkedHashMap<>();
        for (Map.Entry<Contender, WorkerProcess> worker : workers.entrySet()) {
            String version = worker.getValue().version();
            contenders.put(worker.getKey().label(), worker.getKey().description() + " (" + version + ")");
        }
        ContenderRounds comparison =
                new ContenderRounds(MnistDataset.bundled(), workers, quick ? 3 : rounds, System.err::println);
        List<Row> rows = new ArrayList<>();
        for (Size size : sizes) {
            rows.addAll(comparison.on(size));
            write(contenders, rows);
        }
        return write(contenders, rows);
    }

    private List<Contender> wanted() {
        List<String> names =
                Arrays.stream(Contender.values()).map(Contender::label).toList();
        only.stream().filter(name -> !names.contains(name)).forEach(name -> {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--only must be some of " + String.join(", ", names) + ", not " + name);
        });
        return Arrays.stream(Contender.values())
                .filter(contender ->
                        contender == Contender.DIRECT || only.isEmpty() || only.contains(contender.label()))
                .toList();
    }

    /** After each size: what is measured stays, whatever happens to the rest. */
    private BenchmarkReport write(Map<String, String> contenders, List<Row> rows) throws IOException {
        BenchmarkReport report = BenchmarkReport.today(Machine.describe(), contenders, rows);
        Files.createDirectories(out);
        AtomicFiles.write(out.resolve("table.md"), TimesTable.of(report).getBytes(StandardCharsets.UTF_8));
        Json.write(out.resolve("table.json"), report);
        return report;
    }
}
