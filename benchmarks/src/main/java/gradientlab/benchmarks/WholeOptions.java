package gradientlab.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the comparisons of whole processes have in common. */
final class WholeOptions {

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds in which all take turns.")
    Integer rounds;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "Gradient Lab's jar (default experiments/target/gradient-lab.jar).")
    Path jar = Path.of("experiments", "target", "gradient-lab.jar");

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the table and the JSON (default benchmark).")
    Path out = Path.of("benchmark");

    /** The rounds asked for, or the usual number. */
    int rounds(int usual) {
        return rounds == null ? usual : Math.max(1, rounds);
    }

    /** Does a comparison; what goes wrong with files and processes is told in a sentence on standard error. */
    static int told(Comparison comparison) {
        try {
            comparison.run();
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            System.err.println("benchmarks: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** The same for a comparison that starts the jar, in a temporary folder. */
    int toldOfJar(JarComparison comparison) {
        return told(() -> {
            GradientLabJar found = GradientLabJar.at(jar);
            try (Workplace place = Workplace.open()) {
                comparison.run(found, place);
            }
        });
    }

    /** Prints a report and writes it into the folder. */
    void publish(WholeReport report, String name) throws IOException {
        report.write(out, name);
        System.out.println(report.text());
    }

    /** A comparison of processes. */
    @FunctionalInterface
    interface JarComparison {
        void run(GradientLabJar jar, Workplace place) throws IOException;
    }

    /** A comparison that prints and writes its report. */
    @FunctionalInterface
    interface Comparison {
        void run() throws IOException;
    }
}
