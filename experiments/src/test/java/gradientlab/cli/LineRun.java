package gradientlab.cli;

import gradientlab.experiments.GradientLab;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Runs command lines and keeps what the last one printed. */
final class LineRun {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int run(String... args) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(stream(out), stream(err), false);
        return Cli.run(
                terminal,
                GradientLab.EXPERIMENTS,
                Stream.of(args).map(String::strip).toArray(String[]::new));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What it said on standard error. */
    String complaint() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
