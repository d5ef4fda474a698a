package gradientlab.cli;

import gradientlab.engine.Engine;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options that every command takes that trains and writes a folder. */
class WorkOptions {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "work.out")
    Path out;

    @Option(names = "--quiet", descriptionKey = "work.quiet")
    boolean quiet;

    @Option(names = "--engine", paramLabel = "NAME", descriptionKey = "work.engine")
    String engine = Engine.AUTO.label();

    /** @throws IllegalArgumentException if there is no such engine */
    final Engine engine() {
        try {
            return Engine.parse(engine);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--engine: " + e.getMessage(), e);
        }
    }

    /** The folder of this run. */
    final Path folder(String command) {
        return out != null ? out.toAbsolutePath().normalize() : standardFolder(command);
    }

    /** Where a command that begins now writes unless told otherwise. */
    static Path standardFolder(String command) {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        return Path.of("runs", command + "-" + time).toAbsolutePath().normalize();
    }
}
