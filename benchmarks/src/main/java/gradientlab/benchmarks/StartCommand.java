package gradientlab.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the start: from the shell to the end of the first training step, warm and cold. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "From the shell to the first training step, warm, cold and with other flags, and PyTorch's.")
final class StartCommand implements Callable<Integer> {

    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String CLIENT = "-XX:TieredStopAtLevel=1";
    private static final String ARCHIVE = "start.jsa";

    /** The class of a step's record: it is loaded right after the first update. */
    private static final String MARK = " gradientlab.lab.run.Iteration ";

    private static final String LOG = "loaded.txt";
    private static final List<String> TRAIN =
            List.of("train", "--epochs", "1", "--batches-per-epoch", "1", "--quiet", "--out", "run");

    @Mixin
    private WholeOptions options;

    @Override
    public Integer call() {
        return options.toldOfJar(this::measure);
    }

    private void measure(GradientLabJar jar, Workplace place) throws IOException {
        List<String> remarks = new ArrayList<>();
        List<Runner> runners = new ArrayList<>(ours(jar, place));
        remarks.add(archive(jar, place));
        Optional<String> python = WorkerLaunch.python();
        if (python.isPresent()) {
            place.writeMnist();
            Path script = place.script("torch_start.py");
            remarks.add("PyTorch "
                    + WholeProcess.run(List.of(python.get(), script.toString()), place.path(), Map.of())
                            .answer("version")
                    + ": import, the same four files, one step, and nothing measured or written.");
            runners.add(new Runner("PyTorch", () -> torch(python.get(), script, place)));
        }
        remarks.add("Ours is `train --epochs 1 --batches-per-epoch 1`: it also checks the data's SHA-256, measures the"
                + " inside before and after, diagnoses the step, tests on 10,000 examples and writes a report.");
        WholeReport report = WholeReport.of(
                        "Start to the first training step", options.rounds(5), runners, System.err::println)
                .with(remarks);
        options.publish(report, "start");
    }

    private static List<Runner> ours(GradientLabJar jar, Workplace place) {
        String archive = "-XX:SharedArchiveFile=" + place.path().resolve(ARCHIVE);
        return List.of(
                new Runner("java -jar, no flags", () -> once(jar, place, List.of())),
                new Runner(SERIAL, () -> once(jar, place, List.of(SERIAL))),
                new Runner(SERIAL + ", class archive", () -> once(jar, place, List.of(SERIAL, archive))),
                new Runner(SERIAL + " " + CLIENT, () -> once(jar, place, List.of(SERIAL, CLIENT))),
                new Runner(
                        SERIAL + " " + CLIENT + ", class archive",
                        () -> once(jar, place, List.of(SERIAL, CLIENT, archive))),
                new Runner(
                        SERIAL + ", empty JavaCPP cache",
                        () -> once(
                                jar,
                                place,
                                List.of(SERIAL, "-Dorg.bytedeco.javacpp.cachedir=" + place.empty("javacpp")))));
    }

    /** Makes the class archive by one more run, and says what that took. */
    private static String archive(GradientLabJar jar, Workplace place) throws IOException {
        Path archive = place.path().resolve(ARCHIVE);
        List<String> flags =
                List.of(SERIAL, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
        place.empty("run");
        WholeProcess process = WholeProcess.run(jar.command(flags, TRAIN), place.path(), Map.of());
        return String.format(
                Locale.ROOT,
                "The class archive (AppCDS) was made by one more run: %.1f s, %.1f s of CPU, %.0f MB.",
                process.wall(),
                process.cpu(),
                Files.size(archive) / 1e6);
    }

    private static Took once(GradientLabJar jar, Workplace place, List<String> flags) throws IOException {
        List<String> logged = new ArrayList<>(flags);
        logged.add("-Xlog:class+load:file=" + LOG + ":timemillis");
        place.empty("run");
        WholeProcess process = WholeProcess.run(jar.command(logged, TRAIN), place.path(), Map.of());
        return process.took((firstStepMillis(place.path().resolve(LOG)) - process.startedMillis()) / 1e3);
    }

    /** The time stamp of the mark's line, such as {@code [1763951345123ms] gradientlab....}. */
    static long firstStepMillis(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(MARK))
                    .map(line -> Long.parseLong(line.substring(1, line.indexOf("ms]"))))
                    .findFirst()
                    .orElseThrow(() -> new IOException(log + ": expected a line with" + MARK + ", found none."));
        }
    }

    private static Took torch(String python, Path script, Workplace place) throws IOException {
        WholeProcess process = WholeProcess.run(List.of(python, script.toString()), place.path(), Map.of());
        return process.took((Double.parseDouble(process.answer("step")) - process.startedMillis()) / 1e3);
    }
}
