package gradientlab.benchmarks;

import gradientlab.experiments.run.Json;
import gradientlab.mnist.MnistDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The comparison as a command: prints the table and writes it, with the same figures as JSON, to a folder. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        description = "Compares the speed of a training step with PyTorch's, LibTorch's and stock Deeplearning4j's.")
public final class Benchmarks implements Callable<Integer> {

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
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<Size> sizes = all ? Size.all() : quick ? Size.quick() : Size.usual();
        Map<Contender, WorkerProcess> workers = Contender.startAll(wanted());
        List<Row> rows = new ArrayList<>();
        try {
            Comparison comparison =
                    new Comparison(MnistDataset.bundled(), workers, quick ? 3 : rounds, System.err::println);
            for (Size size : sizes) {
                rows.addAll(comparison.on(size));
                write(rows);
            }
        } finally {
            workers.values().forEach(WorkerProcess::close);
        }
        System.out.println(table(rows));
        return CommandLine.ExitCode.OK;
    }

    private List<Contender> wanted() {
        return Arrays.stream(Contender.values())
                .filter(contender ->
                        contender == Contender.DIRECT || only.isEmpty() || only.contains(contender.label()))
                .toList();
    }

    /** After each size: what is measured stays, whatever happens to the rest. */
    private void write(List<Row> rows) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("table.md"), table(rows));
        Json.write(out.resolve("table.json"), rows);
    }

    private static String table(List<Row> rows) throws IOException {
        return Table.of(rows, Machine.describe() + ", " + LocalDate.now());
    }
}
